package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.star.Star;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells as a database hands them over: dates and whole numbers beside texts. */
class TypedCellsTest {

    private static final int DAY = (int) LocalDate.of(2015, 4, 1).toEpochDay();

    private static RowReader reader(String table) {
        TableFormat format = DataFormat.CURRENT.table(table).orElseThrow();
        String[] columns = format.columns().stream().map(ColumnFormat::name).toArray(String[]::new);
        SourceTable source =
                new ListedTables().table(table, columns).table(table).orElseThrow();
        return new RowReader(format, source, Optional.empty(), List.of(Star.familyStarPlus()));
    }

    private static String rejectionOf(RowReader reader, Consumer<Row> cells) {
        Row row = new Row();
        row.begin(2);
        cells.accept(row);
        return reader.read(row) ? "stands" : reader.rejection().orElseThrow().toString();
    }

    @Test
    void aDateCellIsADate() {
        RowReader terms = reader("school_terms");

        assertThat(rejectionOf(terms, row -> {
                    row.text("11");
                    row.date(DAY);
                    row.whole(0);
                    row.whole(Integer.MAX_VALUE);
                    row.text("7");
                    row.whole(1);
                }))
                .isEqualTo("stands");
        assertThat(terms.value(1)).isEqualTo(DAY);
        assertThat(terms.value(2)).isZero();
        assertThat(terms.value(3)).isEqualTo(2147483647);
        assertThat(terms.value(4)).isEqualTo(7);
    }

    @Test
    void dateAndNumberCellsAreHeldToTheSameRange() {
        assertThat(rejectionOf(reader("school_terms"), row -> {
                    row.text("11");
                    row.date(LocalDate.of(2101, 1, 1).toEpochDay());
                    row.whole(0);
                    row.whole(0);
                    row.whole(0);
                    row.whole(0);
                }))
                .isEqualTo("school_terms line 2, term_end: out-of-range,"
                        + " expected a date from 1900-01-01 to 2100-12-31");
        for (long outside : new long[] {-1, 2147483648L, 1L << 32, Long.MAX_VALUE}) {
            assertThat(rejectionOf(reader("school_terms"), row -> {
                        row.text("11");
                        row.date(DAY);
                        row.whole(outside);
                        row.whole(0);
                        row.whole(0);
                        row.whole(0);
                    }))
                    .isEqualTo("school_terms line 2, sessions_possible: out-of-range,"
                            + " expected a whole number from 0 to 2147483647");
        }
    }

    @Test
    void aDateFarBeyondTheRangeDoesNotWrapAround() {
        assertThat(rejectionOf(reader("school_terms"), row -> {
                    row.text("11");
                    row.date((1L << 32) + DAY);
                    row.whole(0);
                    row.whole(0);
                    row.whole(0);
                    row.whole(0);
                }))
                .isEqualTo("school_terms line 2, term_end: out-of-range,"
                        + " expected a date from 1900-01-01 to 2100-12-31");
    }

    @Test
    void aNumberIsNoDateAndADateNoNumber() {
        assertThat(rejectionOf(reader("school_terms"), row -> {
                    row.text("11");
                    row.whole(DAY);
                    row.whole(0);
                    row.whole(0);
                    row.whole(0);
                    row.whole(0);
                }))
                .isEqualTo("school_terms line 2, term_end: malformed, expected a date like 2015-04-01");
        assertThat(rejectionOf(reader("school_terms"), row -> {
                    row.text("11");
                    row.date(DAY);
                    row.date(0);
                    row.whole(0);
                    row.whole(0);
                    row.whole(0);
                }))
                .isEqualTo("school_terms line 2, sessions_possible: malformed, expected a whole number");
    }

    @Test
    void numbersAndDatesWhereTextStandsAreTheirText() {
        RowReader claims = reader("claims");

        assertThat(rejectionOf(claims, row -> {
                    row.whole(-17);
                    row.date(DAY);
                    row.date(DAY);
                    row.empty();
                    row.whole(-3);
                }))
                .isEqualTo("stands");
        assertThat(textOf(claims, 0)).isEqualTo("-17");
        assertThat(textOf(claims, 1)).isEqualTo("2015-04-01");
        assertThat(claims.pence(4)).isEqualTo(-300);
    }

    @Test
    void aCellWithoutAValueIsMissing() {
        assertThat(rejectionOf(reader("claims"), row -> {
                    row.whole(1);
                    row.text("");
                    row.date(DAY);
                    row.empty();
                    row.empty();
                }))
                .isEqualTo("claims line 2, scheme: missing, expected a text");
    }

