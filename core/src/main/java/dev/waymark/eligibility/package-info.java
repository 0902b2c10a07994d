/** Eligibility: the headline needs that families show when they are opened. */
@NullMarked
package dev.waymark.eligibility;

import org.jspecify.annotations.NullMarked;
