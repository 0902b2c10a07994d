/** One family's case as a measure sees it, and the semantics that all measures share. */
@API(status = API.Status.STABLE, since = "0.1")
@NullMarked
package dev.waymark.family;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