    @Test
    void nothingOfARowStaysForTheNext() {
        RowReader individuals = reader("individuals");
        Row row = new Row();
        row.begin(2);
        List.of("11", "1", "2001-05-06", "F", "White British").forEach(row::text);
        assertThat(individuals.read(row)).isTrue();
        row.begin(3);
        List.of("12", "1", "x", "y", "").forEach(row::text);
        assertThat(individuals.read(row)).isTrue();

        assertThat(individuals.lostValues()).hasSize(2);
        assertThat(individuals.value(2)).isEqualTo(RowReader.NONE);
        assertThat(individuals.value(3)).isEqualTo(RowReader.NONE);
        assertThat(textOf(individuals, 4)).isEmpty();
        row.begin(4);
        List.of("13", "1", "", "", "").forEach(row::text);
        assertThat(individuals.read(row)).isTrue();
        assertThat(individuals.lostValues()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {20151122})
    void aCellOfCharactersIsTheSameAsOneOfText(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        RowReader families = reader("families");
        Row row = new Row();
        for (int i = 0; i < 2000; i++) {
            String id = "i" + randomText(random, 40);
            String district = randomText(random, i % 100 == 0 ? 3000 : 5);
            char[] around = ("..." + id + "...").toCharArray();
            row.begin(i + 2L);
            row.text(around, 3, id.length());
            row.text(district);

            assertThat(families.read(row)).isTrue();
            assertThat(textOf(families, 0)).isEqualTo(id);
            assertThat(textOf(families, 1)).isEqualTo(district);
        }
    }

    private static String randomText(Random random, int longest) {
        int[] alphabet = {'a', 'Z', '0', ' ', 'é', '€', 0xFFFD, 0x1F600};
        // half of the texts are ASCII only
        int letters = random.nextBoolean() ? 4 : alphabet.length;
        return random.ints(random.nextInt(longest + 1), 0, letters)
                .map(i -> alphabet[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String textOf(RowReader reader, int column) {
        int from = reader.textFrom(column);
        int to = reader.textTo(column);
        return from == to ? "" : new String(reader.textBytes(column), from, to - from, StandardCharsets.UTF_8);
    }

    private static String textOf(Consumer<Row> cell) {
        Row row = new Row();
        row.begin(2);
        cell.accept(row);
        assertThat(row.size()).isOne();
        return row.asText(0);
    }

    @Test
    void aNumberIsWrittenWithoutZerosThatSayNothing() {
        assertThat(textOf(row -> row.number(new BigDecimal("100001.00")))).isEqualTo("100001");
        assertThat(textOf(row -> row.number(new BigDecimal("12.5000")))).isEqualTo("12.5");
        assertThat(textOf(row -> row.number(new BigDecimal("1E+5")))).isEqualTo("100000");
        assertThat(textOf(row -> row.number(new BigDecimal("-800.05")))).isEqualTo("-800.05");
        assertThat(textOf(row -> row.number(new BigInteger("123456789012345678901234567890"))))
                .isEqualTo("123456789012345678901234567890");
        assertThat(textOf(row -> row.number(Long.MIN_VALUE))).isEqualTo("-9223372036854775808");
        assertThat(textOf(row -> row.number((byte) 7))).isEqualTo("7");
        assertThat(textOf(row -> row.number(100001.0))).isEqualTo("100001");
        assertThat(textOf(row -> row.number(0.1f))).isEqualTo("0.1");
        assertThat(textOf(row -> row.number(Double.NaN))).isEqualTo("NaN");
        assertThat(textOf(row -> row.number(Float.NEGATIVE_INFINITY))).isEqualTo("-Infinity");
        assertThat(textOf(row -> row.number(new BigDecimal("1E+1000000000")))).isEqualTo("1E+1000000000");
        assertThat(textOf(row -> row.number(new BigDecimal("1E-1000000000")))).isEqualTo("1E-1000000000");
        assertThatThrownBy(() -> textOf(row -> row.number(new AtomicLong(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a number of the class java.util.concurrent.atomic.AtomicLong");
    }

    /** Summer time of 2015 began on 29 March, so that 23:30 in Greenwich is half past midnight in England. */
    @Test
    void aMomentIsTheDayInEngland() {
        assertThat(textOf(row -> row.moment(OffsetDateTime.parse("2015-05-31T23:30:00Z"))))
                .isEqualTo("2015-06-01");
        assertThat(textOf(row -> row.moment(OffsetDateTime.parse("2015-01-31T23:30:00Z"))))
                .isEqualTo("2015-01-31");
        assertThat(textOf(row -> row.moment(OffsetDateTime.parse("2015-01-31T23:30:00-05:00"))))
                .isEqualTo("2015-02-01");
        assertThat(textOf(row -> row.moment(OffsetDateTime.MAX))).isEqualTo("+999999999-12-31");
    }
}
