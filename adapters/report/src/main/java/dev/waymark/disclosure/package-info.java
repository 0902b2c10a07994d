/** Disclosure control: reports whose small numbers cannot be seen and cannot be worked out. */
@NullMarked
package dev.waymark.disclosure;

import org.jspecify.annotations.NullMarked;
