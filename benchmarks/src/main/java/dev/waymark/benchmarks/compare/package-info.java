/** The same four questions answered by Waymark and by what a council might use instead. */
@NullMarked
package dev.waymark.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
