/** Outcome Stars as data: areas, scale and stages. */
@API(status = API.Status.STABLE, since = "0.1")
@NullMarked
package dev.waymark.star;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
