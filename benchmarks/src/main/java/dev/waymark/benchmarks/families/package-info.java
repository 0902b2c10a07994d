/** Made-up families to measure with: the same bytes for the same number and seed. */
@NullMarked
package dev.waymark.benchmarks.families;

import org.jspecify.annotations.NullMarked;
