package dev.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.data.DataQuality;
import dev.waymark.data.Notice;
import dev.waymark.data.Rejection;
import dev.waymark.data.RejectionCode;
import dev.waymark.definition.Definition;
import dev.waymark.figure.Count;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.MeasureDefinition;
import dev.waymark.figure.Points;
import dev.waymark.figure.Ratio;
import dev.waymark.figure.Report;
import dev.waymark.figure.Status;
import dev.waymark.figure.Unit;
import dev.waymark.published.ReportedFigures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report as JSON, byte for byte. The rule: "One figure, as JSON"; what is quoted is quoted from there. */
class ReportJsonTest {

    /**
     * "`report.json` = {"format": "waymark-report/1", "period": {"label", "start", "end"}, "asAt", "definitions":
     * [{"measure", "version", "parameters"}...], "dataQuality": {"rows": {table: read}, "rejected": [{"table", "line",
     * "column", "code", "expected"}...], "notices": [...]}, "figures": [...]}", an element of a list a line.
     */
    @Test
    void aReportIsWrittenInTheOrderOfItsFormat() throws IOException {
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put("families", 797L);
        rows.put("episodes", 3_000_000_000L);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("needs", "2");
        parameters.put("lookBack", "18 months");
        Report report = new Report(
                Sample.YEAR,
                Sample.AS_AT,
                List.of(
                        new MeasureDefinition("activity", "1", Map.of()),
                        new MeasureDefinition("eligibility", "2", parameters)),
                new DataQuality(
                        rows,
                        List.of(
                                new Rejection("families", 7, Optional.empty(), RejectionCode.MALFORMED, "2 fields"),
                                new Rejection(
                                        "episodes",
                                        2_147_483_648L,
                                        Optional.of("closed"),
                                        RejectionCode.OUT_OF_RANGE,
                                        "a date from 1900-01-01 to 2100-12-31")),
                        List.of(
                                new Notice("unknown-column", "families", "LOCALITY", Optional.empty(), 1),
                                new Notice("unknown-issue", "findings", "issue", Optional.of("damp"), 12))),
                List.of(Sample.count(Dimensions.NONE, 797), Sample.progress()));

        assertThat(written(report)).isEqualTo("""
                        {"format":"waymark-report/1",\
                        "period":{"label":"2015/16","start":"2015-04-01","end":"2016-03-31"},"asAt":"2016-03-31",\
                        "definitions":[
                        {"measure":"activity","version":"1","parameters":{}},
                        {"measure":"eligibility","version":"2","parameters":{"needs":"2","lookBack":"18 months"}}],\
                        "dataQuality":{"rows":{"families":797,"episodes":3000000000},"rejected":[
                        {"table":"families","line":7,"column":null,"code":"malformed","expected":"2 fields"},
                        {"table":"episodes","line":2147483648,"column":"closed","code":"out-of-range",\
                        "expected":"a date from 1900-01-01 to 2100-12-31"}],"notices":[
                        {"code":"unknown-column","table":"families","column":"LOCALITY","value":null,"count":1},
                        {"code":"unknown-issue","table":"findings","column":"issue","value":"damp","count":12}]},\
                        "figures":[
                        {"measure":"activity","figure":"families","dimensions":{},"unit":"count","status":"value",\
                        "reason":null,"value":797,"numerator":null,"denominator":null,"sum":null,"first":null,\
                        "last":null,"decimals":0,"interval":null,"base":"families"},
                        {"measure":"familystar.progress","figure":"positive-progress",\
                        "dimensions":{"area":"physical-health"},"unit":"percent","status":"value","reason":null,\
                        "value":64.0,"numerator":96,"denominator":150,"sum":null,"first":null,"last":null,\
                        "decimals":1,"interval":{"lower":56.057416,"upper":71.243417,"level":0.95,\
                        "method":"wilson"},"base":"families first at stuck, accepting help or trying, scored in both\
                         readings"}]}
                        """);
    }

