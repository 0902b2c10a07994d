/** The Family Star's chapter: where families start, who makes progress, where they end. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package dev.waymark.familystar;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
