# A thousand signed-in doctors with time to think, before the made-up hospital. Source it, it runs nothing by itself.
# shellcheck shell=bash disable=SC2154

load_doctors=${ZVP_LOAD_DOCTORS:-1000} load_accounts=${ZVP_LOAD_SESSIONS:-9999} load_seconds=${ZVP_LOAD_SECONDS:-90}
load_epd='' load_front=''

stop_load() {
  local pid
  for pid in $load_front $load_epd; do
    kill -TERM "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  load_epd='' load_front=''
}

# start_load LOG TEXT COMMAND...: in the background until the log holds the text; its pid in $started.
start_load() {
  local log=$1 text=$2
  shift 2
  : >"$log"
  setpriv --pdeathsig TERM "$@" >>"$log" 2>&1 </dev/null &
  started=$!
  for _ in $(seq 600); do
    grep -q "$text" "$log" && return
    kill -0 "$started" 2>/dev/null || break
    sleep 0.2
  done
  tail -n 5 "$log" >&2
  fail "$1 did not start"
}

load_figures() {
  local name value
  while read -r name value; do
    case $name in
      *_errors) figure "$name" "$value" '<=0' ;;
      *) figure "$name" "$value" - ;;
    esac
  done <"$work/load/figures"
}

measure_load() {
  local epd began
  [ ! -x "$harness/limits.sh" ] || harness_data
  mkdir -p "$work/load"
  dotnet "$benchmarks_dll" load-data "$work/load" "$load_doctors" "$load_accounts"
  portal_folder
  portal_program accounts import "$work/load/accounts.csv" >"$work/load/import.log" 2>&1 || { tail -n 5 "$work/load/import.log" >&2; fail "the accounts of the load were refused"; }
  epd=$(free_port)
  start_load "$work/load/epd.log" '^READY' dotnet "$sandbox_dll" --port "$epd" --patients 50 --data "$work/load/fhir"
  load_epd=$started
  unset Epd__BaseAddress
  portal_settings "$port" "http://127.0.0.1:$epd/fhir"
  began=$(date +%s%N)
  start_load "$work/load/portal.log" 'Now listening on' env OPENSSL_CONF="${OPENSSL_CONF:-$(tls_conf)}" dotnet "$portal_dll"
  load_front=$started
  figure start_to_listening_s "$(awk -v b="$began" -v e="$(date +%s%N)" 'BEGIN {printf "%.1f", (e - b) / 1e9}')" '<=1.0'
  note "$load_doctors doctors who think half a minute between looks, $load_seconds s; then with 20 MB letters beside; then $load_accounts sessions"
  dotnet "$benchmarks_dll" load-figures "https://127.0.0.1:$port" "$certs" "$load_doctors" "$load_accounts" "$load_seconds" "$load_front" >"$work/load/figures"
  load_figures
  if [ -x "$harness/limits.sh" ]; then
    local yarp_port
    yarp_port=$(free_port)
    kill -TERM "$load_front" && wait "$load_front" || true
    CERTS=$work/harness/certs PORT=$yarp_port FAST=http://127.0.0.1:$epd EPD=http://127.0.0.1:$epd \
      setpriv --pdeathsig TERM "$work/harness/bin/bare-yarp/bare-yarp" >"$work/load/yarp.log" 2>&1 </dev/null &
    load_front=$!
    for _ in $(seq 100); do port_free "$yarp_port" || break; sleep 0.2; done
    dotnet "$benchmarks_dll" load-bare "https://127.0.0.1:$yarp_port" "$certs" "$load_doctors" "$load_seconds" >"$work/load/figures"
    load_figures
  else
    note "not run: bare Kestrel and YARP (there is no ../shared/bench)"
  fi
  stop_load
}