    @Test
    void aReportOfNothingHasEmptyLists() throws IOException {
        assertThat(written(Sample.report())).isEqualTo("""
                        {"format":"waymark-report/1",\
                        "period":{"label":"2015/16","start":"2015-04-01","end":"2016-03-31"},"asAt":"2016-03-31",\
                        "definitions":[],"dataQuality":{"rows":{},"rejected":[],"notices":[]},"figures":[]}
                        """);
    }

    /** The example of the format, a figure of 96 of 150, as it stands there. */
    @Test
    void theExampleOfTheFormatIsWrittenAsItStandsThere() throws IOException {
        String example = """
                {"measure": "familystar.progress", "figure": "positive-progress",
                 "dimensions": {"area": "physical-health"},
                 "unit": "percent", "status": "value", "reason": null, "value": 64.0,
                 "numerator": 96, "denominator": 150, "sum": null, "first": null, "last": null, "decimals": 1,
                 "interval": {"lower": 56.057416, "upper": 71.243417, "level": 0.95, "method": "wilson"},
                 "base": "families first at stuck, accepting help or trying, scored in both readings"}
                """;

        assertThat(figure(Sample.progress()).toString())
                .isEqualTo(new ObjectMapper().readTree(example).toString());
    }

    /** "All keys are always there; those that do not concern the unit are null." */
    @Test
    void everyFigureHasAllKeysInOneOrder() throws IOException {
        List<Figure> figures = List.of(
                Sample.count(Dimensions.NONE, 1),
                Sample.count(Status.TABLE_ABSENT),
                Sample.share(1, 2),
                Sample.relative(-1, 2),
                Sample.points(1, 2, 100),
                Sample.mean(Unit.YEARS, 2, 3, 5, 1),
                Sample.pounds("100"));

        for (Figure figure : figures) {
            assertThat(figure(figure).fieldNames())
                    .toIterable()
                    .as(figure.toString())
                    .containsExactly(
                            "measure",
                            "figure",
                            "dimensions",
                            "unit",
                            "status",
                            "reason",
                            "value",
                            "numerator",
                            "denominator",
                            "sum",
                            "first",
                            "last",
                            "decimals",
                            "interval",
                            "base");
        }
    }

    // --- what each unit has

    /** "count and pounds: `value`", printed with 0 decimals. */
    @Test
    void aCountOfNoughtIsNought() throws IOException {
        assertThat(line(Sample.count(Dimensions.NONE, 0)))
                .contains("\"unit\":\"count\",\"status\":\"value\",\"reason\":null,\"value\":0,"
                        + "\"numerator\":null,\"denominator\":null,\"sum\":null,\"first\":null,\"last\":null,"
                        + "\"decimals\":0,\"interval\":null,");
    }

    /** "percent: `numerator`, `denominator`, `value` = 100 n/d": none of five is 0; z^2 / (5 + z^2) = 43.448246 %. */
    @Test
    void aShareOfNoneHasAnInterval() throws IOException {
        assertThat(line(Sample.share(0, 5)))
                .contains("\"unit\":\"percent\",\"status\":\"value\",\"reason\":null,\"value\":0.0,"
                        + "\"numerator\":0,\"denominator\":5,\"sum\":null,\"first\":null,\"last\":null,"
                        + "\"decimals\":1,\"interval\":{\"lower\":0.0,\"upper\":43.448246,\"level\":0.95,"
                        + "\"method\":\"wilson\"},");
    }

    @Test
    void aShareOfAllHasAnInterval() throws IOException {
        assertThat(line(Sample.share(5, 5)))
                .contains("\"value\":100.0,\"numerator\":5,\"denominator\":5,\"sum\":null,\"first\":null,"
                        + "\"last\":null,\"decimals\":1,\"interval\":{\"lower\":56.551754,\"upper\":100.0,"
                        + "\"level\":0.95,\"method\":\"wilson\"},");
    }

    /** "null for the rest (relative changes, ...)": -19 of 33 is -57.5757...; "rounded half up to 6 decimals". */
    @Test
    void aRelativeChangeHasNoInterval() throws IOException {
        assertThat(line(Sample.relative(-19, 33)))
                .contains("\"value\":-57.575758,\"numerator\":-19,\"denominator\":33,\"sum\":null,\"first\":null,"
                        + "\"last\":null,\"decimals\":1,\"interval\":null,");
    }

