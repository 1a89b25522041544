# Finds a Java 25 or newer. To be sourced by a POSIX shell; needs nothing but sed, and is quicker with readlink.
#
#   java25_home        prints the home of a Java that can run the program
#   java25_home jdk    prints the home of one that can also build it
#   java25_looked      prints where they were looked for, for people
#
# Both fail if there is none. BRIDGE_JAVA, a home or a java command, is taken alone if it is set.

# Prints the major version of the Java at home $1; fails if there is none.
java25_major() {
  [ -x "$1/bin/java" ] || return 1
  java25_version=
  if [ -r "$1/release" ]; then
    java25_version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  if [ -z "$java25_version" ]; then
    java25_version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
  fi
  [ -n "$java25_version" ] && echo "$java25_version"
}

# Whether the Java at home $1 will do; $2 is "jdk" if it has to build.
java25_fits() {
  java25_found=$(java25_major "$1") || return 1
  [ "$java25_found" -ge 25 ] || return 1
  [ "${2:-}" != jdk ] || [ -x "$1/bin/javac" ]
}

# Prints the home of the java command $1. One that lies in its home tells it without being run, which takes a tenth of a second.
java25_home_of() {
  java25_real=$(readlink -f "$(command -v "$1")" 2>/dev/null) || java25_real=
  if [ "${java25_real%/bin/java}" != "$java25_real" ] && [ -r "${java25_real%/bin/java}/release" ]; then
    echo "${java25_real%/bin/java}"
    return
  fi
  "$1" -XshowSettings:properties -version 2>&1 </dev/null | sed -n 's/^ *java\.home = //p'
}

java25_home() {
  if [ -n "${BRIDGE_JAVA:-}" ]; then
    if [ -d "$BRIDGE_JAVA" ]; then
      java25_candidate=$BRIDGE_JAVA
    else
      java25_candidate=$(java25_home_of "$BRIDGE_JAVA" 2>/dev/null) || return 1
    fi
    java25_fits "$java25_candidate" "${1:-}" && echo "$java25_candidate"
    return
  fi
  for java25_candidate in "${JAVA_HOME:-}" "${JAVA25_HOME:-}"; do
    if [ -n "$java25_candidate" ] && java25_fits "$java25_candidate" "${1:-}"; then
      echo "$java25_candidate"
      return
    fi
  done
  if command -v java >/dev/null 2>&1; then
    java25_candidate=$(java25_home_of java)
    if [ -n "$java25_candidate" ] && java25_fits "$java25_candidate" "${1:-}"; then
      echo "$java25_candidate"
      return
    fi
  fi
  for java25_candidate in \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/java* /opt/jdk* /usr/local/java* /usr/local/jdk* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if java25_fits "$java25_candidate" "${1:-}"; then
      echo "$java25_candidate"
      return
    fi
  done
  return 1
}

java25_looked() {
  if [ -n "${BRIDGE_JAVA:-}" ]; then
    echo "BRIDGE_JAVA is set to $BRIDGE_JAVA"
  else
    echo "looked at JAVA_HOME, JAVA25_HOME, PATH, /usr/lib/jvm, /usr/java, /opt, ~/.sdkman, ~/.jdks, /Library/Java"
  fi
}
