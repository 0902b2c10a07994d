/** Benchmarks of Waymark's own parts: reading, evaluating, merging, explaining, writing. */
@NullMarked
package dev.waymark.benchmarks.core;

import org.jspecify.annotations.NullMarked;