    /** "points: `first`, `last` (percent) and `value` = last - first": from 75 to 33.3..., that is -41.6666... */
    @Test
    void pointsHaveFirstAndLast() throws IOException {
        assertThat(line(Sample.points(9, 4, 12)))
                .contains("\"unit\":\"points\",\"status\":\"value\",\"reason\":null,\"value\":-41.666667,"
                        + "\"numerator\":null,\"denominator\":null,\"sum\":null,\"first\":75.0,\"last\":33.333333,"
                        + "\"decimals\":1,\"interval\":null,");
    }

    /**
     * "mean, years, weeks: `sum`, `denominator` (n), `value`"; "Student t": 1 and 2 have mean 1.5 and standard error
     * 0.5; t with one degree of freedom is tan(0.475 pi) = 12.706205, half of it 6.353102.
     */
    @Test
    void aMeanHasSumDenominatorAndStudentsInterval() throws IOException {
        assertThat(line(Sample.mean(Unit.MEAN, 2, 3, 5, 1)))
                .contains("\"unit\":\"mean\",\"status\":\"value\",\"reason\":null,\"value\":1.5,"
                        + "\"numerator\":null,\"denominator\":2,\"sum\":3,\"first\":null,\"last\":null,"
                        + "\"decimals\":1,\"interval\":{\"lower\":-4.853102,\"upper\":7.853102,\"level\":0.95,"
                        + "\"method\":\"student-t\"},");
    }

    /** "(n >= 2, from exact sums)"; 10 days are 10/7 = 1.428571 weeks, "`sum` in weeks". */
    @Test
    void aMeanOfOneHasNoInterval() throws IOException {
        assertThat(line(Sample.mean(Unit.WEEKS, 1, 10, 100, 7)))
                .contains("\"unit\":\"weeks\",\"status\":\"value\",\"reason\":null,\"value\":1.428571,"
                        + "\"numerator\":null,\"denominator\":1,\"sum\":1.428571,\"first\":null,\"last\":null,"
                        + "\"decimals\":1,\"interval\":null,");
    }

    @Test
    void yearsAreAMeanToo() throws IOException {
        assertThat(line(Sample.mean(Unit.YEARS, 1, 40, 1600, 1)))
                .contains("\"unit\":\"years\",\"status\":\"value\",\"reason\":null,\"value\":40.0,"
                        + "\"numerator\":null,\"denominator\":1,\"sum\":40,");
    }

    @Test
    void poundsArePrintedWithoutDecimals() throws IOException {
        assertThat(line(Sample.pounds("-123450")))
                .contains("\"unit\":\"pounds\",\"status\":\"value\",\"reason\":null,\"value\":-1234.5,"
                        + "\"numerator\":null,\"denominator\":null,\"sum\":null,\"first\":null,\"last\":null,"
                        + "\"decimals\":0,\"interval\":null,");
    }

    // --- numbers

