# Builds the server when it is first asked for, trains its own start-up cache and starts it from its own folder of
# jars. Expects `here`, INTERLOCK_JDK, and what build.sh says.

server=$here/server/target/dist
server_cache=$server/interlock-server-$runtime.aot
server_options="-XX:+UseG1GC -Xmx${INTERLOCK_HEAP:-1g} --sun-misc-unsafe-memory-access=allow \
--enable-native-access=ALL-UNNAMED"

interlock_server_changed() {
  [ -f "$server/built" ] || return 0
  [ -n "$(find "$here/pom.xml" "$here"/*/pom.xml "$here"/*/src/main -newer "$server/built" -print -quit)" ]
}

# After a build that ran Maven itself. What is in the folder then is the server as it was just built.
interlock_mark_server_built() {
  if [ -d "$server/lib" ]; then touch "$server/built"; fi
}

interlock_build_server_if_needed() {
  interlock_server_changed || return 0
  mkdir -p "$here/.interlock"
  echo "interlock: building the server; the first time takes a minute or two …" >&2
  log=$here/.interlock/build.log
  (cd "$here" && interlock_maven -q -Dlint=off -DskipTests -pl server -am package) >"$log" 2>&1 || {
    cat "$log" >&2
    echo "interlock: the build failed, see above." >&2
    exit 3
  }
  touch "$server/built"
}

# A whole server is started once on the sample, with a folder of its own, and its pages are opened. The PostgreSQL that
# it unpacked is kept: a first start copies it instead of unpacking it again. As with the cache of the commands, a
# failed training is no error.
interlock_train_server_if_needed() {
  if [ -f "$server_cache" ] && [ -z "$(find "$server/lib" -newer "$server_cache" -print -quit)" ]; then return 0; fi
  [ -w "$server" ] || return 0
  echo "interlock: getting ready to start faster; once after each build …" >&2
  fresh=$server_cache.$$
  data=$server/training.$$
  rm -rf "$server"/*.aot "$server"/*.aot.* "$server"/training.*
  (
    cd "$here" &&
      INTERLOCK_HOME=$here "$INTERLOCK_JDK/bin/java" $server_options -XX:AOTCacheOutput="$fresh" \
        -cp "$server/lib/interlock-server.jar" dev.interlock.cli.server.ServerTraining "$data"
  ) >"$server/training.log" 2>&1 || : >"$fresh"
  [ -e "$fresh" ] || : >"$fresh"
  if [ -d "$data/binaries" ]; then
    rm -rf "$server/postgresql"
    mv "$data/binaries" "$server/postgresql"
    chmod go-w "$server/postgresql"
  fi
  mv -f "$fresh" "$server_cache"
  rm -rf "$fresh".* "$data"
}

interlock_up() {
  interlock_build_server_if_needed
  interlock_train_server_if_needed
  interlock_tell_terminal
  interlock_read_names
  INTERLOCK_HOME=$here
  export INTERLOCK_HOME
  if [ -s "$server_cache" ]; then
    set -- -XX:AOTCache="$server_cache" -XX:AOTMode="${INTERLOCK_AOT_MODE:-auto}" \
      -cp "$server/lib/interlock-server.jar" dev.interlock.cli.Main "$@"
  else
    set -- -cp "$server/lib/interlock-server.jar" dev.interlock.cli.Main "$@"
  fi
  exec "$INTERLOCK_JDK/bin/java" $server_options -Dinterlock.postgresql="$server/postgresql" "$@"
}
