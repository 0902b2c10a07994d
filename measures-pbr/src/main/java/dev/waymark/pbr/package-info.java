/** Payment by results: the measures {@code pbr.results}, {@code pbr.claims} and {@code pbr.finance}. */
@NullMarked
package dev.waymark.pbr;

import org.jspecify.annotations.NullMarked;
