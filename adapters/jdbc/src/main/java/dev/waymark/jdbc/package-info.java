/**
 * Data sets from the tables, views and queries of a database, read in one snapshot; and databases made from data sets.
 */
@API(status = API.Status.STABLE, since = "0.1")
@NullMarked
package dev.waymark.jdbc;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
