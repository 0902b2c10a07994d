/** The kinds of criteria a scheme may use: each asks one thing of a family or a member and gives a decision. */
@NullMarked
package dev.waymark.pbr.criterion;

import org.jspecify.annotations.NullMarked;
