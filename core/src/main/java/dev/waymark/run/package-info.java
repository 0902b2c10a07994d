/** The engine: which measures there are, and one run of them over all families. */
@NullMarked
package dev.waymark.run;

import org.jspecify.annotations.NullMarked;
