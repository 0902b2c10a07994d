/** Payment by results: the measures {@code pbr.results}, {@code pbr.claims} and {@code pbr.finance}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package dev.waymark.pbr;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
