/** Which families can be claimed now, and the sample of them that internal audit looks at. */
@NullMarked
package dev.waymark.pbr.claim;

import org.jspecify.annotations.NullMarked;
