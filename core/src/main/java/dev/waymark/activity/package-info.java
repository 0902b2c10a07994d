/** The activity measure: families, members, caseload and workers. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package dev.waymark.activity;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
