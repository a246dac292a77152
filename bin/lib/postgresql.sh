# A throw-away PostgreSQL for the tests: its own folder, its own port, nothing kept, nothing of the machine's touched.
# Read after java.sh.

# Sets postgresql_bin to the folder of the newest PostgreSQL's programs.
find_postgresql() {
  local folder
  postgresql_bin=
  for folder in "$(dirname "$(command -v initdb || echo /)")" \
    /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin; do
    if [ -x "$folder/initdb" ]; then postgresql_bin=$folder; fi
  done
  [ -n "$postgresql_bin" ]
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

# Starts it and sets TITR_TEST_POSTGRESQL_URL. Speed before safety: a test's data may die with the machine.
start_postgresql() {
  local port attempt
  postgresql_folder=$(mktemp -d /tmp/titr-postgresql.XXXXXX)
  if [ "$(id -u)" = 0 ]; then chown postgres "$postgresql_folder"; fi
  as_postgres "$postgresql_bin/initdb" -D "$postgresql_folder/data" -U titr -A trust -E UTF8 --locale=C --no-sync \
    >"$postgresql_folder/initdb.log" 2>&1 || { cat "$postgresql_folder/initdb.log" >&2; fail "PostgreSQL could not be set up"; }
  for attempt in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    if as_postgres "$postgresql_bin/pg_ctl" -D "$postgresql_folder/data" -l "$postgresql_folder/data/server.log" -w -t 30 -o \
      "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='$postgresql_folder' -c max_connections=200 \
       -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start >/dev/null 2>&1; then
      as_postgres "$postgresql_bin/createdb" -h 127.0.0.1 -p "$port" -U titr titr
      TITR_TEST_POSTGRESQL_URL="jdbc:postgresql://127.0.0.1:$port/titr?user=titr"
      return
    fi
  done
  tail -n 20 "$postgresql_folder/data/server.log" >&2
  fail "PostgreSQL did not start"
}

stop_postgresql() {
  [ -n "${postgresql_folder:-}" ] || return 0
  as_postgres "$postgresql_bin/pg_ctl" -D "$postgresql_folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$postgresql_folder"
}
