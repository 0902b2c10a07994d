package dev.waymark.pbr.scheme;

import dev.waymark.data.FinancialYear;
import dev.waymark.definition.Definition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** The number of a year that has none. */
    static final long NONE = -1;
    /** No year is known; the number that is the same in every year holds all the same. */
    static final int NO_YEAR = Integer.MIN_VALUE;

    private static final int HUNDREDTHS = 2;

    private final long always;
    private final int[] years;
    private final long[] ofYears;

    private ByYear(long always, Map<Integer, Long> byYear) {
        this.always = always;
        this.years = byYear.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.ofYears = byYear.values().stream().mapToLong(Long::longValue).toArray();
    }

    /** Reads {@code {"value": 800, "mark": ..., "source": ...}} or a value of {@code {"2012/13": 700, ...}}. */
    static ByYear read(Definition number, int most) {
        number.allowOnly("value", "mark", "source");
        number.at("mark").oneOf("S", "V", "A");
        number.at("source").text();
        Definition value = number.at("value");
        if (!value.isObject()) {
            return new ByYear(hundredths(value, most), Map.of());
        }
        Map<Integer, Long> byYear = new TreeMap<>();
        for (String year : value.keys()) {
            int first = FinancialYear.find(year)
                    .orElseThrow(() -> value.at(year).refuse("numbers by financial year like 2012/13"));
            byYear.put(first, hundredths(value.at(year), most));
        }
        return new ByYear(NONE, byYear);
    }

    private static long hundredths(Definition value, int most) {
        return value.decimal(0, most, HUNDREDTHS).movePointRight(HUNDREDTHS).longValueExact();
    }

    /** The number of a year, in hundredths; {@link #NONE} for a year without one. */
    long in(int year) {
        int place = Arrays.binarySearch(years, year);
        return place < 0 ? always : ofYears[place];
    }

    /** As {@link #in(int)}; nothing for a year without one. */
    OptionalLong in(Optional<Integer> year) {
        long number = in(year.orElse(NO_YEAR));
        return number == NONE ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** The number or numbers in words. */
    String inWords() {
        if (always != NONE) {
            return plain(always);
        }
        List<String> words = new ArrayList<>();
        for (int place = 0; place < years.length; place++) {
            words.add(FinancialYear.label(years[place]) + " " + plain(ofYears[place]));
        }
        return String.join(", ", words);
    }

    static String plain(long hundredths) {
        BigDecimal number = BigDecimal.valueOf(hundredths, HUNDREDTHS);
        return hundredths % 100 == 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }
}
