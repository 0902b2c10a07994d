/** Reading definitions (Stars, mappings, schemes) from JSON, with errors that name the file and the path in it. */
@NullMarked
package dev.waymark.definition;

import org.jspecify.annotations.NullMarked;
