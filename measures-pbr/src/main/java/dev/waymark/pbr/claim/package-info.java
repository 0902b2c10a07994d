/** Which families can be claimed now, and the sample of them that internal audit looks at. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package dev.waymark.pbr.claim;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
