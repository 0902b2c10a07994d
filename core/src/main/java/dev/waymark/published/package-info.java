/** Published figures: what a report printed, and whether it agrees with itself and with the records. */
@NullMarked
package dev.waymark.published;

import org.jspecify.annotations.NullMarked;
