# Builds the program when its sources are newer. Read after java.sh.
#   target/program/app      the newest build, a link to target/program-…/app
#   target/quarkus-app      Maven's own copy, which its next run empties

program=$home/target/program

# Something the program is made of is newer than the program (a folder's own time changes when a file leaves it).
is_stale() {
  [ ! -f "$program/built" ] || [ ! -f "$home/target/quarkus-app/quarkus-run.jar" ] ||
    [ -n "$(find "$home/pom.xml" "$home/.mvn" "$home/src/main" -newer "$program/built" | head -n 1)" ]
}

# Builds if need be. One build at a time: whoever comes second waits, and then has nothing to do.
build_program() {
  is_stale || return 0
  find_java jdk
  find_maven
  mkdir -p "$home/target"
  exec 9>"$home/target/build.lock"
  if command -v flock >/dev/null && ! flock -n 9; then
    say "waiting for another build …"
    flock 9
  fi
  if is_stale; then build_now 9>&-; fi
  exec 9>&-
}

# Lets Java see one start of a server in folder $1, and keep there what it learned: the next ones take half the time. It checks
# the files' times, so they get those that a release gives them.
prepare_starts() {
  local app=$1 data port=$((20000 + RANDOM % 20000)) path server i
  say "preparing quick starts …"
  find "$app" -exec touch -d '2026-01-01T00:00:00Z' {} +
  data=$(mktemp -d "$home/target/start-XXXXXX")
  "$JAVA_HOME/bin/java" "${program_options[@]}" -XX:AOTCacheOutput="$app/titr.aot" -Xlog:aot=off -Xlog:cds=off \
    -jar "$app/quarkus-run.jar" serve --data "$data" --port "$port" >"$data/log" 2>&1 &
  server=$!
  for ((i = 0; i < 600; i++)); do
    if grep -q 'is ready at' "$data/log"; then
      for path in / /latest /archive /feed.xml /desk/sign-in; do
        (exec 3<>"/dev/tcp/localhost/$port" && printf 'GET %s HTTP/1.0\r\n\r\n' "$path" >&3 && cat <&3) >/dev/null 2>&1 || true
      done
      break
    fi
    kill -0 $server 2>/dev/null || break
    sleep 0.1
  done
  kill $server 2>/dev/null || true
  wait $server 2>/dev/null || true
  [ -f "$app/titr.aot" ] || say "Java could not prepare them; starts will take a second longer"
  rm -rf "$data"
}

build_now() {
  local log=$home/target/build.log next older running
  say "building Titr (the first time takes some minutes) …"
  next=$(mktemp -d "$home/target/program-XXXXXX")
  chmod 755 "$next"
  touch "$next/built" # before the build: what is edited while it runs counts as newer
  if ! maven -Pprogram package 2>&1 | show_steps "$log"; then
    rm -rf "$next"
    say "the build failed:"
    show_errors "$log"
    exit 1
  fi
  cp -R "$home/target/quarkus-app" "$next/app"
  prepare_starts "$next/app"
  ln -sfn "$(basename "$next")" "$program"
  # A server that runs from an older build goes on reading its own files; builds that nobody runs are swept away.
  running=$(ps -Ao args)
  for older in "$home"/target/program-*; do
    if [ "$older" != "$next" ] && [[ $running != *"$older/app"* ]]; then rm -rf "$older"; fi
  done
  say "built."
}
