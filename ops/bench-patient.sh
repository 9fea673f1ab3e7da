# What ops/bench measures as a signed-in doctor: the patient's page and her letters. Source it, it runs nothing by itself.
# shellcheck shell=bash disable=SC2034,SC2154

# load PATH [PORT [CONNECTIONS [SECONDS]]]: a burst on kept connections with the card and the session.
load() {
  LD_PRELOAD=$work/harness/bin/mtls_shim.so SHIM_CERT=$certs/huisarts.chain.pem SHIM_KEY=$certs/huisarts.key SHIM_TLS=1.3 WRK_HEADER=$PRODUCT_HEADER \
    taskset -c 1 wrk -t1 "-c${3:-4}" "-d${4:-3}s" -s "$work/harness/conf/wrk.lua" "https://127.0.0.1:${2:-$port}$1"
}

cpu_ms() { awk '{print ($14 + $15) * 10}' "/proc/$1/stat"; }

# Bursts and pauses until the JIT is done with what a signed-in doctor opens: CPU per request falls no further, three times.
warm_opened() { # PATH
  local i before requests cost best=0 calm=0
  for i in $(seq 30); do
    before=$(cpu_ms "$front")
    requests=$(load "$1" | awk '/^WRK/ {print $9}')
    cost=$((($(cpu_ms "$front") - before) * 1000 / requests))
    if [ "$best" -gt 0 ] && [ $((cost * 100)) -gt $((best * 95)) ]; then calm=$((calm + 1)); else calm=0; fi
    if [ "$best" = 0 ] || [ "$cost" -lt "$best" ]; then best=$cost; fi
    if [ "$i" -ge 8 ] && [ "$calm" -ge 3 ]; then break; fi
    sleep 1
  done
}

# What a bench EPD and a signed-in doctor see: starts both, and puts the way to the patient's page and the letters into PRODUCT_*.
start_hospital() { # delays|fast
  local epd
  epd=$(free_port)
  : >"$work/epd.log"
  taskset -c 1 setpriv --pdeathsig TERM dotnet "$benchmarks_dll" epd "$epd" "$work/harness/data" "$1" >>"$work/epd.log" 2>&1 </dev/null &
  epd_pid=$!
  for _ in $(seq 100); do grep -q '^READY' "$work/epd.log" && break; sleep 0.2; done
  note "the bench EPD: $(sed -n 's/^READY //p' "$work/epd.log"), $1"
  unset Epd__BaseAddress
  portal_settings "$port" "http://127.0.0.1:$epd/fhir"
  start_front "$work/portal.log" dotnet "$portal_dll"
  local base=https://127.0.0.1:$port page
  card() { curl -sS -k --cert "$certs/huisarts.chain.pem" --key "$certs/huisarts.key" -c "$work/jar2" -b "$work/jar2" "$@"; }
  rm -f "$work/jar2"
  card -o /dev/null "$base/inloggen"
  PRODUCT_EPD=http://127.0.0.1:$epd
  page=$(card "$base/patienten" | grep -o '/patient/[A-Za-z0-9_-]*' | awk 'NR == 1')
  [ -n "$page" ] || fail "the bench patient is not on the list; see $work/portal.log"
  card "$base$page/brieven" >"$work/page.html"
  PRODUCT_PAGE_FAST=$page
  # The list leads to the page that reads it; the letter itself stands at the address above.
  letter_of() { sed -n "s#.*href=\"\($page/brief/[^\"]*\)/lezen\">Ontslagbrief $1<.*#\1#p" "$work/page.html"; }
  PRODUCT_PDF50K=$(letter_of 50k) PRODUCT_PDF1M=$(letter_of 1m) PRODUCT_PDF20M=$(letter_of 20m)
  PRODUCT_HEADER="Cookie: $(awk '$6 ~ /^__Host-/ {printf "%s%s=%s", (n++ ? "; " : ""), $6, $7}' "$work/jar2")"
  export PRODUCT_HEADER
  warm_opened "$page"
  warm_opened "$PRODUCT_PDF50K"
}

stop_hospital() {
  stop_front
  kill -TERM "$epd_pid" 2>/dev/null || true
  wait "$epd_pid" 2>/dev/null || true
  unset PRODUCT_HEADER
}

# capacity WORKLOAD REFERENCE: what the product does per core beside what the reference does.
capacity() { sed -n "s/.*PRODUCT $1.* \/ $2.*per-core capacity \([0-9.]*\).*/\1/p" "$work/limits.out" | awk 'NR == 1'; }

