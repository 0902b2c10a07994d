package dev.waymark.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** The example county with tables it does not have: missing children, claims and a budget, made by chance. */
final class FullCouncil {

    private static final long SEED = 20160331;

    private FullCouncil() {}

    /** Adds the tables to the example county's data set, which stands in the folder. */
    static void complete(Path folder) throws IOException {
        Random chance = new Random(SEED);
        StringBuilder incidents = new StringBuilder("incident_id,family_id,individual_id,date,kind,followed_up_on\n");
        StringBuilder claims = new StringBuilder("family_id,scheme,claimed_on,route,amount\n");
        List<String> episodes = Files.readAllLines(folder.resolve("episodes.csv"));
        List<String> header = List.of(episodes.get(0).split(",", -1));
        for (String line : episodes.subList(1, episodes.size())) {
            List<String> episode = List.of(line.split(",", -1));
            String family = episode.get(header.indexOf("family_id"));
            String opened = episode.get(header.indexOf("opened"));
            String closed = episode.get(header.indexOf("closed"));
            if (chance.nextInt(10) == 0) {
                String followedUp = chance.nextInt(4) == 0 ? "" : opened;
                incidents.append(String.join(
                        ",", "i" + incidents.length(), family, "", opened, "missing-episode", followedUp + "\n"));
            }
            if (!closed.isEmpty() && chance.nextInt(3) == 0) {
                claims.append(String.join(",", family, "troubled-families-2", closed, "progress", "800\n"));
            }
        }
        Files.writeString(folder.resolve("incidents.csv"), incidents);
        Files.writeString(folder.resolve("claims.csv"), claims);
        Files.writeString(folder.resolve("budget.csv"), """
                year,kind,line,organisation,amount
                2014/15,income,Government grant,Government,1620000.00
                2014/15,income,Contribution,County Council,980000.00
                2014/15,expenditure,Staff,County Council,2210450.50
                2015/16,income,Government grant,Government,1104000.00
                2015/16,income,Contribution,County Council,980000.00
                2015/16,income,Contribution,Police and Crime Commissioner,150000.00
                2015/16,expenditure,Staff,County Council,2487010.25
                2015/16,adjustment,Correction,County Council,-1200.00
                """);
    }
}
