package dev.waymark.family;

import dev.waymark.star.Star;
import dev.waymark.store.CaseStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One family's case as a measure sees it: its records up to the as-at date, and the answers to the questions that all
 * measures share.
 *
 * <p>Nothing after the as-at date exists: records dated later and episodes opened later are not seen, persons born
 * later neither, nor any record that names them; a closing, an end or a follow-up after it is empty. <b>Threads:</b>
 * one at a time. The engine moves a few {@code FamilyCase}s from family to family, so a measure must keep neither it
 * nor a record of it. <b>Source:</b> "Which records count" in the chapter on the data format.
 */
public final class FamilyCase {

    /** The age from which a member is an adult. */
    public static final int ADULT_AGE = 18;

    /** A visit that there never is. */
    static final long NO_VISIT = -1;

    private final CaseColumns columns;
    private final Period period;
    private final int startDay;
    private final int endDay;
    private int asAtDay;
    private final int onlyService;

    private final Records<Episode> episodes;
    private final Records<Member> members;
    private final Records<StarReading> readings;
    private final Records<Form> forms;
    private final Records<Form> firstForms;
    private final ShownIssues shown;
    private final ShownIssues shownAtStart;
    private final Records<SchoolTerm> terms;
    private final Records<Incident> incidents;
    private final Records<Spell> spells;
    private final Records<Claim> claims;

    /** What measures ask of every family, so it is found at once. */
    private Optional<Episode> entryEpisode = Optional.empty();

    private Optional<Episode> countedEpisode = Optional.empty();
    private int family = -1;
    /** Counts the moves, so that what is kept of a family shows whether it is of this visit. */
    private long visit;

    private @Nullable FamilyCase atAnotherDay;
    /** What measures use again, so little that to look through it is the quickest. */
    private final List<Made> reused;

    /** Something that is used again, by the name that it goes by. */
    private record Made(Reused<?> name, Object made) {}

    private FamilyCase(CaseColumns columns, Period period, LocalDate asAt, int onlyService, List<Made> reused) {
        this.columns = columns;
        this.reused = reused;
        this.period = period;
        this.startDay = (int) period.start().toEpochDay();
        this.endDay = (int) period.end().toEpochDay();
        this.asAtDay = (int) asAt.toEpochDay();
        this.onlyService = onlyService;
        this.episodes = new Records<>(() -> new Episode(columns));
        this.members = new Records<>(() -> new Member(columns));
        this.readings = new Records<>(() -> new StarReading(columns));
        this.forms = new Records<>(() -> new Form(columns));
        this.firstForms = new Records<>(() -> new Form(columns));
        this.shown = new ShownIssues(columns, false);
        this.shownAtStart = new ShownIssues(columns, true);
        this.terms = new Records<>(() -> new SchoolTerm(columns));
        this.incidents = new Records<>(() -> new Incident(columns, this));
        this.spells = new Records<>(() -> new Spell(columns, this));
        this.claims = new Records<>(() -> new Claim(columns));
    }

    /** A case that can be moved over the families of a store. */
    public static FamilyCase over(CaseStore store, Period period, LocalDate asAt) {
        return new FamilyCase(new CaseColumns(store), period, asAt, -1, new ArrayList<>());
    }

    /** A case that shows of each family only the episodes of one service, a code of the store's services. */
    public static FamilyCase overService(CaseStore store, Period period, LocalDate asAt, int service) {
        return over(store, period, asAt).another(service);
    }

    /**
     * A case of the same store, period and day for another thread; it shows all episodes. Any thread may ask for one,
     * as long as nobody moves this case.
     */
    public FamilyCase forAnotherThread() {
        return new FamilyCase(columns, period, LocalDate.ofEpochDay(asAtDay), -1, new ArrayList<>());
    }

    /** A further case like this one, for the same thread; it shows all episodes. */
    public FamilyCase another() {
        return another(-1);
    }

    /**
     * A further case like this one, for the same thread, that shows of each family only the episodes of one service.
     */
    public FamilyCase another(int service) {
        return new FamilyCase(columns, period, LocalDate.ofEpochDay(asAtDay), service, reused);
    }

    /** Goes on to a family, a row of the store's families. */
    public FamilyCase moveTo(int row) {
        family = row;
        visit++;
        episodes.forget();
        Episode entry = null;
        Episode counted = null;
        for (int r = columns.episodes.firstRow(row); r < columns.episodes.endRow(row); r++) {
            if (columns.opened.get(r) <= asAtDay && (onlyService < 0 || columns.service.get(r) == onlyService)) {
                Episode episode = episodes.add(r).asKnownOn(asAtDay);
                if (entry == null && isWorkedWithIn(episode)) {
                    entry = episode;
                }
                if (isInPeriod(episode.closedDay())
                        && (counted == null || episode.closedDay() >= counted.closedDay())) {
                    counted = episode;
                }
            }
        }
        entryEpisode = entry == null ? Optional.empty() : entry.present();
        countedEpisode = counted == null ? Optional.empty() : counted.present();
        return this;
    }

