# What the commands in ops/ share; source it, it runs nothing by itself.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
self=$(basename "$0")
state=${ZVP_RUN:-$root/run}
certs=${ZVP_CERTS:-$root/certs-dev/out}
portal_project=$root/src/ZorgverlenersPortaal.Portal
portal_dll=$portal_project/bin/Release/net10.0/ZorgverlenersPortaal.Portal.dll
sandbox_project=$root/src/ZorgverlenersPortaal.EpdSandbox
sandbox_dll=$sandbox_project/bin/Release/net10.0/ZorgverlenersPortaal.EpdSandbox.dll
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "$self" "$*" >&2; exit 1; }

# need_value OPTION [VALUE]: the value of an option is there.
need_value() { [ $# -ge 2 ] && [ -n "$2" ] || fail "$1 needs a value; see --help"; }

# has WHAT: a command on PATH, or an installed Debian package for what has no command.
has() {
  case $1 in
    fonts-* | libnginx-* | libengine-*) dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed' ;;
    postgresql) compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null ;; # its programs are on nobody's PATH
    *) command -v "$1" >/dev/null || [ -x "/usr/sbin/$1" ] ;; # where only root looks
  esac
}

package_of() {
  case $1 in
    npm) echo "nodejs npm" ;;
    certutil | pk12util) echo libnss3-tools ;;
    flock | setpriv) echo util-linux ;;
    softhsm2-util) echo softhsm2 ;;
    pkcs11-tool) echo opensc ;;
    pdftotext) echo poppler-utils ;;
    dpkg-deb) echo dpkg ;;
    systemd-analyze) echo systemd ;;
    *) echo "$1" ;;
  esac
}

# need WHAT...: installs the Debian packages of whatever is missing, or says exactly what to install.
need() {
  local what package missing=()
  for what in "$@"; do
    has "$what" && continue
    for package in $(package_of "$what"); do
      case " ${missing[*]-} " in *" $package "*) ;; *) missing+=("$package") ;; esac
    done
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  local as=()
  if ! command -v apt-get >/dev/null; then fail "install first: ${missing[*]}"; fi
  if [ "$(id -u)" != 0 ]; then
    if ! sudo -n true 2>/dev/null && ! { [ -t 0 ] && command -v sudo >/dev/null; }; then
      fail "install first: apt-get install ${missing[*]}"
    fi
    as=(sudo)
  fi
  say "installing ${missing[*]}"
  local log
  log=$(mktemp)
  if ! { "${as[@]}" apt-get update -qq &&
    "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    fail "installing failed: apt-get install ${missing[*]} (all of it in $log)"
  fi
  rm -f "$log"
}

need_dotnet() {
  command -v dotnet >/dev/null || fail "there is no dotnet: install the .NET 10 SDK"
  (cd "$root" && dotnet --version >/dev/null 2>&1) || fail "the .NET 10 SDK is needed; found: $(dotnet --list-sdks 2>/dev/null | tr '\n' ' ')"
}

# quiet LOG COMMAND...: what it says goes to the log; on failure the end of it is shown.
quiet() {
  local log=$1
  shift
  "$@" >>"$log" 2>&1 </dev/null || { grep -E 'error|warn' "$log" | sort -u | tail -n 15 >&2 || tail -n 15 "$log" >&2; fail "failed: $* (all of it in $log)"; }
}

# stale DLL PROJECT: nothing was built, or a source is newer.
stale() {
  [ -e "$1" ] || return 0
  [ -n "$(find "$root/src" "$root/Directory.Packages.props" "$root/Directory.Build.props" \
    \( -name obj -o -name bin -o -name node_modules -o -path '*/wwwroot/lib' \) -prune -o -type f -newer "$1" -print -quit)" ]
}

# build_programs: the portal and the sandbox, Release, only when something changed.
build_programs() {
  need_dotnet
  local stamp=$root/src/ZorgverlenersPortaal.Portal/obj/ops-built
  if [ -e "$portal_dll" ] && [ -e "$sandbox_dll" ] && ! stale "$stamp"; then return; fi
  need npm
  say "building (a first time takes some minutes)"
  mkdir -p "$state"
  : >"$state/build.log"
  local project started
  started=$(mktemp)
  for project in "$portal_project" "$sandbox_project"; do
    quiet "$state/build.log" dotnet build "$project" -c Release -nologo -v minimal -p:RestoreLockedMode=true
  done
  mv "$started" "$stamp"
}

