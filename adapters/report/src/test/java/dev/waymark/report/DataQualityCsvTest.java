package dev.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.data.DataQuality;
import dev.waymark.data.Notice;
import dev.waymark.data.Rejection;
import dev.waymark.data.RejectionCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** "listed in the data-quality report: table, line, column, code, what was expected". */
class DataQualityCsvTest {

    @Test
    void withoutRejectionsThereIsAHeader() throws IOException {
        assertThat(text(Sample.NOTHING_WRONG)).isEqualTo("table,line,column,code,expected\r\n");
    }

    @Test
    void rejectionsAreListedInTheirOrder() throws IOException {
        assertThat(text(quality(
                        new Rejection(
                                "families",
                                2,
                                Optional.of("family_id"),
                                RejectionCode.DUPLICATE,
                                "an id that no row before it has"),
                        new Rejection(
                                "episodes", 3_000_000_000L, Optional.of("opened"), RejectionCode.MISSING, "a date"),
                        new Rejection(
                                "episodes", 4, Optional.of("closed"), RejectionCode.OUT_OF_RANGE, "another date"))))
                .isEqualTo("table,line,column,code,expected\r\n"
                        + "families,2,family_id,duplicate,an id that no row before it has\r\n"
                        + "episodes,3000000000,opened,missing,a date\r\n"
                        + "episodes,4,closed,out-of-range,another date\r\n");
    }

    /** "`malformed` (column null): wrong number of fields". */
    @Test
    void aRowAsAWholeHasNoColumn() throws IOException {
        assertThat(text(quality(new Rejection("families", 7, Optional.empty(), RejectionCode.MALFORMED, "2 fields"))))
                .isEqualTo("table,line,column,code,expected\r\nfamilies,7,,malformed,2 fields\r\n");
    }

    @Test
    void textIsQuotedWhereCsvWantsIt() throws IOException {
        assertThat(text(quality(new Rejection(
                        "individuals", 3, Optional.of("sex"), RejectionCode.MALFORMED, "one of F, M, \"X\""))))
                .isEqualTo("table,line,column,code,expected\r\n"
                        + "individuals,3,sex,malformed,\"one of F, M, \"\"X\"\"\"\r\n");
    }

    @Test
    void everyCodeHasItsWord() throws IOException {
        StringBuilder expected = new StringBuilder("table,line,column,code,expected\r\n");
        Rejection[] rejections = new Rejection[RejectionCode.values().length];
        List<String> words = List.of("missing", "malformed", "out-of-range", "orphan", "duplicate", "contradiction");
        for (int i = 0; i < rejections.length; i++) {
            rejections[i] = new Rejection("t", i, Optional.of("c"), RejectionCode.values()[i], "e");
            expected.append("t,").append(i).append(",c,").append(words.get(i)).append(",e\r\n");
        }

        assertThat(text(quality(rejections))).isEqualTo(expected.toString());
    }

    /** "*Notices* (nothing rejected ...)". */
    @Test
    void noticesAreNotListed() throws IOException {
        DataQuality noticed = new DataQuality(
                Map.of("families", 1L),
                List.of(),
                List.of(new Notice("unknown-column", "families", "x", Optional.empty(), 1)));

        assertThat(text(noticed)).isEqualTo("table,line,column,code,expected\r\n");
    }

    private static DataQuality quality(Rejection... rejections) {
        return new DataQuality(Map.of(), List.of(rejections), List.of());
    }

    private static String text(DataQuality quality) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataQualityCsv.write(quality, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