    /**
     * The same family in the same period as it was known on another day: nothing after that day exists for it.
     *
     * <p>The view is used again: it holds until the next call of this method or the move to the next family.
     */
    public FamilyCase asAt(LocalDate day) {
        if (day.toEpochDay() == asAtDay) {
            return this;
        }
        if (atAnotherDay == null) {
            atAnotherDay = new FamilyCase(columns, period, day, onlyService, reused);
        }
        atAnotherDay.asAtDay = (int) day.toEpochDay();
        return atAnotherDay.moveTo(family);
    }

    /**
     * What a measure uses again from family to family: made if it is asked for the first time, once for each thread.
     */
    @SuppressWarnings("unchecked") // it was made by the name
    public <T> T reused(Reused<T> name) {
        for (int i = 0; i < reused.size(); i++) {
            if (reused.get(i).name == name) {
                return (T) reused.get(i).made;
            }
        }
        T made = name.make();
        reused.add(new Made(name, made));
        return made;
    }

    /** The family's id. */
    public String familyId() {
        return columns.families.ids().get(family);
    }

    /** The family's district, if it is recorded. */
    public Optional<String> district() {
        return columns.districts.ifRecorded(columns.district.get(family));
    }

    /** The tables that the data set has. */
    public List<String> tablesPresent() {
        return columns.tablesPresent;
    }

    /** The period of the run. */
    public Period period() {
        return period;
    }

    /** The first day of the period, as days since 1970-01-01. */
    public int periodStartDay() {
        return startDay;
    }

    /** The last day of the period, as days since 1970-01-01. */
    public int periodEndDay() {
        return endDay;
    }

    /** The as-at date, as days since 1970-01-01. */
    public int asAtDay() {
        return asAtDay;
    }

    /** The episodes opened by the as-at date, by opening day, then id. */
    public List<Episode> episodes() {
        return episodes;
    }

    private boolean isWorkedWithIn(Episode episode) {
        return episode.openedDay() <= endDay && episode.closedDay() >= startDay;
    }

    private boolean isInPeriod(int day) {
        return day >= startDay && day <= endDay;
    }

    /**
     * Whether the family is worked with: it has an episode opened by the period's end and not closed before its start.
     */
    public boolean isWorkedWith() {
        return entryEpisode().isPresent();
    }

    /** Whether the family is opened: it has an episode opened in the period. */
    public boolean isOpened() {
        return openingEpisode().isPresent();
    }

    /** Whether the family is closed: it has an episode closed in the period. */
    public boolean isClosed() {
        return countedEpisode().isPresent();
    }

    /** Of the episodes that make the family worked with, the one opened first, then the least id. */
    public Optional<Episode> entryEpisode() {
        return entryEpisode;
    }

    /** Of the episodes opened in the period, the one opened first, then the least id. */
    public Optional<Episode> openingEpisode() {
        for (int i = 0; i < episodes.size(); i++) {
            if (isInPeriod(episodes.get(i).openedDay())) {
                return episodes.get(i).present();
            }
        }
        return Optional.empty();
    }

    /** Of the episodes closed in the period, the one closed last, then opened last, then the greatest id. */
    public Optional<Episode> countedEpisode() {
        return countedEpisode;
    }

    /** Of the episodes not closed before a day, the one opened last, then the greatest id. */
    public Optional<Episode> lastEpisodeNotClosedBefore(int day) {
        for (int i = episodes.size() - 1; i >= 0; i--) {
            if (episodes.get(i).closedDay() >= day) {
                return episodes.get(i).present();
            }
        }
        return Optional.empty();
    }

    /** Whether an episode is open at the end of a day. */
    public boolean hasEpisodeOpenOn(int day) {
        for (int i = 0; i < episodes.size(); i++) {
            if (episodes.get(i).isOpenOn(day)) {
                return true;
            }
        }
        return false;
    }

    /** The members born by the as-at date or without a birth date, by id. */
    public List<Member> members() {
        if (members.areToBeAdded(visit)) {
            for (int r = columns.members.firstRow(family); r < columns.members.endRow(family); r++) {
                if (isSeen(r)) {
                    members.add(r);
                }
            }
        }
        return members;
    }

    private boolean isSeen(int individual) {
        return individual < 0 || columns.birth.get(individual) <= asAtDay;
    }

    /** The day on which age is taken: the later of the period's start and the entry episode's opening. */
    public int ageDay() {
        Optional<Episode> entry = entryEpisode();
        return entry.isEmpty() ? startDay : Math.max(startDay, entry.get().openedDay());
    }

