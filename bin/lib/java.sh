# What every script in bin/ begins with: the project's folder, a JDK, Maven, a Debian package.
# Read it with `source`; it changes nothing until one of its functions is called. Written for bash 3.2 (macOS) and newer.

JAVA_NEEDED=25
MAVEN_NEEDED=3.8.7

# The project's folder. Follows links, so that ~/bin/titr may be a link to the real script.
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
me=$(basename "$0")

# A Persian headline must arrive whole in a command's arguments and in file names; Java takes the encoding from the locale.
if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
  export LC_ALL=C.UTF-8
fi

say() { printf '%s: %s\n' "$me" "$*" >&2; }
fail() { say "$*"; exit 1; }

# Prints the major version of the Java in folder $1, or nothing. Every JDK carries it in a file: no need to start one.
java_version() {
  [ -x "$1/bin/java" ] && [ -f "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# find_java jdk|jre: sets JAVA_HOME to a Java that is new enough, or says how to get one.
find_java() {
  local kind=$1 folder version on_path
  on_path=$(command -v java || true)
  for folder in "${JAVA_HOME:-}" \
    "${on_path:+$(dirname "$(dirname "$(readlink -f "$on_path")")")}" \
    /usr/lib/jvm/* /opt/java/* "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* \
    "$(/usr/libexec/java_home -v $JAVA_NEEDED 2>/dev/null)" /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    version=$(java_version "$folder")
    [ "${version:-0}" -ge $JAVA_NEEDED ] || continue
    [ "$kind" = jre ] || [ -x "$folder/bin/javac" ] || continue
    export JAVA_HOME=$folder
    return
  done
  fail "needs Java $JAVA_NEEDED or newer ($kind) and found none in JAVA_HOME, PATH, /usr/lib/jvm or SDKMAN;" \
    "install one (a package such as openjdk-25-jdk or temurin-25-jdk, or \`sdk install java 25-tem\`) and try again."
}

# run_program APP ARGUMENT…: starts the program in folder APP. What Java prepared for its next starts (bin/lib/program.sh) is
# used as long as it fits these options, this Java and these files; when it does not, the start takes longer, and that is all.
# The serial collector is the smallest; it grows until it meets -Xmx, so HeapTrim lets it look from time to time. (The tests read
# these lines, too, and want nothing but options in them.)
program_options=(
  -XX:+UseSerialGC -Xms56m -Xmn24m -Xmx1g -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:-ShrinkHeapInSteps
  -XX:TrimNativeHeapInterval=10000
  -Djava.awt.headless=true
  -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
)
run_program() {
  local app=$1
  shift
  # else every thread that ever worked with native memory keeps some megabytes of it
  export MALLOC_ARENA_MAX=2
  # exec, so that a signal reaches the program and its exit code reaches the caller
  # shellcheck disable=SC2086 # several options
  exec "$JAVA_HOME/bin/java" "${program_options[@]}" -XX:AOTCache="$app/titr.aot" -Xlog:aot=off -Xlog:cds=off \
    ${options:-} -jar "$app/quarkus-run.jar" "$@"
}

# Checks that the machine's Maven is there and new enough.
find_maven() {
  local version=
  if command -v mvn >/dev/null; then
    version=$(cd / && mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
  fi
  if [ "$(printf '%s\n' "$MAVEN_NEEDED" "${version:-0}" | sort -V | head -n 1)" != "$MAVEN_NEEDED" ]; then
    fail "needs Maven $MAVEN_NEEDED or newer and found ${version:-none};" \
      "install it (\`apt-get install maven\`, \`sdk install maven\` or \`brew install maven\`) and try again."
  fi
}

# maven ARGUMENT…: runs Maven on the project, from wherever the script was called. Colours and bars off: its lines are read.
maven() { (cd "$home" && mvn -B -Dstyle.color=never "$@"); }

# Reads Maven's output, keeps all of it in file $1, and shows where it is: one line for each step, one for every
# hundred files fetched (a first build fetches several hundred). Call: maven … 2>&1 | show_steps LOG
show_steps() {
  local line fetched=0
  : >"$1"
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$1"
    case $line in
      *'Downloaded from '*)
        fetched=$((fetched + 1))
        if [ $((fetched % 100)) = 1 ]; then say "fetching libraries … $fetched"; fi
        ;;
      '[INFO] --- '*':compile (default-compile)'*) say "compiling …" ;;
      '[INFO] --- '*'quarkus'*':build (default)'*) say "putting the program together …" ;;
    esac
  done
}

# The lines of Maven's log $1 that say what went wrong, without its advice on Maven itself.
show_errors() {
  grep -E '^\[ERROR\]|^Error|^error' "$1" | grep -vE 'Help 1|^\[ERROR\] *$|-e switch|-X switch|re-run Maven|For more information|cwiki' |
    awk '!seen[$0]++' | head -n 25 >&2 || true
  say "the whole of Maven's output is in $1"
}

# need_packages REASON PACKAGE…: on Debian as root, installs them; elsewhere says what to install. Answers whether it did.
packages_listed=
need_packages() {
  local reason=$1
  shift
  if ! command -v apt-get >/dev/null; then
    say "$reason: please install what Debian calls: $*"
    return 1
  fi
  if [ "$(id -u)" != 0 ]; then
    say "$reason: please run: sudo apt-get install $*"
    return 1
  fi
  say "$reason: installing $* …"
  if [ -z "$packages_listed" ]; then
    apt-get -qq update >&2 || true
    packages_listed=yes
  fi
  # the answer may not depend on a terminal, and nothing but complaints is worth reading
  if ! DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$@" </dev/null >/dev/null; then
    say "could not install $*; please run: apt-get update && apt-get install $*"
    return 1
  fi
}

# The PDF's letters are shaped by the JDK, which reads fonts through this library; everything else works without it.
need_fontconfig() {
  [ "$(uname -s)" = Linux ] || return 0
  PATH=$PATH:/usr/sbin:/sbin command -v ldconfig >/dev/null || return 0
  if PATH=$PATH:/usr/sbin:/sbin ldconfig -p | grep -q 'libfontconfig\.so\.1'; then return 0; fi
  need_packages "PDF files need libfontconfig" libfontconfig1 || true
}

# Pictures are read and written by libvips where it is there; JPEG, PNG and GIF work without it. Asked for once: where it
# cannot be installed, titr doctor goes on saying so.
need_libvips() {
  if command -v vipsthumbnail >/dev/null; then return 0; fi
  need_packages "AVIF, WebP and HEIC pictures need libvips" libvips-tools || true
}

# The same for a run of tests: their own lines are shown, Maven's housekeeping is only kept. Adds to the file.
show_tests() {
  local line fetched=0
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$1"
    case $line in
      *'Downloading from '* | *'Progress ('*) ;;
      *'Downloaded from '*)
        fetched=$((fetched + 1))
        if [ $((fetched % 100)) = 1 ]; then say "fetching libraries … $fetched"; fi
        ;;
      '[INFO] ' | '[INFO] Copying'* | '[INFO] Scanning'* | '[INFO] Nothing to compile'* | '[INFO] skip non existing'*) ;;
      *) printf '%s\n' "$line" ;;
    esac
  done
}
