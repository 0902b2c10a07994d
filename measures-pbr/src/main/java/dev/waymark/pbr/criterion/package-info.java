/** The kinds of criteria a scheme may use: each asks one thing of a family or a member and gives a decision. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package dev.waymark.pbr.criterion;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
