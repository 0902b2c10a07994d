/** The test kit: families in words, laws for measures, tests of whole reports and of published figures. */
@NullMarked
package dev.waymark.junit;

import org.jspecify.annotations.NullMarked;
