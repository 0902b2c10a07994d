package dev.waymark.example;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.waymark.taxonomy.Issue;
import dev.waymark.taxonomy.IssueTaxonomy;
import dev.waymark.taxonomy.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Oracle: the taxonomy's own words about whom an issue is asked of, looked up row by row in the files. */
class ExampleFormsTest {

    @TempDir
    private static Path folder;

    private static Map<String, NamedCsvRecord> individuals;
    private static Map<String, NamedCsvRecord> forms;
    private static List<NamedCsvRecord> findings;

    @BeforeAll
    static void writeTheCounty() throws IOException {
        ExampleCounty.write(folder);
        individuals = byId("individuals", "individual_id");
        forms = byId("assessments", "assessment_id");
        findings = rows("findings");
    }

    private static Map<String, NamedCsvRecord> byId(String table, String id) throws IOException {
        return rows(table).stream().collect(Collectors.toMap(row -> row.getField(id), Function.identity()));
    }

    private static List<NamedCsvRecord> rows(String table) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve(table + ".csv"))) {
            return rows.stream().toList();
        }
    }

    @Test
    void adultsIssuesAreAskedOfAdultsAndChildrensOfChildren() {
        IssueTaxonomy taxonomy = IssueTaxonomy.familySupport();
        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            NamedCsvRecord form = forms.get(finding.getField("assessment_id"));
            Issue issue = taxonomy.issue(finding.getField("issue")).orElseThrow();
            if (issue.level() == Level.FAMILY) {
                assertThat(form.getField("individual_id")).isEmpty();
            } else if (issue.subject().orElseThrow() != Issue.Subject.ANY) {
                LocalDate born = LocalDate.parse(
                        individuals.get(form.getField("individual_id")).getField("birth_date"));
                int age = Period.between(born, LocalDate.parse(form.getField("date")))
                        .getYears();
                assertThat(age >= 18)
                        .as("%s at %s", issue.code(), age)
                        .isEqualTo(issue.subject().get() == Issue.Subject.ADULT);
            }
        });
    }

    @Test
    void nobodyIsAskedBeforeTheyAreBorn() {
        assertThat(forms.values())
                .filteredOn(form -> !form.getField("individual_id").isEmpty())
                .isNotEmpty()
                .allSatisfy(form -> assertThat(form.getField("date"))
                        .isGreaterThanOrEqualTo(
                                individuals.get(form.getField("individual_id")).getField("birth_date")));
    }

    /** A report must not take an answer that is not known for a no. */
    @Test
    void someAnswersAreNotKnown() {
        assertThat(findings.stream().collect(Collectors.groupingBy(row -> row.getField("present"))))
                .containsOnlyKeys("yes", "no", "unknown");
    }
}
