/** Schemes as data, and the one evaluator that judges a family by any of them. */
@NullMarked
package dev.waymark.pbr.scheme;

import org.jspecify.annotations.NullMarked;
