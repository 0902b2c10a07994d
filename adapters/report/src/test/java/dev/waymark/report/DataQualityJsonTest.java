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

/** The data quality alone is what stands under {@code dataQuality} in a report. */
class DataQualityJsonTest {

    @Test
    void theDataQualityStandsAsInAReport() throws IOException {
        DataQuality quality = new DataQuality(
                Map.of("families", 2L),
                List.of(new Rejection("families", 3, Optional.of("family_id"), RejectionCode.MISSING, "a text")),
                List.of(new Notice("unknown-column", "families", "Größe", Optional.empty(), 1)));
        ByteArrayOutputStream alone = new ByteArrayOutputStream();
        ByteArrayOutputStream report = new ByteArrayOutputStream();

        DataQualityJson.write(quality, alone);
        ReportJson.write(Sample.report(quality), report);

        String shared = """
                "dataQuality":{"rows":{"families":2},"rejected":[
                {"table":"families","line":3,"column":"family_id","code":"missing","expected":"a text"}],"notices":[
                {"code":"unknown-column","table":"families","column":"Größe","value":null,"count":1}]}""";
        assertThat(alone.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"format\":\"waymark-data-quality/1\"," + shared + "}\n");
        assertThat(report.toString(StandardCharsets.UTF_8)).contains(shared);
    }
}
