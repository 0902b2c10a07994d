/** The five decisions of payment by results, and how they combine. */
@NullMarked
package dev.waymark.pbr.decision;

import org.jspecify.annotations.NullMarked;
