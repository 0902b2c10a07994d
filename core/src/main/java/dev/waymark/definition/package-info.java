/** Reading definitions (Stars, mappings, schemes) from JSON, with errors that name the file and the path in it. */
@API(status = API.Status.STABLE, since = "0.1")
@NullMarked
package dev.waymark.definition;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
