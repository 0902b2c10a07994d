/** The Family Star's chapter: where families start, who makes progress, where they end. */
@NullMarked
package dev.waymark.familystar;

import org.jspecify.annotations.NullMarked;
