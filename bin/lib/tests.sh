# Compiles the tests for a script that runs one of their classes. Read after java.sh.

# Sets test_classpath. Resolving it takes longer than reading it, so it is kept until the pom changes.
compile_tests() {
  local log=$home/target/tests.log kept=$home/target/test.classpath goals=test-compile
  find_java jdk
  find_maven
  mkdir -p "$home/target"
  if [ ! -f "$kept" ] || [ "$home/pom.xml" -nt "$kept" ]; then
    goals="test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath -Dmdep.includeScope=test"
  fi
  # shellcheck disable=SC2086 # several goals; the project's folder may hold blanks, so Maven gets a path relative to it
  maven $goals 2>&1 | show_steps "$log" || { rm -f "$kept"; show_errors "$log"; exit 1; }
  test_classpath="$home/target/classes:$home/target/test-classes:$(cat "$kept")"
}
