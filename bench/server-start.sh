#!/bin/sh
# How long `interlock up` takes until it says where it is: at the first start, which makes the database and takes the
# sample in, and later, each with and without the start-up cache. The kinds take turns, so that a busy machine is as
# unfair to one as to the other. Usage: bench/server-start.sh [ROUNDS]; from the checkout, on a quiet machine.
set -eu
cd "$(dirname "$0")/.."
rounds=${1:-5}
scratch=$(mktemp -d)
server=
trap 'if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi; rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM

now() { date +%s%N; }

# Seconds of processor time the server itself has used: what a busy machine changes least. A tick is 10 ms.
processor() { sed 's/.*) //' "/proc/$1/stat" | awk '{ print ($12 + $13) * 10 }'; }

# start KIND MODE DATA: starts, waits until the server is there, notes milliseconds of clock and processor, stops it.
start() {
  said=$scratch/said
  : >"$said"
  begin=$(now)
  INTERLOCK_AOT_MODE=$2 ./interlock up --port 0 --data "$3" >"$said" 2>"$scratch/log" &
  server=$!
  until grep -q 'Interlock is at' "$said"; do
    kill -0 "$server" 2>/dev/null || {
      cat "$scratch/log" >&2
      exit 1
    }
    sleep 0.02
  done
  echo "$((($(now) - begin) / 1000000)) $(processor "$server")" >>"$scratch/$1"
  kill "$server"
  wait "$server" || true
  server=
}

# Builds and trains when needed.
start unmeasured auto "$scratch/data"
rm -rf "$scratch/data"
round=0
while [ $round -lt "$rounds" ]; do
  for mode in auto off; do
    rm -rf "$scratch/data-$mode"
    start "first-$mode" $mode "$scratch/data-$mode"
    start "warm-$mode" $mode "$scratch/data-$mode"
  done
  round=$((round + 1))
done

# told KIND LABEL
told() {
  sort -n "$scratch/$1" | awk -v label="$2" '{ wall[NR] = $1; cpu[NR] = $2 }
    END { m = int((NR + 1) / 2)
      printf "%-36s %6d ms  (min %d, max %d, %d runs; processor %d ms)\n", label, wall[m], wall[1], wall[NR], NR, cpu[m] }'
}
told first-auto "first start, cached"
told first-off "first start, INTERLOCK_AOT_MODE=off"
told warm-auto "later start, cached"
told warm-off "later start, INTERLOCK_AOT_MODE=off"
