/** The activity measure: families, members, caseload and workers. */
@NullMarked
package dev.waymark.activity;

import org.jspecify.annotations.NullMarked;
