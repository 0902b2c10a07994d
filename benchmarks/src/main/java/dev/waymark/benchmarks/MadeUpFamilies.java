package dev.waymark.benchmarks;

import dev.waymark.data.ListedTables;
import dev.waymark.star.Area;
import dev.waymark.star.Star;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Made-up families with one episode and 3.5 Star readings each, the same for the same number: for timing, not for
 * reading.
 */
final class MadeUpFamilies {

    private static final long SEED = 20150401;
    private static final int DISTRICTS = 8;

    private MadeUpFamilies() {}

    static ListedTables of(int families) {
        Random random = new Random(SEED);
        ListedTables tables = new ListedTables().table("families", "family_id", "district");
        for (int family = 0; family < families; family++) {
            tables.row(Integer.toString(family), "District " + family % DISTRICTS);
        }
        LocalDate start = LocalDate.of(2015, 4, 1);
        LocalDate[] opened = new LocalDate[families];
        tables.table("episodes", "episode_id", "family_id", "service", "opened", "closed", "worker_id");
        for (int family = 0; family < families; family++) {
            opened[family] = start.plusDays(random.nextInt(500) - 250);
            String closed = opened[family].plusDays(60 + random.nextInt(300)).toString();
            String id = Integer.toString(family);
            tables.row(id, id, "intensive-family-support", opened[family].toString(), closed, "w" + family % 50);
        }
        Star star = Star.familyStarPlus();
        tables.table(
                "star_readings",
                Stream.concat(
                                Stream.of("family_id", "date", "kind"),
                                star.areas().stream().map(Area::code))
                        .toArray(String[]::new));
        for (int family = 0; family < families; family++) {
            int readings = 3 + family % 2;
            for (int reading = 0; reading < readings; reading++) {
                String[] row = new String[3 + star.areas().size()];
                row[0] = Integer.toString(family);
                row[1] = opened[family].plusDays(reading * 15L).toString();
                row[2] = reading == 0 ? "initial" : reading == readings - 1 ? "closure" : "review";
                for (int area = 0; area < star.areas().size(); area++) {
                    row[3 + area] = Integer.toString(1 + random.nextInt(10));
                }
                tables.row(row);
            }
        }
        return tables;
    }
}
