/** Figures and the report: numbers with everything a reader needs to check them. */
@NullMarked
package dev.waymark.figure;

import org.jspecify.annotations.NullMarked;
