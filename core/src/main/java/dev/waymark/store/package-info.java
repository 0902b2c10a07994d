/** The columnar case store: records of all families, checked, ordered by family and kept as columns of primitives. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package dev.waymark.store;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
