/** The columnar case store: records of all families, checked, ordered by family and kept as columns of primitives. */
@NullMarked
package dev.waymark.store;

import org.jspecify.annotations.NullMarked;
