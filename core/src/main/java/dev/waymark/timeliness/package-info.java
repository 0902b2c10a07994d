/** Timeliness: whether assessments, reviews and return interviews came in time. */
@NullMarked
package dev.waymark.timeliness;

import org.jspecify.annotations.NullMarked;
