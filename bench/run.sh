#!/bin/sh
# Every benchmark, one after the other; from anywhere, on a quiet machine. What it prints goes into docs/benchmarks.md.
set -eu
cd "$(dirname "$0")/.."
. launcher/jdk.sh
interlock_find_jdk
export JAVA_HOME="$INTERLOCK_JDK"

mvn -q -B -o -ntp -Dlint=off -pl bench -am -DskipTests package dependency:build-classpath \
  -Dmdep.outputFile=target/classpath >/dev/null
run() { # CLASS ARGS...
  echo "== $*"
  (cd bench && "$INTERLOCK_JDK/bin/java" -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow \
    -cp "target/classes:$(cat target/classpath)" "$@" 2>/dev/null)
}

echo "== bench/cold-start.sh"
bench/cold-start.sh
echo "== bench/server-start.sh"
bench/server-start.sh
run dev.interlock.bench.pages.PageSpeed
run dev.interlock.bench.estate.LoadLargeEstate
run dev.interlock.bench.windows.WindowSpeed
run dev.interlock.bench.gate.GateSpeed
run dev.interlock.bench.ledger.LedgerSpeed
run dev.interlock.bench.ledger.PostgresSpeed
echo "== bench/large-manifest.sh"
bench/large-manifest.sh
