/**
 * What a data set is: tables, columns and rules as data, sources of rows, mappings, and what was wrong with a data set.
 */
@NullMarked
package dev.waymark.data;

import org.jspecify.annotations.NullMarked;
