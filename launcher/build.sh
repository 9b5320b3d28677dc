# Builds, trains the start-up cache and runs. Expects `here` (the checkout) and INTERLOCK_JDK.

dist=$here/cli/target/dist
stamp=$dist/built
# A cache belongs to the exact Java runtime that wrote it.
runtime=$(cksum <"$INTERLOCK_JDK/release" | tr -cd 0-9)

# Two caches, because one is mapped as a whole and all that was trained is compiled at once: what `gate` and `check`
# need, which every pipeline asks, and what the other commands need.
interlock_choose_cache() { # COMMAND
  case ${1-} in
  gate | check) purpose=decisions ;;
  *) purpose=other-commands ;;
  esac
  cache=$dist/$purpose-$runtime.aot
}

# Serial collection starts fastest and keeps the smallest footprint; heap enough for a 100 MB manifest, its
# new part large enough that most commands end before the first collection. picocli must not look through every jar
# for Groovy.
# Whoever gives another size of the heap leaves its parts to Java.
heap_options="-Xmx${INTERLOCK_HEAP:-768m -XX:NewSize=80m}"
jvm_options="-XX:+UseSerialGC $heap_options -XX:-UsePerfData -Djdk.reflect.useNativeAccessorOnly=true \
-Dpicocli.disable.closures=true --sun-misc-unsafe-memory-access=allow"

interlock_sources_changed() {
  [ -f "$stamp" ] || return 0
  [ -n "$(find "$here/pom.xml" "$here"/*/pom.xml "$here"/*/src/main -newer "$stamp" -print -quit)" ]
}

# Where Maven is not installed, the wrapper fetches it once, into the home of whoever builds.
interlock_maven() { # ARGS
  maven=mvn
  command -v mvn >/dev/null || maven=$here/mvnw
  # Maven's own libraries still use what newer JDKs warn about; the warning would only worry people.
  JAVA_HOME=$INTERLOCK_JDK MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow" \
    "$maven" -B -ntp -Dstyle.color=never "$@"
}

interlock_build_if_needed() {
  interlock_sources_changed || return 0
  mkdir -p "$here/.interlock" 2>/dev/null && [ -w "$here/.interlock" ] || {
    echo "interlock: the program must be built, and $here can't be written." >&2
    echo "  hint: run it once as somebody who can write there, or copy the folder." >&2
    exit 3
  }
  exec 9>"$here/.interlock/build.lock"
  if command -v flock >/dev/null; then flock 9; fi
  if interlock_sources_changed; then
    echo "interlock: building; the first time takes a minute or two …" >&2
    log=$here/.interlock/build.log
    # What is edited while the build runs is newer than its beginning, and built next time.
    touch "$here/.interlock/begun"
    (cd "$here" && interlock_maven -q -Dlint=off -DskipTests -pl cli -am package 9>&-) >"$log" 2>&1 || {
      cat "$log" >&2
      echo "interlock: the build failed, see above." >&2
      exit 3
    }
    interlock_mark_built "$here/.interlock/begun"
    interlock_train_all
  fi
  exec 9>&-
}

interlock_mark_built() { # [FILE that is as old as the beginning of the build]
  [ -d "$dist/lib" ] || {
    echo "interlock: nothing is built yet." >&2
    exit 3
  }
  touch "$dist/now"
  if [ -n "${1-}" ]; then touch -r "$1" "$stamp"; else touch "$stamp"; fi
  # A source dated in the future (a wrong clock, an unpacked archive) must not be built at every start.
  while future=$(find "$here/pom.xml" "$here"/*/pom.xml "$here"/*/src/main -newer "$dist/now" -print -quit) &&
    [ -n "$future" ]; do
    touch -r "$future" "$stamp"
    touch -r "$future" "$dist/now"
  done
  rm -f "$dist/now"
}

interlock_is_trained() {
  [ -f "$cache" ] && [ -z "$(find "$dist/lib" -newer "$cache" -print -quit)" ]
}

# One trains at a time, and who waited for another finds it done. A lock that belongs to somebody else, or that
# nobody here can hold, keeps no command from running.
interlock_train() {
  lock=/dev/null
  if command -v flock >/dev/null && (: >>"$dist/training.lock") 2>/dev/null; then lock=$dist/training.lock; fi
  exec 8>>"$lock"
  [ "$lock" = /dev/null ] || flock 8
  interlock_is_trained || interlock_train_anew 8>&-
  exec 8>&-
}

