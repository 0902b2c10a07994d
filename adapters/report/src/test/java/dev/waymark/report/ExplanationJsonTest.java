package dev.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.measure.Evidence;
import dev.waymark.measure.Explanation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** "JSON: where the family counts and why", format {@code waymark-explanation/1}. */
class ExplanationJsonTest {

    @Test
    void countsAndRecordsAreWrittenInTheirOrder() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("opened", "2015-05-01");
        values.put("closed", "2015-12-01");
        Explanation explanation = new Explanation(
                "familystar.progress",
                "F/1 \"é\"",
                List.of(Sample.share(1, 1), Sample.count(dev.waymark.figure.Dimensions.NONE, 1)),
                List.of(),
                List.of(
                        new Evidence(
                                "episodes",
                                Optional.of("7"),
                                LocalDate.of(2015, 5, 1),
                                List.of("entry", "counted"),
                                values),
                        new Evidence(
                                "star_readings", Optional.empty(), LocalDate.of(2015, 5, 2), List.of(), Map.of())));

        assertThat(written(explanation)).isEqualTo("""
                        {"format":"waymark-explanation/1","measure":"familystar.progress","family":"F/1 \\"é\\"",\
                        "period":"2015/16","asAt":"2016-03-31","counts":[
                        {"measure":"sample","figure":"share","dimensions":{},"unit":"percent","status":"value",\
                        "reason":null,"value":100.0,"numerator":1,"denominator":1,"sum":null,"first":null,\
                        "last":null,"decimals":1,"interval":{"lower":20.654931,"upper":100.0,"level":0.95,\
                        "method":"wilson"},"base":"families"},
                        {"measure":"activity","figure":"families","dimensions":{},"unit":"count","status":"value",\
                        "reason":null,"value":1,"numerator":null,"denominator":null,"sum":null,"first":null,\
                        "last":null,"decimals":0,"interval":null,"base":"families"}],"records":[
                        {"table":"episodes","id":"7","date":"2015-05-01","used-as":"entry, counted",\
                        "values":{"closed":"2015-12-01","opened":"2015-05-01"}},
                        {"table":"star_readings","id":null,"date":"2015-05-02","used-as":"","values":{}}]}
                        """);
    }

    @Test
    void aFamilyThatCountsNowhereHasEmptyLists() throws IOException {
        assertThat(written(new Explanation("activity", "1", List.of(), List.of(), List.of())))
                .isEqualTo("""
                        {"format":"waymark-explanation/1","measure":"activity","family":"1","period":"2015/16",\
                        "asAt":"2016-03-31","counts":[],"records":[]}
                        """);
    }

    private static String written(Explanation explanation) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ExplanationJson.write(explanation, Sample.YEAR, Sample.AS_AT, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
