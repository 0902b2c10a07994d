#!/bin/sh
# Whole processes on the same CSV files, in turn: Waymark by its launcher and by java -jar, DuckDB, the floor.
#
#   benchmarks/whole-process.sh [FAMILIES]...      100000 unless given; ROUNDS=5 rounds
#
# Build first: mvn -DskipTests package. The table is printed; every run is in benchmarks/target/whole-process.json.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 2
jar=$here/target/benchmarks.jar
cli=$here/../adapters/cli/target
for file in "$jar" "$cli/waymark.jar" "$cli/waymark"; do
  if [ ! -f "$file" ]; then
    echo "WM-NOT-BUILT: $file is not there. Build it with: mvn -DskipTests package" >&2
    exit 2
  fi
done
[ $# -gt 0 ] || set -- 100000
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$jar" dev.waymark.benchmarks.process.WholeProcess \
  "$cli" "$here/target/whole-process.json" "${ROUNDS:-5}" "$@"
