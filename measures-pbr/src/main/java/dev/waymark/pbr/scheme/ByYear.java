package dev.waymark.pbr.scheme;

import dev.waymark.definition.Definition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A number of a scheme that is the same in every financial year, or another in each; kept in hundredths, so that pounds
 * are exact pence.
 */
final class ByYear {

    private static final int HUNDREDTHS = 2;

    private final OptionalLong always;
    private final Map<Integer, Long> byYear;

    private ByYear(OptionalLong always, Map<Integer, Long> byYear) {
        this.always = always;
        this.byYear = byYear;
    }

    /** Reads {@code {"value": 800, "mark": ..., "source": ...}} or a value of {@code {"2012/13": 700, ...}}. */
    static ByYear read(Definition number, int most) {
        number.allowOnly("value", "mark", "source");
        number.at("mark").oneOf("S", "V", "A");
        number.at("source").text();
        Definition value = number.at("value");
        if (!value.isObject()) {
            return new ByYear(OptionalLong.of(hundredths(value, most)), Map.of());
        }
        Map<Integer, Long> byYear = new TreeMap<>();
        for (String year : value.keys()) {
            if (!FinancialYear.isLabel(year)) {
                throw value.at(year).refuse("numbers by financial year like 2012/13");
            }
            byYear.put(Integer.parseInt(year.substring(0, 4)), hundredths(value.at(year), most));
        }
        return new ByYear(OptionalLong.empty(), byYear);
    }

    private static long hundredths(Definition value, int most) {
        return value.decimal(0, most, HUNDREDTHS).movePointRight(HUNDREDTHS).longValueExact();
    }

    /** The number of a year, in hundredths; nothing for a year without one. */
    OptionalLong in(Optional<Integer> year) {
        if (always.isPresent()) {
            return always;
        }
        Long number = year.isPresent() ? byYear.get(year.get()) : null;
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** The number or numbers in words. */
    String inWords() {
        if (always.isPresent()) {
            return plain(always.getAsLong());
        }
        List<String> years = new ArrayList<>();
        byYear.forEach((year, hundredths) -> years.add(FinancialYear.label(year) + " " + plain(hundredths)));
        return String.join(", ", years);
    }

    static String plain(long hundredths) {
        BigDecimal number = BigDecimal.valueOf(hundredths, HUNDREDTHS);
        return hundredths % 100 == 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }
}
