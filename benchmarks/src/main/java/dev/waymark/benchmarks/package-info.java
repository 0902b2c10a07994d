/** Benchmarks of the engine: run them with {@code java -jar benchmarks/target/benchmarks.jar}. */
@NullMarked
package dev.waymark.benchmarks;

import org.jspecify.annotations.NullMarked;
