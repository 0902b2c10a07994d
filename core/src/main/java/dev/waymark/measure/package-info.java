/** The plugin contract: what an outcome measure is, what it counts, and the base type for measures that only count. */
@API(status = API.Status.STABLE, since = "0.1")
@NullMarked
package dev.waymark.measure;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
