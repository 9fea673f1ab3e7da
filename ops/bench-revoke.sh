# How long an end on one node takes to be seen on the other (R8): two portals on one Redis. Source it, it runs nothing by itself.
# shellcheck shell=bash disable=SC2154

nodes=() redis=''

stop_nodes() {
  local pid
  for pid in "${nodes[@]}" $redis; do
    kill -TERM "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  nodes=() redis=''
}

# start_node NAME PORT: a portal with a trail of its own, on the accounts and the Redis of the others.
start_node() {
  local log=$work/$1.log
  : >"$log"
  Portal__RequestsPerSecond=100000 Audit__Node=$1 Portal__Origin=https://127.0.0.1:$2 OPENSSL_CONF=${OPENSSL_CONF:-$(tls_conf)} \
    setpriv --pdeathsig TERM dotnet "$portal_dll" >>"$log" 2>&1 </dev/null &
  nodes+=($!)
  for _ in $(seq 150); do
    grep -q 'Now listening on' "$log" && return
    sleep 0.2
  done
  tail -n 5 "$log" >&2
  fail "node $1 did not start"
}

now_us() { date +%s%6N; }

# one_end A B: signs in on A, watches on B, signs out on A; prints the microseconds until B told, or fails when B still showed a page.
one_end() {
  local a=https://127.0.0.1:$1 b=https://127.0.0.1:$2 told=$work/told token watching
  card() { curl -sS -k --cert "$certs/huisarts.chain.pem" --key "$certs/huisarts.key" -b "$work/jar3" -c "$work/jar3" "$@"; }
  rm -f "$work/jar3" "$told"
  card -o /dev/null "$a/inloggen"
  token=$(card "$a/help" | sed -n 's/.*name="__RequestVerificationToken"[^>]*value="\([^"]*\)".*/\1/p' | awk 'NR == 1')
  [ -n "$token" ] || fail "node 1 gave no form to sign out with; see $work/node1.log"
  cp "$work/jar3" "$work/jar4"
  : >"$work/seen"
  curl -sS -k -N --cert "$certs/huisarts.chain.pem" --key "$certs/huisarts.key" -b "$work/jar4" "$b/sessie/kanaal" 2>/dev/null |
    while IFS= read -r line; do
      case $line in
        *stand*) echo yes >"$work/seen" ;;
        *einde*) now_us >"$told" ;;
      esac
    done &
  watching=$!
  until [ -s "$work/seen" ]; do sleep 0.01; done
  card -o /dev/null --data-urlencode "__RequestVerificationToken=$token" "$a/uitloggen"
  local ended
  ended=$(now_us)
  [ "$(curl -sS -k --cert "$certs/huisarts.chain.pem" --key "$certs/huisarts.key" -b "$work/jar4" -o /dev/null -w '%{http_code}' "$b/patienten")" != 200 ] ||
    fail "node 2 still showed a page after node 1 had ended the session"
  wait "$watching"
  [ -s "$told" ] || fail "node 2 never told its open page of the end"
  echo $(($(cat "$told") - ended))
}

measure_revoke() {
  local second redis_port
  need redis-server
  portal_folder
  redis_port=$(free_port)
  redis-server --port "$redis_port" --bind 127.0.0.1 --save '' --appendonly no --dir "$work" >"$work/redis.log" 2>&1 </dev/null &
  redis=$!
  (umask 077 && openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=state -keyout "$work/state.key" -out "$work/state.crt" 2>/dev/null)
  export State__Redis=127.0.0.1:$redis_port State__KeyCertificate=$work/state.crt State__KeyCertificateKey=$work/state.key
  second=$(free_port)
  start_node node1 "$port"
  start_node node2 "$second"
  local i
  for i in $(seq 5); do one_end "$port" "$second" >/dev/null; done
  for i in $(seq 50); do one_end "$port" "$second"; done | sort -n >"$work/ends"
  stop_nodes
  unset State__Redis State__KeyCertificate State__KeyCertificateKey
  figure end_on_another_node_p50_ms "$(sed -n 25p "$work/ends" | awk '{printf "%.1f", ($1 < 0 ? 0 : $1) / 1000}')" -
  figure end_on_another_node_max_ms "$(tail -n 1 "$work/ends" | awk '{printf "%.1f", ($1 < 0 ? 0 : $1) / 1000}')" '<=1000'
}