    /** Numbers stand without exponent, whatever their size, rounded half up, away from zero. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "1, 0.01",
        "-1, -0.01",
        "10, 0.1",
        "100, 1.0",
        "100000, 1000.0",
        "1200000000000000, 12000000000000.0",
        "99999999999999999, 999999999999999.99",
        "-99999999999999999, -999999999999999.99"
    })
    void poundsStandWithoutExponent(String pence, String json) throws IOException {
        assertThat(line(Sample.pounds(pence))).contains("\"value\":" + json + ",");
    }

    @ParameterizedTest
    @CsvSource({
        // 100 / 3 = 33.3333333..., 200 / 3 = 66.6666666...
        "1, 3, 33.333333",
        "2, 3, 66.666667",
        "-2, 3, -66.666667",
        // 100 / 2^8 = 0.390625 exactly; 100 / 2^9 = 0.1953125: half up to 6 decimals
        "1, 256, 0.390625",
        "1, 512, 0.195313",
        "-1, 512, -0.195313",
        // below half of the last decimal
        "1, 1000000000000, 0.0",
        "-1, 1000000000000, 0.0",
        // 100 * 10^13
        "10000000000000, 1, 1000000000000000.0"
    })
    void percentagesAreRoundedHalfUpToSixDecimals(long numerator, long denominator, String json) throws IOException {
        assertThat(line(Sample.relative(numerator, denominator))).contains("\"value\":" + json + ",");
    }

    @Test
    void largeCountsStandWithoutExponent() throws IOException {
        assertThat(line(Sample.count(Dimensions.NONE, 1_000_000_000_000_000_000L)))
                .contains("\"value\":1000000000000000000,");
        assertThat(line(Sample.share(30_000_000_000L, 100_000_000_000L)))
                .contains("\"numerator\":30000000000,\"denominator\":100000000000,");
    }

    // --- no value

    /** "In `no-value` for `empty-base` the numbers that there are stay (0 of 0)". */
    @Test
    void anEmptyBaseKeepsItsNoughts() throws IOException {
        assertThat(line(Sample.share(Status.EMPTY_BASE, OptionalLong.of(0), OptionalLong.of(0))))
                .contains("\"status\":\"no-value\",\"reason\":\"empty-base\",\"value\":null,\"numerator\":0,"
                        + "\"denominator\":0,\"sum\":null,\"first\":null,\"last\":null,\"decimals\":1,"
                        + "\"interval\":null,");
    }

    /** "for `table-absent` all are null". */
    @Test
    void anAbsentTableLeavesAllNull() throws IOException {
        assertThat(line(Sample.count(Status.TABLE_ABSENT)))
                .contains("\"status\":\"no-value\",\"reason\":\"table-absent\",\"value\":null,\"numerator\":null,"
                        + "\"denominator\":null,\"sum\":null,\"first\":null,\"last\":null,\"decimals\":0,"
                        + "\"interval\":null,");
    }

    /** "the last stage: no-value, `cannot-progress`, numerator null, the denominator given". */
    @Test
    void whoCannotProgressHasADenominatorAlone() throws IOException {
        assertThat(line(Sample.share(Status.noValue("cannot-progress"), OptionalLong.empty(), OptionalLong.of(7))))
                .contains("\"status\":\"no-value\",\"reason\":\"cannot-progress\",\"value\":null,\"numerator\":null,"
                        + "\"denominator\":7,");
    }

    @Test
    void pointsWithoutBaseAreNull() throws IOException {
        Points none = new Points(
                Sample.points(1, 1, 100).name(),
                "families",
                Status.EMPTY_BASE,
                OptionalLong.of(0),
                OptionalLong.of(0),
                OptionalLong.of(0));

        assertThat(line(none))
                .contains("\"status\":\"no-value\",\"reason\":\"empty-base\",\"value\":null,\"numerator\":null,"
                        + "\"denominator\":null,\"sum\":null,\"first\":null,\"last\":null,");
    }

    /** "`suppressed` (`reason`: primary, secondary...). With the last two `value` is null". */
    @ParameterizedTest
    @CsvSource({"primary", "secondary"})
    void aSuppressedFigureHasAReasonAndNoValue(String reason) throws IOException {
        Status suppressed = new Status(Status.State.SUPPRESSED, Optional.of(reason));

        assertThat(line(Sample.count(suppressed)))
                .contains("\"status\":\"suppressed\",\"reason\":\"" + reason + "\",\"value\":null,");
        assertThat(line(Sample.share(suppressed, OptionalLong.empty(), OptionalLong.empty())))
                .contains("\"status\":\"suppressed\",\"reason\":\"" + reason + "\",\"value\":null,"
                        + "\"numerator\":null,\"denominator\":null,\"sum\":null,\"first\":null,\"last\":null,"
                        + "\"decimals\":1,\"interval\":null,");
    }

    // --- text

    /** RFC 8259, 7: quotation mark, reverse solidus and U+0000 to U+001F must be escaped; all else may stand. */
    @Test
    void textIsEscapedWhereJsonWantsIt() throws IOException {
        assertThat(line(Sample.count(
                        Dimensions.of("district", "Łódź \"A\" \\ / \u0000\u0001\b\t\n\f\r\u001F\u007F\u2028é€"), 1)))
                .contains("\"dimensions\":{\"district\":\"Łódź \\\"A\\\" \\\\ / "
                        + "\\u0000\\u0001\\b\\t\\n\\f\\r\\u001F\u007F\u2028é€\"},");
    }

