/** The five decisions of payment by results, and how they combine. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package dev.waymark.pbr.decision;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
