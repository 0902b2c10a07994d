/** The issues that forms ask about, and the headline needs they show, as data. */
@NullMarked
package dev.waymark.taxonomy;

import org.jspecify.annotations.NullMarked;