# Without a cache the program still runs, only slower to start: a failed training is no error, and an
# empty file in the cache's place keeps it from being tried at every start. The cache appears whole or not
# at all, also when one that trains is killed. What is called often in training is compiled as soon as a command
# starts; only what is called very often pays that.
interlock_train_anew() {
  fresh=$cache.$$
  # The cache that all commands shared before.
  rm -f "$dist"/interlock-*.aot "$dist/training.log"
  rm -f "$dist/$purpose"-*.aot "$dist/$purpose"-*.aot.*
  rm -rf "$dist/training"
  mkdir -p "$dist/training"
  (
    cd "$here" &&
      "$INTERLOCK_JDK/bin/java" $jvm_options -XX:CompileThresholdScaling=4 -XX:AOTCacheOutput="$fresh" \
        -cp "$dist/lib/interlock.jar" dev.interlock.cli.Training "launcher/training/$purpose.txt"
  ) >"$dist/$purpose.log" 2>&1 || : >"$fresh"
  [ -e "$fresh" ] || : >"$fresh"
  mv -f "$fresh" "$cache"
  rm -f "$fresh".*
  rm -rf "$dist/training"
}

interlock_train_all() {
  for command in gate --version; do
    interlock_choose_cache $command
    interlock_train
  done
}

interlock_train_if_needed() {
  if interlock_is_trained; then return 0; fi
  # A checkout that can't be written still runs.
  if [ -w "$dist" ]; then interlock_train; fi
}

# Tells the program what Java cannot ask: which streams are a terminal, and how wide it is.
interlock_tell_terminal() {
  INTERLOCK_TTY=
  [ ! -t 0 ] || INTERLOCK_TTY=0
  [ ! -t 1 ] || INTERLOCK_TTY=${INTERLOCK_TTY}1
  [ ! -t 2 ] || INTERLOCK_TTY=${INTERLOCK_TTY}2
  # Messages that tell what to type next call the program as the user did.
  INTERLOCK_NAME=$0
  export INTERLOCK_TTY INTERLOCK_NAME
  if [ -t 1 ] && [ -z "${COLUMNS-}" ]; then
    COLUMNS=$(stty size 2>/dev/null </dev/tty | cut -d' ' -f2) || COLUMNS=
    export COLUMNS
  fi
}

# Java reads names of files and arguments in the encoding of the locale. Where there is none, as in cron and
# slim containers, that would be ASCII, and a folder called "Güssing" could not be found.
interlock_read_names() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
  C | POSIX)
    LC_ALL=C.UTF-8
    export LC_ALL
    ;;
  esac
}

# True for a check of a large file: thousands of resources keep the second compiler's promise.
interlock_is_much() {
  [ "${1-}" = check ] || return 1
  for argument in "$@"; do
    if [ -f "$argument" ] && [ "$(wc -c <"$argument")" -gt 2000000 ]; then return 0; fi
  done
  return 1
}

# Most commands end before the second compiler has paid for itself. Where more was trained than a command needs, what is
# called a few hundred times only is not worth compiling either: the compiler takes the processor that the program could
# use. Ledgers, backups and drills are all hashing, and pay.
interlock_run() {
  interlock_tell_terminal
  interlock_read_names
  compiling='-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=2'
  case "${1-} ${2-}" in
  gate\ * | check\ *) compiling=-XX:TieredStopAtLevel=1 ;;
  ledger\ * | backup\ run | drill\ run) compiling=-XX:TieredStopAtLevel=4 ;;
  esac
  # Most of what is read of a large file stays until the report: fewer, longer collections copy it less often.
  if interlock_is_much "$@"; then compiling="-XX:TieredStopAtLevel=4 -Xmx${INTERLOCK_HEAP:-1100m -XX:NewSize=100m}"; fi
  if [ -s "$cache" ]; then
    set -- -XX:AOTCache="$cache" -XX:AOTMode="${INTERLOCK_AOT_MODE:-auto}" \
      -cp "$dist/lib/interlock.jar" dev.interlock.cli.Main "$@"
  else
    set -- -cp "$dist/lib/interlock.jar" dev.interlock.cli.Main "$@"
  fi
  exec "$INTERLOCK_JDK/bin/java" $jvm_options $compiling "$@"
}
