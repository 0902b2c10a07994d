/** The test kit: families in words, laws for measures, tests of whole reports and of published figures. */
@API(status = API.Status.STABLE, since = "0.1")
@NullMarked
package dev.waymark.junit;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
