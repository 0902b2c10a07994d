/** Schemes as data, and the one evaluator that judges a family by any of them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package dev.waymark.pbr.scheme;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
