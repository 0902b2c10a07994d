/** Eligibility: the headline needs that families show when they are opened. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package dev.waymark.eligibility;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
