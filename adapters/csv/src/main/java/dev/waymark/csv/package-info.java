/** Data sets from folders of CSV files. */
@NullMarked
package dev.waymark.csv;

import org.jspecify.annotations.NullMarked;
