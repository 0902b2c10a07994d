/** The command line: a thin user of the library. */
@NullMarked
package dev.waymark.cli;

import org.jspecify.annotations.NullMarked;
