/**
 * The example county: a made-up data set that a report of 2015/16 can be run on.
 *
 * <p>No family in it exists. Its counts are chosen so that the figures of the Annual Report 2015/16 come out of it as
 * printed; the published numbers and the counts chosen for them stand side by side in {@code districts.csv},
 * {@code star-stages.csv}, {@code issues.csv} and {@code Households}.
 */
@NullMarked
package dev.waymark.example;

import org.jspecify.annotations.NullMarked;
