# The AOT cache of the program (JEP 483, 514, 515): classes already loaded and linked, and profiles of the methods that matter, made
# by a training run. To be sourced by a POSIX shell that has set
#
#   java      home of the Java that runs the program
#   options   file with the options it gets
#   jar       the program
#   aot       the cache
#
# The JVM itself checks that a cache was made by the same JVM of the same jars and does without it otherwise. What is kept here beside
# the cache, "$aot.made-with", only saves from trying again what was tried: it is there after a failure too.
# A cache is made in "$aot.making", which is the lock as well, and moved into place when it is known to be good.

# What makes another cache necessary, apart from other jars.
aot_made_with() {
  echo "$java"
  cat "$java/release" "$options" 2>/dev/null || :
}

# Whether a cache may be used: not if it was forbidden, or if a person has options of this kind.
aot_wanted() {
  [ "${BRIDGE_AOT:-}" != off ] || return 1
  case "${BRIDGE_JAVA_OPTIONS:-} ${JDK_JAVA_OPTIONS:-} ${JAVA_TOOL_OPTIONS:-} ${_JAVA_OPTIONS:-}" in
    *-XX:AOT* | *-Xshare* | *-XX:Shared* | *-XX:?AutoCreateSharedArchive*) return 1 ;;
  esac
}

# Whether making a cache was tried already with this Java, these options and these jars.
aot_tried() {
  [ -f "$aot.made-with" ] || return 1
  [ -z "$(find "$jar" "${jar%/*}/lib" -newer "$aot.made-with" -print 2>/dev/null | head -n 1)" ] || return 1
  [ "$(cat "$aot.made-with")" = "$(aot_made_with)" ]
}

# Takes the lock; one that is older than ten minutes is of a training that was killed.
aot_lock() {
  mkdir "$aot.making" 2>/dev/null && return
  [ -d "$aot.making" ] && [ -z "$(find "$aot.making" -prune -mmin -10 2>/dev/null)" ] || return 1
  rm -rf "$aot.making" && mkdir "$aot.making" 2>/dev/null
}

# Makes the cache; fails if another is at it, or if none could be made.
aot_make() {
  aot_lock || return 1
  (
    trap 'rm -rf "$aot.making"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    # Options of a person for the bridge, say an agent or a port, are not for the training.
    unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS CLASSPATH
    aot_made_with >"$aot.making/made-with" || exit 1
    if nice -n 19 "$java/bin/java" "@$options" -Xmx512m "-XX:AOTCacheOutput=$aot.making/cache" -jar "$jar" warm &&
      "$java/bin/java" "@$options" "-XX:AOTCache=$aot.making/cache" -XX:AOTMode=on -jar "$jar" --version; then
      mv -f "$aot.making/cache" "$aot"
    else
      rm -f "$aot"
    fi
    mv -f "$aot.making/made-with" "$aot.made-with"
    [ -f "$aot" ]
  ) >/dev/null 2>&1
}

# The same, for nobody to wait for and without a word.
aot_make_in_background() {
  [ ! -w "${aot%/*}" ] || (aot_make &) </dev/null >/dev/null 2>&1
}
