/** Data sets from the tables, views and queries of a Spark session, whose rows Spark hands to its driver. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package dev.waymark.spark;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
