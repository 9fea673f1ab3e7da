# The trail in PostgreSQL, for ops/bench; source it, it runs nothing by itself.
# shellcheck shell=bash

postgresql=''

stop_postgresql() {
  [ -n "$postgresql" ] || return 0
  kill -INT "$postgresql" 2>/dev/null || true
  wait "$postgresql" 2>/dev/null || true
  postgresql=''
}

# start_postgresql PORT: a server of its own under $work, with an empty trail in database portal. It refuses to run as root.
start_postgresql() {
  local bin as=()
  need postgresql
  bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1)
  mkdir "$work/postgresql"
  if [ "$(id -u)" = 0 ]; then
    chown nobody "$work/postgresql"
    as=(--reuid nobody --regid nogroup --clear-groups)
  fi
  quiet "$work/postgresql.log" setpriv "${as[@]}" -- "$bin/initdb" -D "$work/postgresql/data" -U postgres --auth=trust -E UTF8 --locale=C
  setpriv "${as[@]}" -- "$bin/postgres" -D "$work/postgresql/data" -p "$1" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    >>"$work/postgresql.log" 2>&1 </dev/null &
  postgresql=$!
  until "$bin/pg_isready" -q -h 127.0.0.1 -p "$1"; do
    kill -0 "$postgresql" 2>/dev/null || fail "PostgreSQL did not start: $(tail -n 1 "$work/postgresql.log")"
    sleep 0.2
  done
  local ask=("$bin/psql" -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$1" -U postgres)
  quiet "$work/postgresql.log" "${ask[@]}" -d postgres -c 'CREATE DATABASE portal'
  quiet "$work/postgresql.log" "${ask[@]}" -d portal -f "$root/ops/deploy/postgresql/0001-audit-trail.sql"
  quiet "$work/postgresql.log" "${ask[@]}" -d portal -c 'CREATE ROLE portal LOGIN IN ROLE zvp_audit_writer'
}

measure_trail() {
  local port name value
  port=$(free_port)
  start_postgresql "$port"
  dotnet "$benchmarks_dll" postgresql-trail-figures "Host=127.0.0.1;Port=$port;Database=portal;Username=portal;SSL Mode=Disable" >"$work/trail"
  stop_postgresql
  while read -r name value; do
    case $name in
      pg_queue_of_raw_batch) figure "$name" "$value" '>=0.70' ;;
      pg_two_nodes_of_one) figure "$name" "$value" '>=1.00' ;;
      pg_p99_of_raw_batch) figure "$name" "$value" '<=2.50' ;;
      *) figure "$name" "$value" - ;;
    esac
  done <"$work/trail"
  mkdir "$work/shipping"
  while read -r name value; do figure "$name" "$value" -; done < <(dotnet "$benchmarks_dll" shipping-figures "$work/shipping")
}
