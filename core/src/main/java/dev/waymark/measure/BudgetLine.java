package dev.waymark.measure;

import java.util.Locale;
import java.util.Optional;

/**
 * One line of the pooled budget, which belongs to no family.
 *
 * @param year the first calendar year of the financial year
 * @param side which side of the account
 * @param organisation who paid in, if it is recorded
 * @param pence the amount, which may be negative
 */
public record BudgetLine(int year, Side side, Optional<String> organisation, long pence) {

    /** The sides of the account. */
    public enum Side {
        /** Money that came in. */
        INCOME,
        /** Money that was spent. */
        EXPENDITURE,
        /** A correction, which counts as income does. */
        ADJUSTMENT;

        private static final Side[] SIDES = values();

        /** The side at a place in the list of the data format. */
        public static Side at(int place) {
            return SIDES[place];
        }

        /** The side as data and figures write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
