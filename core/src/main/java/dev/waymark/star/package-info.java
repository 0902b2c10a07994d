/** Outcome Stars as data: areas, scale and stages. */
@NullMarked
package dev.waymark.star;

import org.jspecify.annotations.NullMarked;