    @Test
    void textComesBackAsItWas() throws IOException {
        String text = "\uD83D\uDC6A family \uD83C\uDFE0, \u5BB6 \"x\" \\u0041 \u0000\n\uFEFF\uFFFD";

        assertThat(figure(Sample.count(Dimensions.of("district", text), 1))
                        .at("/dimensions/district")
                        .textValue())
                .isEqualTo(text);
    }

    @Test
    void aFigureStandsOnOneLineWhateverIsInIt() throws IOException {
        assertThat(written(Sample.report(Sample.count(Dimensions.of("a", "1\n2"), 1)))
                        .lines())
                .hasSize(2);
    }

    @Test
    void dimensionsKeepTheirOrder() throws IOException {
        assertThat(line(Sample.count(Dimensions.of("z", "1").and("a", "2").and("m", "not-recorded"), 1)))
                .contains("\"dimensions\":{\"z\":\"1\",\"a\":\"2\",\"m\":\"not-recorded\"},");
    }

    // --- the whole

    /** "The same input gives the same bytes". */
    @Test
    void theSameReportGivesTheSameBytes() throws IOException {
        Report report = Sample.report(Sample.progress(), Sample.pounds("1"), Sample.count(Dimensions.NONE, 3));

        assertThat(written(report)).isEqualTo(written(report));
    }

    /** A quoted district of blanks is a district, and a measure need not say of whom it counts. */
    @Test
    void whatIsWrittenIsReadBackAlsoWhereATextIsBlank() throws IOException {
        Count ofBlanks = Sample.count(Dimensions.of("district", "  "), 3);
        FigureName visits = new FigureName("anytown.visits", "visits", Dimensions.of("kind", ""));
        Report report = Sample.report(ofBlanks, new Count(visits, "", Status.VALUE, OptionalLong.of(5)));

        ReportedFigures read = ReportedFigures.read(Definition.parse("report.json", written(report)));

        assertThat(read.find(ofBlanks.name()).orElseThrow().exact()).contains(Ratio.whole(3));
        assertThat(read.find(visits).orElseThrow().exact()).contains(Ratio.whole(5));
        assertThat(read.find(visits).orElseThrow().base()).isEmpty();
        assertThat(read.find(visits)).isEqualTo(ReportedFigures.of(report).find(visits));
    }

    @Test
    void aReportOfAQuarterNamesItsDays() throws IOException {
        Report report = new Report(
                dev.waymark.family.Period.parse("2015/16-Q4"),
                java.time.LocalDate.of(2016, 6, 30),
                List.of(),
                Sample.NOTHING_WRONG,
                List.of());

        assertThat(written(report))
                .startsWith("{\"format\":\"waymark-report/1\",\"period\":{\"label\":\"2015/16-Q4\","
                        + "\"start\":\"2016-01-01\",\"end\":\"2016-03-31\"},\"asAt\":\"2016-06-30\",");
    }

    @Test
    void theStreamStaysOpen() throws IOException {
        class Watched extends ByteArrayOutputStream {
            private boolean closed;

            @Override
            public void close() {
                closed = true;
            }
        }
        Watched out = new Watched();

        ReportJson.write(Sample.report(), out);

        assertThat(out.closed).isFalse();
        assertThat(out.size()).isPositive();
    }

    private static String written(Report report) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ReportJson.write(report, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The line of the only figure of a report. */
    private static String line(Figure figure) throws IOException {
        return written(Sample.report(figure)).lines().skip(1).findFirst().orElseThrow();
    }

    private static JsonNode figure(Figure figure) throws IOException {
        JsonNode figures =
                new ObjectMapper().readTree(written(Sample.report(figure))).at("/figures");
        assertThat(StreamSupport.stream(figures.spliterator(), false)).hasSize(1);
        return figures.get(0);
    }
}
