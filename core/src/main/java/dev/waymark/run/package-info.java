/** The engine: which measures there are, and one run of them over all families. */
@API(status = API.Status.STABLE, since = "0.1")
@NullMarked
package dev.waymark.run;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