measure_page() {
  harness_data
  portal_folder
  start_hospital fast
  export PRODUCT_PAGE_FAST
  limits page "$port" "$front" /help
  stop_hospital
  figure page_vs_project_and_string "$(capacity 'page, fast EPD' 'project+string page')" '>=0.60'
  unset PRODUCT_PAGE_FAST
  start_hospital delays
  PRODUCT_PAGE_EPD=$PRODUCT_PAGE_FAST
  unset PRODUCT_PAGE_FAST
  export PRODUCT_PAGE_EPD
  limits page "$port" "$front" /help
  stop_hospital
  unset PRODUCT_PAGE_EPD
  figure page_p50_minus_slowest_search_ms "$(sed -n 's/^ *product .*p50 - p50(slowest search) = *\(-\{0,1\}[0-9.]*\) ms.*/\1/p' "$work/limits.out")" '<=4'
}

measure_letters() {
  harness_data
  portal_folder
  start_hospital fast
  export PRODUCT_PDF50K PRODUCT_PDF1M PRODUCT_PDF20M
  limits letters "$port" "$front" /help
  letter_memory
  letter_first_byte
  unset PRODUCT_PDF50K PRODUCT_PDF1M PRODUCT_PDF20M
  stop_hospital
  figure letter_50k_vs_bare_yarp "$(capacity 'pdf 50k' bare-yarp)" '>=0.65'
  figure letter_1m_vs_bare_yarp "$(capacity 'pdf 1M' bare-yarp)" '>=0.90'
  figure letter_20m_vs_bare_yarp "$(capacity 'pdf 20M' bare-yarp)" '>=0.95'
}

# pss_under PATH: the median of the front's memory in kB, ten times a second, while 8 of these are in flight.
pss_under() {
  load "$1" "$port" 8 6 >/dev/null &
  local loading=$! i
  for i in $(seq 50); do
    awk '/^Pss:/ {print $2}' "/proc/$front/smaps_rollup"
    sleep 0.1
  done | sort -n | sed -n 25p
  wait "$loading"
}

# In turn, thrice; the heap of the many small letters is larger than what the large ones need, so this is often below zero.
letter_memory() {
  local i small
  for i in 1 2 3; do
    small=$(pss_under "$PRODUCT_PDF50K")
    echo $(($(pss_under "$PRODUCT_PDF20M") - small))
  done | sort -n | sed -n 2p | awk '{printf "%.1f", $1 / 1024}' >"$work/letter-memory"
  figure letters_8_x_20m_add_mb "$(cat "$work/letter-memory")" '<=2'
}

# first_byte PORT PATH: ms from request to first byte on one kept connection, the median of 300.
first_byte() {
  local i urls=()
  for i in $(seq 300); do urls+=(-o /dev/null "https://127.0.0.1:$1$2"); done
  taskset -c 1 curl -sS -k --http1.1 --cert "$certs/huisarts.chain.pem" --key "$certs/huisarts.key" -H "$PRODUCT_HEADER" \
    -w '%{http_code} %{time_pretransfer} %{time_starttransfer}\n' "${urls[@]}" >"$work/first-byte"
  [ "$(awk '$1 != 200' "$work/first-byte" | wc -l)" = 0 ] || fail "a letter was refused: $(awk '$1 != 200 {print $1; exit}' "$work/first-byte")"
  awk '{print ($3 - $2) * 1000}' "$work/first-byte" | sort -n | sed -n 150p
}

# Bare YARP before the same EPD, in turn with the portal on the same core.
letter_first_byte() {
  local yarp_port yarp i ours theirs append
  yarp_port=$(free_port)
  CERTS=$work/harness/certs PORT=$yarp_port FAST=$PRODUCT_EPD EPD=$PRODUCT_EPD DOTNET_TC_DelaySingleProcMultiplier=1 \
    setpriv --pdeathsig TERM taskset -c 0 "$work/harness/bin/bare-yarp/bare-yarp" >"$work/yarp.log" 2>&1 </dev/null &
  yarp=$!
  for i in $(seq 100); do port_free "$yarp_port" || break; sleep 0.2; done
  for i in 1 2 3 4 5 6; do load /fhir/Binary/50k "$yarp_port" >/dev/null; sleep 0.5; done
  for i in 1 2 3 4 5; do
    theirs=$(first_byte "$yarp_port" /fhir/Binary/50k)
    ours=$(first_byte "$port" "$PRODUCT_PDF50K")
    echo "$ours $theirs"
  done | awk '{print $1 - $2}' | sort -n | sed -n 3p >"$work/first-byte-over"
  kill -TERM "$yarp"
  wait "$yarp" || true
  append=$(taskset -c 0 dotnet "$benchmarks_dll" trail-figures "$work/first-byte-trail" | sed -n 's/^append_p50_ms //p')
  note "first byte: $(cat "$work/first-byte-over") ms after bare YARP's, of which one record $append ms"
  figure letter_first_byte_over_yarp_and_record_ms "$(awk -v a="$append" '{printf "%.2f", $1 - a}' "$work/first-byte-over")" '<=1'
}
