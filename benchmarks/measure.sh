#!/bin/sh
# The JMH benchmarks with short settings: a table with ratios is printed, JMH's JSON is in benchmarks/target/jmh.json.
#
#   benchmarks/measure.sh [PATTERN]...             names to run, such as compare or LoadBenchmark; all unless given
#
# FAMILIES=1000,100000 are the sizes (1000000 works as well and wants time). Build first: mvn -DskipTests package.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 2
jar=$here/target/benchmarks.jar
if [ ! -f "$jar" ]; then
  echo "WM-NOT-BUILT: $jar is not there. Build it with: mvn -DskipTests package" >&2
  exit 2
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$jar" dev.waymark.benchmarks.Measure \
  "$here/target/jmh.json" "${FAMILIES:-1000,100000}" "$@"
