#!/bin/sh
# Cold starts of whole commands, wall clock and peak memory, next to the same command without the start-up
# cache and to a JVM that does nothing. Usage: bench/cold-start.sh [RUNS]; from the checkout, on a quiet machine.
set -eu
cd "$(dirname "$0")/.."
runs=${1:-11}
. launcher/jdk.sh
interlock_find_jdk
./interlock gate --help >/dev/null # builds and trains when needed

now() { date +%s%N; }

# median LABEL COMMAND...: the median wall time in milliseconds over the runs, after one warm-up. A command that
# fails (exit code 2 or more) measures nothing and ends the script.
median() {
  label=$1
  shift
  must_answer "$@"
  i=0
  while [ $i -lt "$runs" ]; do
    start=$(now)
    "$@" >/dev/null 2>&1 || true
    echo $((($(now) - start) / 1000000))
    i=$((i + 1))
  done | sort -n | awk -v label="$label" '{ t[NR] = $1 }
    END { printf "%-44s %6d ms  (min %d, max %d, %d runs)\n", label, t[int((NR + 1) / 2)], t[1], t[NR], NR }'
}

must_answer() {
  "$@" >/dev/null 2>&1 && return 0
  status=$?
  if [ $status -ge 2 ]; then
    echo "exit code $status from: $*" >&2
    exit 1
  fi
}

sample="--estate samples/estate"
gate="gate samples/changes/manufacturing-release.yaml $sample --evidence samples/evidence --at 2026-11-21T22:30:00Z"
check="check samples/manifests samples/azure $sample --environment core-production"
nothing="$INTERLOCK_JDK/bin/java -XX:+UseSerialGC -Xshare:auto -version"

median "JVM that does nothing (java -version)" $nothing
median "interlock check, cached" ./interlock $check
median "interlock check, INTERLOCK_AOT_MODE=off" env INTERLOCK_AOT_MODE=off ./interlock $check
median "interlock gate, cached" ./interlock $gate
median "interlock gate, INTERLOCK_AOT_MODE=off" env INTERLOCK_AOT_MODE=off ./interlock $gate
