/** Disclosure control: reports whose small numbers cannot be seen and cannot be worked out. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package dev.waymark.disclosure;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
