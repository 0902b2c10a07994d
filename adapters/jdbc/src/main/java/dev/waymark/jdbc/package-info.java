/**
 * Data sets from the tables, views and queries of a database, read in one snapshot; and databases made from data sets.
 */
@NullMarked
package dev.waymark.jdbc;

import org.jspecify.annotations.NullMarked;
