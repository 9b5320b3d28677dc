#!/bin/sh
# Runs the tests: test.sh CHECKOUT JDK [--fast|--soak]. Called by `./interlock test`.
#   (nothing)  everything: style, units, properties, the built program from outside
#   --fast     the developer's loop: units and properties only, without what is tagged slow
#   --soak     everything with many more random cases, then every benchmark: hours, on a quiet machine
#   --update-goldens   rewrites the golden files instead of comparing; read what changed before committing
# A part whose data or tool is absent is skipped by name; with INTERLOCK_REQUIRE=all a skip is a failure.
set -eu
here=$1
INTERLOCK_JDK=$2
shift 2
. "$here/launcher/build.sh"
cd "$here"

options=
soak=
for argument in "$@"; do
  case $argument in
  --fast) options="$options -Dlint=off -DskipITs -DexcludedGroups=slow" ;;
  --soak)
    options="$options -Dinterlock.seeds=2000"
    soak=yes
    ;;
  --update-goldens) options="$options -Dgolden.update=true" ;;
  --help | -h)
    sed -n 's/^# \{0,1\}//p' "$here/launcher/test.sh" | sed 1d
    exit 0
    ;;
  *)
    echo "interlock test: unknown option '$argument', expected --fast, --soak or --update-goldens." >&2
    exit 2
    ;;
  esac
done

# Tests make and remove databases by the hundred. In memory none waits for a disk, and no file system searches for
# places among what was just removed. Only where there is plenty of it, and programs may run there.
memory=/dev/shm
scratch=$memory/il-$$
memory_is_enough() {
  [ -w "$memory" ] && [ -r /proc/meminfo ] || return 1
  room=$(df -Pk "$memory" | awk 'NR == 2 { print $4 }')
  free=$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo)
  limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || echo max)
  [ "${room:-0}" -ge 6000000 ] && [ "${free:-0}" -ge 12000000 ] || return 1
  case $limit in max | ?????????????*) true ;; ???????????) [ "$limit" -ge 14000000000 ] ;; *) false ;; esac
}
runs_programs() { # FOLDER
  printf '#!/bin/sh\nexit 0\n' >"$1/runs" && chmod +x "$1/runs" && "$1/runs" 2>/dev/null
}
for left in "$memory"/il-*; do
  # Of a run that was killed.
  if [ -d "$left" ] && ! kill -0 "${left##*-}" 2>/dev/null; then rm -rf "$left"; fi
done
if memory_is_enough && (umask 022 && mkdir "$scratch") 2>/dev/null; then
  trap 'rm -rf "$scratch"' EXIT
  trap 'exit 130' HUP INT TERM
  if runs_programs "$scratch"; then options="$options -Dtest.temporary=$scratch"; fi
fi

rm -rf ./*/target/surefire-reports ./*/target/failsafe-reports ./*/target/goldens.txt
status=0
# --fail-at-end: one failing module must not hide what the others would have said.
# Modules that do not need each other are tested at the same time, as many as there are cores.
interlock_maven -q -T 1C --fail-at-end $options verify || status=$?
"$INTERLOCK_JDK/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 launcher/TestSummary.java . || status=1
if [ -n "$soak" ] && [ $status -eq 0 ]; then sh bench/run.sh; fi
exit $status
