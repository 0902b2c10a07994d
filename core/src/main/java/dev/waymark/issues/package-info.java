/** Issue reduction: the issues of families and individuals at first assessment against closure. */
@NullMarked
package dev.waymark.issues;

import org.jspecify.annotations.NullMarked;
