package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.star.Star;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the columns of a source are found, and what the reader says of those it looks at. */
class SourceColumnsTest {

    private static final TableFormat FAMILIES =
            DataFormat.CURRENT.table("families").orElseThrow();

    /** A table without rows. */
    private record Columns(boolean columnsInAnyCase, List<String> columns) implements SourceTable {
        @Override
        public String place() {
            return "families";
        }

        @Override
        public List<RowCursor> parts() {
            return List.of();
        }
    }

    private static RowReader reader(boolean inAnyCase, String... columns) {
        return new RowReader(
                FAMILIES, new Columns(inAnyCase, List.of(columns)), Optional.empty(), List.of(Star.familyStarPlus()));
    }

    @Test
    void columnsAreFoundExactly() {
        assertThatThrownBy(() -> reader(false, "FAMILY_ID"))
                .isInstanceOf(WaymarkException.class)
                .hasMessageStartingWith("WM-COLUMN-MISSING: required column family_id of families is missing");
    }

    @Test
    void columnsAreFoundInAnyCaseWhereTheSourceSaysSo() {
        RowReader reader = reader(true, "Notes", "FAMILY_ID", "District");

        assertThat(reader.columnsRead()).containsExactlyInAnyOrder("FAMILY_ID", "District");
        assertThat(reader.unknownColumns()).containsExactly("Notes");
    }

    /** With two that differ in case only nothing is guessed: the one that is written the same is meant. */
    @Test
    void columnsThatDifferInCaseOnlyAreFoundExactly() {
        RowReader reader = reader(true, "FAMILY_ID", "family_id", "DISTRICT", "District");

        assertThat(reader.columnsRead()).containsExactly("family_id");
        assertThat(reader.unknownColumns()).containsExactly("FAMILY_ID", "DISTRICT", "District");
        assertThatThrownBy(() -> reader(true, "FAMILY_ID", "Family_Id"))
                .hasMessageStartingWith("WM-COLUMN-MISSING: required column family_id of families is missing");
    }

    /** A warehouse keeps the first of April as the number 20150401. */
    @Test
    void aNumberIsADateWhereThePatternSaysSo() {
        TableFormat terms = DataFormat.CURRENT.table("school_terms").orElseThrow();
        List<String> names = terms.columns().stream().map(ColumnFormat::name).toList();
        Map<String, ColumnMapping> columns = new java.util.HashMap<>();
        names.forEach(name -> columns.put(
                name,
                new ColumnMapping(
                        Optional.of(name), Optional.empty(), Optional.of(DatePattern.of("yyyyMMdd")), Map.of())));
        RowReader reader = new RowReader(
                terms,
                new Columns(false, names),
                Optional.of(new TableMapping("school_terms", columns)),
                List.of(Star.familyStarPlus()));
        Row row = new Row();
        row.begin(2);
        row.text("11");
        row.whole(20150401);
        for (int i = 0; i < 4; i++) {
            row.whole(i == 0 ? 1 : 0);
        }

        assertThat(reader.read(row)).isTrue();
        assertThat(reader.value(1)).isEqualTo((int) LocalDate.of(2015, 4, 1).toEpochDay());
    }
}
