/**
 * What a data set is: tables, columns and rules as data, sources of rows, mappings, and what was wrong with a data set.
 */
@API(status = API.Status.STABLE, since = "0.1")
@NullMarked
package dev.waymark.data;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
