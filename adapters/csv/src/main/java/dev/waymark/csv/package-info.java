/** Data sets from folders of CSV files. */
@API(status = API.Status.STABLE, since = "0.1")
@NullMarked
package dev.waymark.csv;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
