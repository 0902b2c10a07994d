package org.anytown;

import dev.waymark.family.Period;
import dev.waymark.jdbc.Database;
import dev.waymark.jdbc.DatabaseSnapshot;
import dev.waymark.report.ReportJson;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.store.CaseStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class Application {

    private final DataSource dataSource;

    public Application(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    @GetMapping(path = "/report", produces = MediaType.APPLICATION_JSON_VALUE)
    public byte[] report(@RequestParam("period") String period) throws IOException {
        try (DatabaseSnapshot snapshot = Database.of(dataSource).snapshot()) {
            CaseStore store = CaseStore.read(snapshot);
            MeasureCatalog catalog = MeasureCatalog.load(Application.class.getClassLoader());
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            ReportJson.write(MeasureRun.of(store, catalog, Period.parse(period)).report(), json);
            return json.toByteArray();
        }
    }
}
