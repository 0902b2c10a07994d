/** Whole processes side by side: from a CSV folder to finished figures. */
@NullMarked
package dev.waymark.benchmarks.process;

import org.jspecify.annotations.NullMarked;
