/** Timeliness: whether assessments, reviews and return interviews came in time. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package dev.waymark.timeliness;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
