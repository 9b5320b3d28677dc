# Finds a JDK of version 25 or newer and leaves its home in INTERLOCK_JDK.
# The version is read from the JDK's `release` file, so that no Java process is started to ask for it.

interlock_java_version() { # HOME: leaves the feature version in `version`; empty when there is none
  version=
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
  while IFS= read -r line; do
    case $line in
    JAVA_VERSION=*)
      version=${line#JAVA_VERSION=\"}
      version=${version%%[!0-9]*}
      return 0
      ;;
    esac
  done <"$1/release"
}

interlock_is_jdk_25() { # HOME
  interlock_java_version "$1"
  [ -n "$version" ] && [ "$version" -ge 25 ] && [ -x "$1/bin/javac" ]
}

interlock_find_jdk() {
  for home in \
    "${JAVA_HOME:-}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/*; do
    if [ -n "$home" ] && interlock_is_jdk_25 "$home"; then
      INTERLOCK_JDK=$home
      return 0
    fi
  done
  on_path=$(command -v java || true)
  if [ -n "$on_path" ]; then
    home=$(dirname -- "$(dirname -- "$(readlink -f -- "$on_path")")")
    if interlock_is_jdk_25 "$home"; then
      INTERLOCK_JDK=$home
      return 0
    fi
  fi
  cat >&2 <<'MESSAGE'
interlock: no JDK 25 found in JAVA_HOME, the usual system folders or on PATH.
  hint: install one (Eclipse Temurin 25, Debian: temurin-25-jdk or openjdk-25-jdk; macOS: temurin@25),
        or set JAVA_HOME to the folder that holds bin/javac of a JDK 25.
MESSAGE
  return 1
}
