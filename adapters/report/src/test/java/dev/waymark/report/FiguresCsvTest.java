package dev.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Status;
import dev.waymark.figure.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * The figures as tidy CSV (RFC 4180): "a row a figure, a column a dimension, then what the JSON has under the same
 * names", "What is null in the JSON is empty here".
 */
class FiguresCsvTest {

    private static final String VALUES = "unit,status,reason,value,numerator,denominator,sum,first,last,decimals,"
            + "interval_lower,interval_upper,interval_level,interval_method,base";

    @Test
    void withoutFiguresThereIsAHeader() throws IOException {
        assertThat(lines()).containsExactly("measure,figure," + VALUES);
    }

    @Test
    void aPercentageFillsItsColumns() throws IOException {
        assertThat(lines(Sample.progress()))
                .containsExactly(
                        "measure,figure,area," + VALUES,
                        "familystar.progress,positive-progress,physical-health,percent,value,,64.0,96,150,,,,1,"
                                + "56.057416,71.243417,0.95,wilson,"
                                + "\"families first at stuck, accepting help or trying, scored in both readings\"");
    }

    /** The numbers are those of the JSON, worked by hand there. */
    @Test
    void everyUnitFillsItsColumnsAndLeavesTheOthersEmpty() throws IOException {
        assertThat(lines(
                        Sample.count(Dimensions.NONE, 797),
                        Sample.relative(-19, 33),
                        Sample.points(9, 4, 12),
                        Sample.mean(Unit.MEAN, 2, 3, 5, 1),
                        Sample.mean(Unit.WEEKS, 1, 10, 100, 7),
                        Sample.pounds("-123450")))
                .containsExactly(
                        "measure,figure," + VALUES,
                        "activity,families,count,value,,797,,,,,,0,,,,,families",
                        "sample,relative,percent,value,,-57.575758,-19,33,,,,1,,,,,families",
                        "sample,points,points,value,,-41.666667,,,,75.0,33.333333,1,,,,,families",
                        "sample,mean,mean,value,,1.5,,2,3,,,1,-4.853102,7.853102,0.95,student-t,families",
                        "sample,mean,weeks,value,,1.428571,,1,1.428571,,,1,,,,,families",
                        "sample,pounds,pounds,value,,-1234.5,,,,,,0,,,,,budget");
    }

    /** Suppressed, zero, blank and undefined are four things. */
    @Test
    void whatHasNoValueIsEmptyAndSaysWhy() throws IOException {
        assertThat(lines(
                        Sample.count(Dimensions.NONE, 0),
                        Sample.share(Status.EMPTY_BASE, OptionalLong.of(0), OptionalLong.of(0)),
                        Sample.count(Status.TABLE_ABSENT),
                        Sample.count(new Status(Status.State.SUPPRESSED, Optional.of("primary")))))
                .containsExactly(
                        "measure,figure," + VALUES,
                        "activity,families,count,value,,0,,,,,,0,,,,,families",
                        "sample,share,percent,no-value,empty-base,,0,0,,,,1,,,,,families",
                        "activity,individuals,count,no-value,table-absent,,,,,,,0,,,,,individuals",
                        "activity,individuals,count,suppressed,primary,[c],,,,,,0,,,,,individuals");
    }

    /** "The columns of the dimensions stand in the order in which dimensions first occur". */
    @Test
    void dimensionsAreColumnsInTheOrderInWhichTheyOccur() throws IOException {
        assertThat(lines(
                        Sample.count(Dimensions.NONE, 1),
                        Sample.count(Dimensions.of("stage", "trying"), 2),
                        Sample.count(Dimensions.of("area", "money").and("stage", "stuck"), 3),
                        Sample.count(Dimensions.of("district", "Blaby").and("area", "work"), 4)))
                .containsExactly(
                        "measure,figure,stage,area,district," + VALUES,
                        "activity,families,,,,count,value,,1,,,,,,0,,,,,families",
                        "activity,families,trying,,,count,value,,2,,,,,,0,,,,,families",
                        "activity,families,stuck,money,,count,value,,3,,,,,,0,,,,,families",
                        "activity,families,,work,Blaby,count,value,,4,,,,,,0,,,,,families");
    }

    /** "a dimension that has the name of another column is called {@code dimension_NAME}". */
    @Test
    void aDimensionNamedLikeAColumnIsMarked() throws IOException {
        assertThat(lines(Sample.count(
                        Dimensions.of("unit", "north")
                                .and("measure", "m")
                                .and("interval_level", "l")
                                .and("level", "family"),
                        1)))
                .containsExactly(
                        "measure,figure,dimension_unit,dimension_measure,dimension_interval_level,level," + VALUES,
                        "activity,families,north,m,l,family,count,value,,1,,,,,,0,,,,,families");
    }

    /** RFC 4180, 2.6 and 2.7: line breaks, double quotes and commas stand in quotes, a quote is doubled. */
    @Test
    void textIsQuotedWhereCsvWantsIt() throws IOException {
        assertThat(text(
                        Sample.count(Dimensions.of("district", "Oadby, Wigston"), 1),
                        Sample.count(Dimensions.of("district", "the \"north\""), 2),
                        Sample.count(Dimensions.of("district", "a\nb\r\nc"), 3),
                        Sample.count(Dimensions.of("district", "Łódź \uD83D\uDC6A"), 4)))
                .isEqualTo("measure,figure,district," + VALUES + "\r\n"
                        + "activity,families,\"Oadby, Wigston\",count,value,,1,,,,,,0,,,,,families\r\n"
                        + "activity,families,\"the \"\"north\"\"\",count,value,,2,,,,,,0,,,,,families\r\n"
                        + "activity,families,\"a\nb\r\nc\",count,value,,3,,,,,,0,,,,,families\r\n"
                        + "activity,families,Łódź \uD83D\uDC6A,count,value,,4,,,,,,0,,,,,families\r\n");
    }

    /** RFC 4180, 2.1: "Each record is located on a separate line, delimited by a line break (CRLF)." */
    @Test
    void linesEndWithCarriageReturnAndLineFeed() throws IOException {
        assertThat(text(Sample.count(Dimensions.NONE, 1)))
                .isEqualTo("measure,figure," + VALUES + "\r\n"
                        + "activity,families,count,value,,1,,,,,,0,,,,,families\r\n");
    }

    @Test
    void numbersStandWithoutExponent() throws IOException {
        assertThat(lines(Sample.pounds("1200000000000000"), Sample.count(Dimensions.NONE, 1_000_000_000_000L)))
                .contains(
                        "sample,pounds,pounds,value,,12000000000000.0,,,,,,0,,,,,budget",
                        "activity,families,count,value,,1000000000000,,,,,,0,,,,,families");
    }

    @Test
    void theStreamStaysOpen() throws IOException {
        boolean[] closed = {false};
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        FiguresCsv.write(Sample.report(), out);

        assertThat(closed[0]).isFalse();
    }

    private static String text(Figure... figures) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FiguresCsv.write(Sample.report(figures), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<String> lines(Figure... figures) throws IOException {
        return List.of(text(figures).split("\r\n"));
    }
}
