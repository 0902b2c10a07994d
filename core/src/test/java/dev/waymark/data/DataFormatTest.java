package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.family.Incident;
import dev.waymark.family.Kind;
import dev.waymark.family.Spell;
import dev.waymark.measure.BudgetLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DataFormatTest {

    /** "columns (`*` required)", taken by hand from the tables of the chapter on the data format. */
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("families", "family_id* district");
        COLUMNS.put("individuals", "individual_id* family_id* birth_date sex ethnicity");
        COLUMNS.put("episodes", "episode_id* family_id* service* opened* closed worker_id");
        COLUMNS.put("star_readings", "family_id* date* kind* star");
        COLUMNS.put("assessments", "assessment_id* family_id* individual_id date* kind*");
        COLUMNS.put("findings", "assessment_id* issue* present*");
        COLUMNS.put(
                "school_terms",
                "individual_id* term_end* sessions_possible* sessions_absent* sessions_unauthorised*"
                        + " fixed_exclusions*");
        COLUMNS.put("incidents", "incident_id* family_id* individual_id date* kind* followed_up_on");
        COLUMNS.put("spells", "individual_id* kind* type start* end");
        COLUMNS.put("claims", "family_id* scheme* claimed_on* route amount");
        COLUMNS.put("budget", "year* kind* line* organisation amount*");
    }

    private static TableFormat table(String name) {
        return DataFormat.CURRENT.table(name).orElseThrow();
    }

    @Test
    void theTablesAndColumnsAreThoseOfTheFormatInItsOrder() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (TableFormat table : DataFormat.CURRENT.tables()) {
            columns.put(
                    table.name(),
                    table.columns().stream()
                            .map(column -> column.name() + (column.required() ? "*" : ""))
                            .collect(Collectors.joining(" ")));
        }

        assertThat(columns).containsExactlyEntriesOf(COLUMNS);
    }

    // "Only `families` and `episodes` are required"
    @Test
    void onlyFamiliesAndEpisodesAreRequired() {
        assertThat(DataFormat.CURRENT.tables())
                .filteredOn(TableFormat::required)
                .extracting(TableFormat::name)
                .containsExactly("families", "episodes");
    }

    @Test
    void onlyReadingsHaveScores() {
        assertThat(DataFormat.CURRENT.tables())
                .filteredOn(TableFormat::hasScores)
                .extracting(TableFormat::name)
                .containsExactly("star_readings");
    }

    // "the id; star reading: family, star, date, kind; finding: assessment, issue; school term: individual, term_end;
    // spell: individual, kind, type, start; claim: family, scheme, claimed_on"; budget: "no identity"
    @Test
    void theIdentitiesAreThoseOfTheFormat() {
        assertThat(DataFormat.CURRENT.tables())
                .extracting(table -> String.join(" ", table.identity()))
                .containsExactly(
                        "family_id",
                        "individual_id",
                        "episode_id",
                        "family_id star date kind",
                        "assessment_id",
                        "assessment_id issue",
                        "individual_id term_end",
                        "incident_id",
                        "individual_id kind type start",
                        "family_id scheme claimed_on",
                        "");
    }

    // "a malformed or out-of-range value in an optional column (`sex`, `birth_date`, `followed_up_on`, `amount`, ...)
    // loses that value alone"
    @Test
    void theColumnsThatLoseTheValueAloneAreThoseOfTheFormat() {
        assertThat(DataFormat.CURRENT.tables().stream()
                        .flatMap(table -> table.columns().stream()
                                .filter(ColumnFormat::loseValueOnly)
                                .map(column -> table.name() + "." + column.name())))
                .containsExactly(
                        "individuals.birth_date", "individuals.sex", "incidents.followed_up_on", "claims.amount");
    }

    @Test
    void theWordsAreThoseOfTheFormat() {
        assertThat(DataFormat.CURRENT.tables().stream()
                        .flatMap(table -> table.columns().stream()
                                .filter(column -> column.type() == ColumnType.WORD)
                                .map(column ->
                                        table.name() + "." + column.name() + " " + String.join(" ", column.words()))))
                .containsExactly(
                        "individuals.sex F M X",
                        "star_readings.kind initial review closure",
                        "assessments.kind initial review closure",
                        "findings.present yes no unknown",
                        "incidents.kind asb offence domestic-abuse police-callout missing-episode",
                        "spells.kind out-of-work-benefit employment training volunteering work-programme in-need-plan"
                                + " protection-plan",
                        "budget.kind income expenditure adjustment");
    }

    /** The store keeps a word as its place, by which the code finds its constant. */
    @Test
    void theWordsStandInTheOrderOfTheCode() {
        assertThat(words("star_readings", "kind")).isEqualTo(words("assessments", "kind"));
        assertThat(words("assessments", "kind"))
                .containsExactlyElementsOf(
                        Stream.of(Kind.values()).map(Kind::word).toList());
        assertThat(words("incidents", "kind"))
                .containsExactlyElementsOf(Stream.of(Incident.Event.values())
                        .map(Incident.Event::word)
                        .toList());
        assertThat(words("spells", "kind"))
                .containsExactlyElementsOf(
                        Stream.of(Spell.State.values()).map(Spell.State::word).toList());
        assertThat(words("budget", "kind"))
                .containsExactlyElementsOf(Stream.of(BudgetLine.Side.values())
                        .map(BudgetLine.Side::word)
                        .toList());
    }

    private static List<String> words(String table, String column) {
        return table(table).column(column).orElseThrow().words();
    }

    @Test
    void everyReferenceLeadsToATableThatComesBefore() {
        List<TableFormat> tables = DataFormat.CURRENT.tables();
        for (TableFormat table : tables) {
            for (ColumnFormat column : table.columns()) {
                if (column.type() == ColumnType.REFERENCE) {
                    TableFormat parent = table(column.refersTo());
                    assertThat(tables.indexOf(parent)).isLessThan(tables.indexOf(table));
                    assertThat(parent.columns()
                                    .get(parent.ownId().orElseThrow())
                                    .name())
                            .isEqualTo(column.name());
                }
            }
        }
    }

    @Test
    void everyColumnThatARuleNamesIsOneOfItsTable() {
        for (TableFormat table : DataFormat.CURRENT.tables()) {
            assertThat(table.columns())
                    .extracting(ColumnFormat::name)
                    .doesNotHaveDuplicates()
                    .containsAll(table.identity())
                    .containsAll(table.order())
                    .containsAll(table.contradictions().stream()
                            .map(Contradiction::column)
                            .toList());
        }
    }

    @Test
    void theMarkdownHasAChapterForEveryTableAndALineForEveryColumn() {
        String[] chapters = FormatInMarkdown.chapters().split("(?m)^### ");

        assertThat(chapters).hasSize(12);
        int chapter = 1;
        for (Map.Entry<String, String> table : COLUMNS.entrySet()) {
            String text = chapters[chapter++];
            assertThat(text).startsWith("`" + table.getKey() + "`\n");
            for (String column : table.getValue().split(" ")) {
                String name = column.replace("*", "");
                String required = column.endsWith("*") ? "yes" : "";
                assertThat(text).contains("\n| `" + name + "` | " + required + " | ");
            }
        }
    }

    @Test
    void theMarkdownOfATableSaysWhatARowIsAndWhatHolds() {
        assertThat(FormatInMarkdown.chapters())
                .contains("""
                ### `claims`

                One row is a results claim already made.

                | column | required | value | meaning |
                | --- | --- | --- | --- |
                | `family_id` | yes | an id of `families` | the family |
                | `scheme` | yes | a text | the id of the scheme |
                | `claimed_on` | yes | a date like 2015-04-01 | the day of the claim |
                | `route` |  | a text | the route claimed |
                | `amount` |  | pounds, whole or with one or two decimals | pounds, at most two decimals |

                No two rows share: `family_id`, `scheme`, `claimed_on`.

                """)
                .contains("""
                | `present` | yes | one of yes, no, unknown | whether the issue is there |
                """)
                .contains("\nHolds: closed on or after opened.\n")
                .contains("\nHolds: sessions_unauthorised not over sessions_absent.\n")
                .contains("\nHolds: an individual of the row's family.\n")
                .contains("\nHolds: a date at most 300 days before the individual's birth.\n")
                .contains("\nHolds: a date not before the individual's birth.\n");
    }
}
