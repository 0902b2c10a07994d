package dev.waymark.benchmarks.families;

import dev.waymark.star.Area;
import dev.waymark.star.Star;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tables of the data format that are made up. */
enum Table {
    FAMILIES(List.of("family_id", "district")),
    EPISODES(List.of("episode_id", "family_id", "service", "opened", "closed", "worker_id")),
    STAR_READINGS(Stream.concat(
                    Stream.of("family_id", "date", "kind"),
                    Star.familyStarPlus().areas().stream().map(Area::code))
            .toList()),
    ASSESSMENTS(List.of("assessment_id", "family_id", "individual_id", "date", "kind")),
    FINDINGS(List.of("assessment_id", "issue", "present"));

    private final List<String> columns;

    Table(List<String> columns) {
        this.columns = columns;
    }

    List<String> columns() {
        return columns;
    }

    String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String fileName() {
        return tableName() + ".csv";
    }

    String header() {
        return String.join(",", columns) + "\n";
    }
}
