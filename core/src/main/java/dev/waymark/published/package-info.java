/** Published figures: what a report printed, and whether it agrees with itself and with the records. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package dev.waymark.published;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
