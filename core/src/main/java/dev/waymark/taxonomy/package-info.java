/** The issues that forms ask about, and the headline needs they show, as data. */
@API(status = API.Status.STABLE, since = "0.1")
@NullMarked
package dev.waymark.taxonomy;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
