/** What every part of Waymark shares: the one exception a caller meets. */
@NullMarked
package dev.waymark;

import org.jspecify.annotations.NullMarked;
