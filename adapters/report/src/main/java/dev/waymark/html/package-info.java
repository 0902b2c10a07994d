/** The report as a page that people read: sections, sentences, tables and charts in one file. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package dev.waymark.html;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
