/** One family's case as a measure sees it, and the semantics that all measures share. */
@NullMarked
package dev.waymark.family;

import org.jspecify.annotations.NullMarked;
