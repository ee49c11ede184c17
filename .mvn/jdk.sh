# Sourced by ./baedge and ./format: find_jdk sets $jdk to the home of a JDK 25 or newer.

jdk_wanted=25

# The major version of the JDK in folder $1, from its release file (no process started); empty if it is not a JDK.
jdk_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  while IFS='=' read -r key value; do
    if [ "$key" = JAVA_VERSION ]; then
      value=${value#\"}
      value=${value%%[!0-9]*}
      echo "$value"
      return 0
    fi
  done <"$1/release"
}

# Sets $jdk; false with one sentence on stderr when there is no JDK that is new enough.
find_jdk() {
  jdk=
  for candidate in "${BAEDGE_JAVA_HOME:-}" "${JAVA_HOME:-}"; do
    [ -n "$candidate" ] || continue
    major=$(jdk_major "$candidate")
    if [ "${major:-0}" -ge "$jdk_wanted" ]; then
      jdk=$candidate
      return 0
    fi
    if [ "$candidate" = "${BAEDGE_JAVA_HOME:-}" ]; then
      echo "baedge: BAEDGE_JAVA_HOME=$candidate is not a JDK $jdk_wanted or newer; set it to one or unset it." >&2
      return 1
    fi
  done
  on_path=
  if on_path=$(command -v javac 2>/dev/null); then
    on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    on_path=${on_path%/bin/javac}
  fi
  best=0
  for candidate in "$on_path" /usr/lib/jvm/* /usr/lib64/jvm/* /opt/* /opt/java/* /usr/local/* \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* "${HOME:-/nonexistent}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -r "$candidate/release" ] || continue
    major=$(jdk_major "$candidate")
    # The lowest that is new enough: what the build and its tests were made for.
    if [ "${major:-0}" -ge "$jdk_wanted" ] && { [ "$best" -eq 0 ] || [ "$major" -lt "$best" ]; }; then
      best=$major
      jdk=$candidate
    fi
  done
  [ -n "$jdk" ] && return 0
  echo "baedge: no JDK $jdk_wanted or newer found; install one (for example Eclipse Temurin $jdk_wanted from https://adoptium.net) or set BAEDGE_JAVA_HOME to its folder." >&2
  return 1
}
