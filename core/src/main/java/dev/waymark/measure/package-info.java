/** The plugin contract: what an outcome measure is, what it counts, and the base type for measures that only count. */
@NullMarked
package dev.waymark.measure;

import org.jspecify.annotations.NullMarked;
