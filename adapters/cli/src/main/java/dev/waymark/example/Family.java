package dev.waymark.example;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A family of the county with its members and its episodes; every table tells about these families. */
record Family(int id, District district, Story story, List<Episode> episodes, List<Member> members) {

    /** Of the episodes closed in the year the one closed last, and of these the one opened last. */
    Optional<Episode> countedEpisode() {
        return episodes.stream()
                .filter(Episode::isClosedInTheYear)
                .max(Comparator.comparing(Episode::lastDay).thenComparing(Episode::opened));
    }

    /**
     * The counted episode, then the others in which the family is assessed: of services side by side one assesses, and
     * a parenting programme by itself does not.
     */
    List<Episode> assessedEpisodes() {
        List<Episode> assessed = new ArrayList<>(countedEpisode().stream().toList());
        for (Episode episode : episodes) {
            if (!episode.service().equals(Episode.PARENTING_PROGRAMME)
                    && countedEpisode().stream().noneMatch(episode::overlaps)) {
                assessed.add(episode);
            }
        }
        return assessed;
    }

    static Table table(List<Family> families) {
        List<List<String>> rows = new ArrayList<>();
        for (Family family : families) {
            rows.add(List.of(String.valueOf(family.id()), family.district().name()));
        }
        return new Table("families", List.of("family_id", "district"), rows);
    }
}
