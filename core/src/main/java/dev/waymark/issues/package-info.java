/** Issue reduction: the issues of families and individuals at first assessment against closure. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package dev.waymark.issues;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
