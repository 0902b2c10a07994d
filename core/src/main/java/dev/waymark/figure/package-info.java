/** Figures and the report: numbers with everything a reader needs to check them. */
@API(status = API.Status.STABLE, since = "0.1")
@NullMarked
package dev.waymark.figure;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