    /** Whether a member is under 18 on the {@linkplain #ageDay age day}; no, if the birth date is not recorded. */
    public boolean isChild(Member member) {
        return member.hasBirthDate() && member.ageOn(ageDay()) < ADULT_AGE;
    }

    /** Whether a member is 18 or over on the {@linkplain #ageDay age day}; no, if the birth date is not recorded. */
    public boolean isAdult(Member member) {
        return member.hasBirthDate() && member.ageOn(ageDay()) >= ADULT_AGE;
    }

    /** The Star readings dated by the as-at date: by Star, then date, then kind. */
    public List<StarReading> readings() {
        return seenReadings();
    }

    private Records<StarReading> seenReadings() {
        if (readings.areToBeAdded(visit)) {
            for (int r = columns.readings.firstRow(family); r < columns.readings.endRow(family); r++) {
                if (columns.readingDate.get(r) <= asAtDay) {
                    readings.add(r);
                }
            }
        }
        return readings;
    }

    /**
     * The Stars that some family of the data set has a reading of, dated by the as-at date, in the order of their
     * definitions.
     */
    public List<Star> starsInData() {
        return columns.store.starsReadBy(asAtDay);
    }

    /** Whether the family has a reading of a Star dated by the as-at date, in whichever episode or none. */
    public boolean hasReading(Star star) {
        Records<StarReading> seen = seenReadings();
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i).star().equals(star)) {
                return true;
            }
        }
        return false;
    }

    /** In the counted episode, the earliest initial reading of a Star. */
    public Optional<StarReading> firstReading(Star star) {
        Optional<Episode> counted = countedEpisode();
        return counted.isEmpty() ? Optional.empty() : firstReading(star, counted.get());
    }

    /** The earliest initial reading of a Star that belongs to an episode. */
    public Optional<StarReading> firstReading(Star star, Episode episode) {
        Records<StarReading> seen = seenReadings();
        for (int i = 0; i < seen.size(); i++) {
            StarReading reading = seen.get(i);
            if (reading.star().equals(star) && reading.kind() == Kind.INITIAL && episode.includes(reading.day())) {
                return reading.present();
            }
        }
        return Optional.empty();
    }

    /**
     * In the counted episode, the latest review or closure reading of a Star that is dated after the first; of a
     * closure and a review of one date the closure.
     */
    public Optional<StarReading> lastReading(Star star) {
        Optional<StarReading> first = firstReading(star);
        return first.isEmpty()
                ? Optional.empty()
                : lastReading(first.get(), countedEpisode().orElseThrow());
    }

    /**
     * Of the Star of a first reading, the latest review or closure reading that belongs to an episode and is dated
     * after it; of a closure and a review of one date the closure.
     *
     * @param first the {@linkplain #firstReading(Star, Episode) first reading} of the episode
     */
    public Optional<StarReading> lastReading(StarReading first, Episode episode) {
        Star star = first.star();
        Records<StarReading> seen = seenReadings();
        for (int i = seen.size() - 1; i >= 0; i--) {
            StarReading reading = seen.get(i);
            if (reading.star().equals(star)
                    && reading.kind() != Kind.INITIAL
                    && reading.day() > first.day()
                    && episode.includes(reading.day())) {
                return reading.present();
            }
        }
        return Optional.empty();
    }

    /**
     * The forms dated by the as-at date, about the family or a member that is seen: family-level ones first, then by
     * date.
     */
    public List<Form> forms() {
        return seenForms();
    }

    private Records<Form> seenForms() {
        if (forms.areToBeAdded(visit)) {
            for (int r = columns.forms.firstRow(family); r < columns.forms.endRow(family); r++) {
                if (columns.formDate.get(r) <= asAtDay && isSeen(columns.formIndividual.get(r))) {
                    forms.add(r);
                }
            }
        }
        return forms;
    }

    /** The codes of the issues that forms of the data set answer, A to Z. */
    public List<String> issues() {
        return columns.issues.texts();
    }

    /** Those of the issues of the data set that have one of these codes, for asking forms about all of them at once. */
    public AskedIssues askedIssues(Set<String> codes) {
        return new AskedIssues(columns.issues.texts(), codes::contains);
    }

    /** The issues of the data set that show a headline need, a place among the taxonomy's needs. */
    public AskedIssues issuesOfNeed(int need) {
        return columns.issuesOfNeeds.get(need);
    }

    /**
     * The place among the taxonomy's needs of the headline need that an issue shows.
     *
     * @param issue its place in {@link #issues()}
     * @return -1 if it shows none
     */
    public int needOf(int issue) {
        return columns.needOfIssue[issue];
    }

    /**
     * Of each subject, the family and each member, the earliest initial form that belongs to an episode; of two of one
     * date the least id.
     *
     * <p>The list is used again: it holds until the same is asked of another episode, and no longer than the records of
     * the family.
     */
    public List<Form> firstForms(Episode episode) {
        firstForms.forget();
        Records<Form> seen = seenForms();
        boolean known = false;
        for (int i = 0; i < seen.size(); i++) {
            Form form = seen.get(i);
            known = known && form.individual() == seen.get(i - 1).individual();
            if (!known && form.kind() == Kind.INITIAL && episode.includes(form.day())) {
                known = true;
                firstForms.add(form.row);
            }
        }
        return firstForms;
    }

    /** The issues that a form that belongs to an episode says are there. */
    public ShownIssues shownIssues(Episode episode) {
        return shown.of(episode, seenForms(), visit);
    }

    /** The issues that an initial form that belongs to an episode says are there. */
    public ShownIssues shownIssuesAtStart(Episode episode) {
        return shownAtStart.of(episode, seenForms(), visit);
    }

    /** In the counted episode, the family's earliest initial form; of two of one date the least id. */
    public Optional<Form> firstForm() {
        return first(-1);
    }

    /**
     * In the counted episode, the family's latest review or closure form after the first; of one date the closure, the
     * greatest id.
     */
    public Optional<Form> lastForm() {
        return last(-1);
    }

    /** As {@link #firstForm()}, of one member. */
    public Optional<Form> firstForm(Member member) {
        return first(member.row);
    }

    /** As {@link #lastForm()}, of one member. */
    public Optional<Form> lastForm(Member member) {
        return last(member.row);
    }

    private Optional<Form> first(int individual) {
        Optional<Episode> counted = countedEpisode();
        Records<Form> seen = seenForms();
        for (int i = 0; counted.isPresent() && i < seen.size(); i++) {
            Form form = seen.get(i);
            if (form.individual() == individual
                    && form.kind() == Kind.INITIAL
                    && counted.get().includes(form.day())) {
                return form.present();
            }
        }
        return Optional.empty();
    }

    private Optional<Form> last(int individual) {
        Optional<Form> first = first(individual);
        return first.isEmpty()
                ? Optional.empty()
                : lastForm(first.get(), countedEpisode().orElseThrow());
    }

    /**
     * Of the subject of a first form, the latest review or closure form that belongs to an episode and is dated after
     * it; of one date the closure, the greatest id.
     *
     * @param first one of the {@linkplain #firstForms first forms} of the episode
     */
    public Optional<Form> lastForm(Form first, Episode episode) {
        Records<Form> seen = seenForms();
        for (int i = seen.size() - 1; i >= 0; i--) {
            Form form = seen.get(i);
            if (form.individual() == first.individual()
                    && form.kind() != Kind.INITIAL
                    && form.day() > first.day()
                    && episode.includes(form.day())) {
                return form.present();
            }
        }
        return Optional.empty();
    }

    /** The school terms of the members that ended by the as-at date: by member, then date. */
    public List<SchoolTerm> schoolTerms() {
        if (terms.areToBeAdded(visit)) {
            List<Member> seen = members();
            for (int m = 0; m < seen.size(); m++) {
                Member member = seen.get(m);
                for (int r = columns.terms.firstRow(member.row); r < columns.terms.endRow(member.row); r++) {
                    if (columns.termEnd.get(r) <= asAtDay) {
                        terms.add(r);
                    }
                }
            }
        }
        return terms;
    }

    /** The incidents dated by the as-at date that name nobody or a member that is seen, by date. */
    public List<Incident> incidents() {
        if (incidents.areToBeAdded(visit)) {
            for (int r = columns.incidents.firstRow(family); r < columns.incidents.endRow(family); r++) {
                if (columns.incidentDate.get(r) <= asAtDay && isSeen(columns.incidentIndividual.get(r))) {
                    incidents.add(r);
                }
            }
        }
        return incidents;
    }

    /** The spells of the members that started by the as-at date: by member, then start. */
    public List<Spell> spells() {
        if (spells.areToBeAdded(visit)) {
            List<Member> seen = members();
            for (int m = 0; m < seen.size(); m++) {
                Member member = seen.get(m);
                for (int r = columns.spells.firstRow(member.row); r < columns.spells.endRow(member.row); r++) {
                    if (columns.spellStart.get(r) <= asAtDay) {
                        spells.add(r);
                    }
                }
            }
        }
        return spells;
    }

    /** The claims made by the as-at date, by date. */
    public List<Claim> claims() {
        if (claims.areToBeAdded(visit)) {
            for (int r = columns.claims.firstRow(family); r < columns.claims.endRow(family); r++) {
                if (columns.claimedOn.get(r) <= asAtDay) {
                    claims.add(r);
                }
            }
        }
        return claims;
    }
}
