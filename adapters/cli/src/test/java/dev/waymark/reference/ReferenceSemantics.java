package dev.waymark.reference;

import dev.waymark.reference.ReferenceRecords.Dated;
import dev.waymark.reference.ReferenceRecords.Episode;
import dev.waymark.reference.ReferenceRecords.Family;
import dev.waymark.reference.ReferenceRecords.Form;
import dev.waymark.reference.ReferenceRecords.Person;
import dev.waymark.reference.ReferenceRecords.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** "Which records count: the shared semantics", asked of the records of a run. */
final class ReferenceSemantics {

    private final ReferenceRecords records;
    private final ReferencePeriod period;
    private final LocalDate asAt;

    ReferenceSemantics(ReferenceRecords records, ReferencePeriod period, LocalDate asAt) {
        this.records = records;
        this.period = period;
        this.asAt = asAt;
    }

    ReferenceRecords records() {
        return records;
    }

    ReferencePeriod period() {
        return period;
    }

    LocalDate asAt() {
        return asAt;
    }

    List<Episode> episodesOf(Family family) {
        return records.episodesOf(family);
    }

    List<Person> membersOf(Family family) {
        return records.personsOf(family);
    }

    /** The family-level forms (subject empty) or the forms about one member. */
    List<Form> formsOf(Family family, String subject) {
        return records.formsOf(family).stream()
                .filter(form -> form.individual().equals(subject))
                .toList();
    }

    List<Reading> readingsOf(Family family, ReferenceStar star) {
        return records.readingsOf(family).stream()
                .filter(reading -> reading.star().equals(star.id()))
                .toList();
    }

    /** All forms and all readings, of any Star, "of the family or a member". */
    List<Dated> formsAndReadingsOf(Family family) {
        List<Dated> all = new ArrayList<>(records.formsOf(family));
        all.addAll(records.readingsOf(family));
        return all;
    }

    /**
     * "An episode is open on a day if {@code opened} is on or before it and {@code closed} is empty or after it (the
     * state at the end of the day)."
     */
    boolean isOpenOn(Episode episode, LocalDate day) {
        return !episode.opened().isAfter(day)
                && (episode.closed() == null || episode.closed().isAfter(day));
    }

    /** "{@code opened <= period end} and ({@code closed} empty or {@code closed >= period start})". */
    private boolean makesWorkedWith(Episode episode) {
        return !episode.opened().isAfter(period.end())
                && (episode.closed() == null || !episode.closed().isBefore(period.start()));
    }

    private boolean isOpenedInPeriod(Episode episode) {
        return period.contains(episode.opened());
    }

    private boolean isClosedInPeriod(Episode episode) {
        return episode.closed() != null && period.contains(episode.closed());
    }

    /** "A family is worked with in the period if it has an episode" that makes it so. */
    List<Family> familiesWorkedWith() {
        return records.families().stream()
                .filter(family -> entryEpisode(family).isPresent())
                .toList();
    }

    /** "opened if it has an episode with {@code opened} in the period". */
    List<Family> familiesOpened() {
        return records.families().stream()
                .filter(family -> openingEpisode(family).isPresent())
                .toList();
    }

    /** "closed if one with {@code closed} in the period". */
    List<Family> familiesClosed() {
        return records.families().stream()
                .filter(family -> countedEpisode(family).isPresent())
                .toList();
    }

    /**
     * "The entry episode of a family worked with: of the episodes that make it so, the earliest {@code opened} (then
     * least {@code episode_id})."
     */
    Optional<Episode> entryEpisode(Family family) {
        return episodesOf(family).stream()
                .filter(this::makesWorkedWith)
                .min(Comparator.comparing(Episode::opened).thenComparing(Episode::id, CodePointOrder.A_TO_Z));
    }

    /**
     * "The opening episode of a family opened: of the episodes opened in the period, the earliest {@code opened} (then
     * least {@code episode_id})."
     */
    Optional<Episode> openingEpisode(Family family) {
        return episodesOf(family).stream()
                .filter(this::isOpenedInPeriod)
                .min(Comparator.comparing(Episode::opened).thenComparing(Episode::id, CodePointOrder.A_TO_Z));
    }

    /**
     * "The counted episode of a family closed: of the episodes closed in the period, the latest {@code closed} (then
     * latest {@code opened}, then greatest {@code episode_id})."
     */
    Optional<Episode> countedEpisode(Family family) {
        return episodesOf(family).stream()
                .filter(this::isClosedInPeriod)
                .max(Comparator.comparing(Episode::closed)
                        .thenComparing(Episode::opened)
                        .thenComparing(Episode::id, CodePointOrder.A_TO_Z));
    }

    /**
     * "A record belongs to an episode if its date is from {@code opened} to {@code closed} (or to the as-at date), both
     * included."
     */
    boolean belongs(Dated record, Episode episode) {
        LocalDate end = episode.closed() == null ? asAt : episode.closed();
        return !record.date().isBefore(episode.opened()) && !record.date().isAfter(end);
    }

    /** "the earliest reading of kind initial that belongs"; forms of "the same date and kind: the least id". */
    <T extends Dated> Optional<T> first(List<T> ofOneSubject, Episode episode) {
        return ofOneSubject.stream()
                .filter(record -> belongs(record, episode))
                .filter(record -> record.kind().equals("initial"))
                .min(Comparator.<T, LocalDate>comparing(Dated::date).thenComparing(Dated::id, CodePointOrder.A_TO_Z));
    }

    /**
     * "the latest reading of kind review or closure that belongs and is dated after the first (of a closure and a
     * review of the same date the closure is the last)"; forms of "the same date and kind: the greatest id".
     */
    <T extends Dated> Optional<T> last(List<T> ofOneSubject, Episode episode) {
        Optional<T> first = first(ofOneSubject, episode);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        return ofOneSubject.stream()
                .filter(record -> belongs(record, episode))
                .filter(record -> isReviewOrClosure(record))
                .filter(record -> record.date().isAfter(first.get().date()))
                .max(Comparator.<T, LocalDate>comparing(Dated::date)
                        .thenComparing(record -> record.kind().equals("closure") ? 1 : 0)
                        .thenComparing(Dated::id, CodePointOrder.A_TO_Z));
    }

    static boolean isReviewOrClosure(Dated record) {
        return record.kind().equals("review") || record.kind().equals("closure");
    }

    /**
     * "age date: the later of the period's start and the entry episode's {@code opened}".
     *
     * @return the age in completed years, or null if it is not recorded
     */
    Integer age(Person person, Family family) {
        if (person.birth() == null) {
            return null;
        }
        LocalDate opened = entryEpisode(family).orElseThrow().opened();
        LocalDate ageDate = opened.isAfter(period.start()) ? opened : period.start();
        return completedYears(person.birth(), ageDate);
    }

    /** "Age is in completed years (born 29 February: a year older on 1 March)", "Born after the age date: age 0." */
    static int completedYears(LocalDate birth, LocalDate day) {
        if (birth.isAfter(day)) {
            return 0;
        }
        int years = day.getYear() - birth.getYear();
        boolean birthdayStillToCome = day.getMonthValue() < birth.getMonthValue()
                || (day.getMonthValue() == birth.getMonthValue() && day.getDayOfMonth() < birth.getDayOfMonth());
        return birthdayStillToCome ? years - 1 : years;
    }
}