make_certs() { # what it makes is told; what it keeps is not
  need openssl
  "$root/certs-dev/make-certs" --out "$certs" 8>&- 9>&-
}

port_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
  local port
  for _ in $(seq 50); do
    # Below the range from which the system gives ports to outgoing connections; the tests take theirs below 20000.
    port=$((20000 + RANDOM % 12000))
    if port_free "$port"; then echo "$port"; return; fi
  done
  fail "found no free port"
}

# portal_settings PORT EPD: the settings of a portal on this machine; what the environment has already stays.
portal_settings() {
  setting DOTNET_ENVIRONMENT Sandbox
  setting Portal__Origin "https://localhost:$1"
  setting Portal__Certificate "$certs/server.crt"
  setting Portal__CertificateKey "$certs/server.key"
  setting Portal__HospitalName "Drechtoever Ziekenhuis"
  setting Portal__OfficePhone "078 000 20 04"
  setting Portal__ReceptionPhone "078 000 10 00"
  setting Epd__BaseAddress "$2"
  setting Storage__ConnectionString "Data Source=$state/portal.db"
  setting Uzi__TrustAnchors__0 "$certs/trust-anchors.pem"
  setting Uzi__Intermediates__0 "$certs/intermediates.pem"
  setting Uzi__TestCards true
  setting Uzi__Revocation__Folder "$certs/crl"
  setting Audit__CheckpointFolder "$state/checkpoints"
  setting Audit__CheckpointKey "$state/checkpoint.key"
  # The pages and their assets stand beside the sources; paths given by hand stay relative to where you are.
  setting ASPNETCORE_CONTENTROOT "$portal_project"
}

# tls_conf: the file that gives OpenSSL under the portal the groups of its TLS profile. Only ever for the portal's own process.
tls_conf() {
  case $(openssl version) in
    "OpenSSL 3."[0-4].*) echo "$root/ops/tls/openssl.cnf" ;;
    *) echo "$root/ops/tls/openssl-3.5.cnf" ;;
  esac
}

# portal_program COMMAND...: runs the portal's program with the settings of portal_settings.
portal_program() { OPENSSL_CONF=${OPENSSL_CONF:-$(tls_conf)} dotnet "$portal_dll" "$@"; }

setting() { [ -n "${!1:-}" ] || export "$1=$2"; }

# portal_state: the folder of accounts and trail, with the key that signs checkpoints.
portal_state() {
  (umask 077 && mkdir -p "$state" "$state/checkpoints")
  [ -e "$state/checkpoint.key" ] || Audit__CheckpointKey='' Audit__CheckpointFolder='' \
    portal_program audit key "$state/checkpoint.key" >/dev/null || fail "could not make $state/checkpoint.key"
}

# running_setting NAME: what the running ops/run uses (port, epd); fails when none runs.
running_setting() {
  running || return 1
  sed -n "s/^$1=//p" "$state/settings"
}

running() { # an ops/run holds the lock of this state folder
  [ -e "$state/lock" ] && [ -e "$state/settings" ] && ! flock -n "$state/lock" true 2>/dev/null
}

# start_own_run WORK [OPTIONS]: an ops/run on a free port with its state under WORK; sets port and state.
own_run=''
start_own_run() {
  local work=$1
  export ZVP_RUN=$work/run
  state=$ZVP_RUN
  port=$(free_port)
  say "starting a portal of its own on port $port"
  : >"$work/run.out"
  "$root/ops/run" --port "$port" "${@:2}" >"$work/run.out" 2>&1 </dev/null &
  own_run=$!
  until grep -qx READY "$work/run.out"; do
    kill -0 "$own_run" 2>/dev/null || { tail -n 5 "$work/run.out" >&2; own_run=''; fail "the portal did not start"; }
    sleep 0.3
  done
}

stop_own_run() {
  [ -n "$own_run" ] || return 0
  kill -TERM "$own_run" 2>/dev/null || true
  wait "$own_run" 2>/dev/null || true
  own_run=''
}
