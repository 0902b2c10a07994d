package dev.waymark.benchmarks.families;

import dev.waymark.star.Area;
import dev.waymark.star.Star;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tables of the data format that are made up. */
enum Table {
    FAMILIES("family_id,district"),
    EPISODES("episode_id,family_id,service,opened,closed,worker_id"),
    STAR_READINGS("family_id,date,kind,"
            + Star.familyStarPlus().areas().stream().map(Area::code).collect(Collectors.joining(","))),
    ASSESSMENTS("assessment_id,family_id,individual_id,date,kind"),
    FINDINGS("assessment_id,issue,present");

    private final String columns;

    Table(String columns) {
        this.columns = columns;
    }

    List<String> columns() {
        return List.of(columns.split(",", -1));
    }

    String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String fileName() {
        return tableName() + ".csv";
    }

    String header() {
        return columns + "\n";
    }
}
