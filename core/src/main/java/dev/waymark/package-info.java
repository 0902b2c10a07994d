/** What every part of Waymark shares: the one exception a caller meets. */
@API(status = API.Status.STABLE, since = "0.1")
@NullMarked
package dev.waymark;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
