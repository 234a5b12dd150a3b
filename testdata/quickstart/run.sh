#!/usr/bin/env bash
# Starts otelcol-genai with the quickstart configuration, plays the sample and
# shows what came out as a tree. Then it goes on listening until Ctrl-C.
#
#   ONCE=1                        end after the sample, on free ports
#   GRPC_PORT=4317 HTTP_PORT=4318 where to listen
#   GENAI_OUTPUT=FILE             keep what the collector writes
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly host=127.0.0.1
readonly sample=testdata/quickstart
readonly collector=_build/otelcol-genai
readonly once=${ONCE:-}

collector_pid=
tree_pid=
work=$(mktemp -d "${TMPDIR:-/tmp}/genai-quickstart.XXXXXX")
log=$work/collector.log

# stop PID: ends a process of ours, if it was started, and waits for it.
stop() {
  if [[ -n $1 ]]; then
    kill -TERM "$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
  fi
}

cleanup() {
  trap - EXIT INT TERM
  stop "$collector_pid"
  stop "$tree_pid"
  rm -rf "$work"
}
trap cleanup EXIT
trap 'echo; exit 0' INT TERM

fail() {
  printf 'make run: %s\n' "$1" >&2
  exit 1
}

# taken PORT: whether something listens there.
taken() {
  (exec 3<>"/dev/tcp/$host/$1") 2>/dev/null
}

free_port() {
  local port
  for _ in {1..100}; do
    port=$((20000 + RANDOM % 30000))
    if ! taken "$port"; then
      printf '%s\n' "$port"
      return
    fi
  done
  fail "found no free port on $host"
}

choose_ports() {
  if [[ -n $once ]]; then
    GRPC_PORT=${GRPC_PORT:-$(free_port)}
    HTTP_PORT=${HTTP_PORT:-$(free_port)}
  fi
  GRPC_PORT=${GRPC_PORT:-4317}
  HTTP_PORT=${HTTP_PORT:-4318}
  HEALTH_PORT=${HEALTH_PORT:-$(free_port)}
  export GRPC_PORT HTTP_PORT HEALTH_PORT
  local port
  for port in "$GRPC_PORT" "$HTTP_PORT" "$HEALTH_PORT"; do
    if taken "$port"; then
      fail "port $port is taken, perhaps by another collector. Stop that, or choose others: make run GRPC_PORT=14317 HTTP_PORT=14318"
    fi
  done
}

# healthy: whether the collector's health check answers 200.
healthy() {
  local status=
  {
    printf 'GET / HTTP/1.0\r\n\r\n' >&3
    read -r -t 2 status <&3
  } 2>/dev/null 3<>"/dev/tcp/$host/$HEALTH_PORT" || return 1
  [[ $status == *" 200 "* ]]
}

show_log_and_fail() {
  printf 'make run: %s. The end of its log:\n\n' "$1" >&2
  tail -n 12 "$log" | cut -c 1-400 >&2
  exit 1
}

start_collector() {
  export GENAI_OUTPUT=${GENAI_OUTPUT:-$work/output.jsonl}
  "$collector" --config "$sample/collector.yaml" >"$log" 2>&1 &
  collector_pid=$!
  for _ in {1..150}; do
    if ! kill -0 "$collector_pid" 2>/dev/null; then
      show_log_and_fail "the collector ended while it started"
    fi
    if healthy; then
      return
    fi
    sleep 0.1
  done
  show_log_and_fail "the collector was not ready within 15 seconds"
}

# The collector has no batch processor: what play has sent is in the file as
# soon as the file exporter flushes, every 200 ms.
wait_for_output() {
  for _ in {1..100}; do
    if [[ -s $GENAI_OUTPUT ]]; then
      sleep 0.5
      return
    fi
    sleep 0.1
  done
  show_log_and_fail "the collector wrote nothing within 10 seconds"
}

say_where_to_send() {
  cat <<EOF
The collector goes on listening. Send it your own spans:

  OTLP/gRPC   $host:$GRPC_PORT
  OTLP/HTTP   http://$host:$HTTP_PORT

  export OTEL_EXPORTER_OTLP_ENDPOINT=http://$host:$HTTP_PORT OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf

Each trace is shown here when it has become quiet. Ctrl-C stops the collector.

EOF
}

[[ -x $collector ]] || fail "$collector is missing: run \"make build\" first"
choose_ports
go -C cmd/genai build -o "$work/genai" .
start_collector

"$work/genai" play -endpoint "http://$host:$HTTP_PORT" \
  "$sample"/{support-agent,knowledge-base,billing-assistant,logs}.json
wait_for_output
echo
"$work/genai" tree "$GENAI_OUTPUT"

if [[ -n $once ]]; then
  exit 0
fi
say_where_to_send
"$work/genai" tree -follow -traces 0 "$GENAI_OUTPUT" &
tree_pid=$!
while kill -0 "$tree_pid" 2>/dev/null; do
  kill -0 "$collector_pid" 2>/dev/null || show_log_and_fail "the collector ended"
  sleep 0.5
done
fail "the tree ended"
