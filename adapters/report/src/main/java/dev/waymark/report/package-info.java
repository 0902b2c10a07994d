/** Reports as files: JSON, tidy CSV, the list of what was left out. */
@API(status = API.Status.STABLE, since = "0.1")
@NullMarked
package dev.waymark.report;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
