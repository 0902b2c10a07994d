/** The report as a page that people read: sections, sentences, tables and charts in one file. */
@NullMarked
package dev.waymark.html;

import org.jspecify.annotations.NullMarked;
