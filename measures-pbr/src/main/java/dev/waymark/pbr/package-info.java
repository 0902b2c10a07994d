/** Payment by results: schemes as data. */
@NullMarked
package dev.waymark.pbr;

import org.jspecify.annotations.NullMarked;
