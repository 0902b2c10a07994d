/** Reports as files: JSON, tidy CSV, the list of what was left out. */
@NullMarked
package dev.waymark.report;

import org.jspecify.annotations.NullMarked;
