# Builds, trains the start-up cache and runs. Expects `here` (the checkout) and INTERLOCK_JDK.

dist=$here/cli/target/dist
stamp=$dist/built
# A cache belongs to the exact Java runtime that wrote it.
cache=$dist/interlock-$(cksum <"$INTERLOCK_JDK/release" | tr -cd 0-9).aot

# Serial collection starts fastest and keeps the smallest footprint; heap enough for a 100 MB manifest.
jvm_options="-XX:+UseSerialGC -Xmx${INTERLOCK_HEAP:-768m} -Djdk.reflect.useNativeAccessorOnly=true \
--sun-misc-unsafe-memory-access=allow"

interlock_sources_changed() {
  [ -f "$stamp" ] || return 0
  [ -n "$(find "$here/pom.xml" "$here"/*/pom.xml "$here"/*/src/main -newer "$stamp" -print -quit)" ]
}

interlock_maven() { # ARGS
  command -v mvn >/dev/null || {
    echo "interlock: Maven is needed to build and is not on PATH." >&2
    echo "  hint: install it (Debian: apt-get install maven; macOS: brew install maven)." >&2
    exit 3
  }
  # Maven's own libraries still use what newer JDKs warn about; the warning would only worry people.
  JAVA_HOME=$INTERLOCK_JDK MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow" \
    mvn -B -ntp -Dstyle.color=never "$@"
}

interlock_build_if_needed() {
  interlock_sources_changed || return 0
  mkdir -p "$here/.interlock"
  exec 9>"$here/.interlock/build.lock"
  if command -v flock >/dev/null; then flock 9; fi
  if interlock_sources_changed; then
    echo "interlock: building; the first time takes a minute or two …" >&2
    log=$here/.interlock/build.log
    (cd "$here" && interlock_maven -q -Dlint=off -DskipTests -pl cli -am package 9>&-) >"$log" 2>&1 || {
      cat "$log" >&2
      echo "interlock: the build failed, see above." >&2
      exit 3
    }
    interlock_mark_built
    interlock_train
  fi
  exec 9>&-
}

interlock_mark_built() {
  [ -d "$dist/lib" ] || {
    echo "interlock: nothing is built yet." >&2
    exit 3
  }
  touch "$stamp"
}

# Without a cache the program still runs, only slower to start: a failed training is no error, and an
# empty file in the cache's place keeps it from being tried at every start.
interlock_train() {
  rm -f "$dist"/*.aot "$dist"/*.aot.config
  (
    cd "$here" &&
      "$INTERLOCK_JDK/bin/java" $jvm_options -XX:AOTCacheOutput="$cache" -cp "$dist/lib/interlock.jar" \
        dev.interlock.cli.Training launcher/training.txt
  ) >"$dist/training.log" 2>&1 || : >"$cache"
}

interlock_train_if_needed() {
  if [ -f "$cache" ] && [ -z "$(find "$dist/lib" -newer "$cache" -print -quit)" ]; then return 0; fi
  interlock_train
}

# Tells the program what Java cannot ask: which streams are a terminal, and how wide it is.
interlock_tell_terminal() {
  INTERLOCK_TTY=
  [ ! -t 0 ] || INTERLOCK_TTY=0
  [ ! -t 1 ] || INTERLOCK_TTY=${INTERLOCK_TTY}1
  [ ! -t 2 ] || INTERLOCK_TTY=${INTERLOCK_TTY}2
  export INTERLOCK_TTY
  if [ -t 1 ] && [ -z "${COLUMNS-}" ]; then
    COLUMNS=$(stty size </dev/tty 2>/dev/null | cut -d' ' -f2) || COLUMNS=
    export COLUMNS
  fi
}

# Most commands end before the second compiler has paid for itself; a ledger is all hashing, and pays.
interlock_run() {
  interlock_tell_terminal
  level=1
  if [ "${1-}" = ledger ]; then level=4; fi
  if [ -s "$cache" ]; then
    set -- -XX:AOTCache="$cache" -XX:AOTMode="${INTERLOCK_AOT_MODE:-auto}" \
      -cp "$dist/lib/interlock.jar" dev.interlock.cli.Main "$@"
  else
    set -- -cp "$dist/lib/interlock.jar" dev.interlock.cli.Main "$@"
  fi
  exec "$INTERLOCK_JDK/bin/java" $jvm_options -XX:TieredStopAtLevel=$level "$@"
}
