package dev.waymark.example;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A family gone before the year of whose adult nobody wrote down a birth date, so that no rule about adults applies.
 *
 * <p>It comes behind the families that are drawn and takes no part in chance, so that what is drawn of them stays.
 */
final class IncompleteRecord {

    private IncompleteRecord() {}

    static List<Family> behind(List<Family> families) throws IOException {
        int lastMember = families.stream()
                .flatMap(family -> family.members().stream())
                .map(Member::id)
                .max(Comparator.naturalOrder())
                .orElse(0);
        Episode episode = new Episode(
                Episode.FAMILY_SUPPORT,
                LocalDate.of(2015, 1, 12),
                Optional.of(LocalDate.of(2015, 3, 27)),
                OptionalInt.empty());
        List<Family> all = new ArrayList<>(families);
        all.add(new Family(
                families.get(families.size() - 1).id() + 1,
                District.read().get(0),
                Story.ENDED_BEFORE_THE_YEAR,
                List.of(episode),
                List.of(
                        new Member(lastMember + 1, Optional.empty(), "F", ""),
                        new Member(lastMember + 2, Optional.of(LocalDate.of(2004, 2, 9)), "M", ""))));
        return all;
    }
}
