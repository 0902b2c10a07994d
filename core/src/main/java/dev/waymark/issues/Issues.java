package dev.waymark.issues;

import dev.waymark.family.Episode;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Form;
import dev.waymark.family.Member;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figures;
import dev.waymark.figure.Unit;
import dev.waymark.measure.CountingMeasure;
import dev.waymark.measure.Evidence;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.Tally;
import dev.waymark.measure.Tally.Sum;
import dev.waymark.measure.Tally.TextCounters;
import dev.waymark.taxonomy.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Issue reduction: which issues families and individuals had at their first form, and which were gone at their last.
 *
 * <p><b>Reads</b> assessments and findings, and individuals for the members. <b>Counts</b> subjects: each family closed
 * by its family-level forms, and each member of it by its own, with the first and the last form of the counted episode;
 * an issue counts where both forms answer it yes or no. Of each family worked with, its entry forms. <b>Gives</b>, for
 * each issue and level with a yes or a no on a form of the data, percentages with Wilson intervals on both bases (those
 * with the issue at first, and all), the change in percentage points and the relative change; an empty base gives no
 * value, never 0 %. <b>Merging</b> is exact in any order. <b>Threads:</b> immutable. <b>Source:</b> Annual Report
 * 2015/16, "other evidence" of issues at first assessment and at closure.
 */
public final class Issues extends CountingMeasure {

    private static final String BOTH = "subjects with a yes or a no in both forms";
    private static final String ENTRY = "families worked with";

    /** The counts of the subjects of one level. */
    private final class OfLevel {
        private final Level level;
        private final Tally.Counter subjects = counter();
        private final Tally.Counter paired = counter();
        private final Tally.Counter noFirst = counter();
        private final Tally.Counter noLast = counter();
        /** By issue: subjects by their answers in the first and the last form, and the forms that answer at all. */
        private final TextCounters answers = textCounters(5);

        private OfLevel(Level level) {
            this.level = level;
        }

        private void count(Optional<Form> firstForm, Optional<Form> lastForm, List<String> issues, Tally tally) {
            tally.add(subjects);
            if (firstForm.isEmpty()) {
                tally.add(noFirst);
            } else if (lastForm.isEmpty()) {
                tally.add(noLast);
            } else {
                tally.add(paired);
                Form before = firstForm.get();
                Form after = lastForm.get();
                for (int word = before.nextWord(0); word >= 0; word = before.nextWord(word + 1)) {
                    long both = before.answeredIn(word) & after.answeredIn(word);
                    long first = before.presentIn(word);
                    long last = after.presentIn(word);
                    tally.add(answers, issues, word, both & first & last, pair(true, true));
                    tally.add(answers, issues, word, both & first & ~last, pair(true, false));
                    tally.add(answers, issues, word, both & ~first & last, pair(false, true));
                    tally.add(answers, issues, word, both & ~first & ~last, pair(false, false));
                }
            }
        }

        private Dimensions dimensions() {
            return Dimensions.of("level", level.word());
        }

        private Reduction of(String issue, Tally tally) {
            return new Reduction(
                    tally.of(answers, issue, pair(true, true)),
                    tally.of(answers, issue, pair(true, false)),
                    tally.of(answers, issue, pair(false, true)),
                    tally.of(answers, issue, pair(false, false)));
        }
    }

    private static final int ON_A_FORM = 4;
    private static final int ANSWERED = 0;
    private static final int SHOWN = 1;

    private final OfLevel families = new OfLevel(Level.FAMILY);
    private final OfLevel individuals = new OfLevel(Level.INDIVIDUAL);
    private final List<OfLevel> levels = List.of(families, individuals);
    private final TextCounters onEntry = textCounters(2);
    private final Sum issuesAFamily = sum();

    /** The measure. */
    public Issues() {
        super(MeasureSpec.of(
                        "issues",
                        "1",
                        "Issues at first assessment and at closure",
                        "Annual Report 2015/16, other evidence of issues at first assessment and at closure")
                .needing("assessments", "findings"));
    }

    private static int pair(boolean atFirst, boolean atLast) {
        return (atFirst ? 2 : 0) + (atLast ? 1 : 0);
    }

    @Override
    protected void count(FamilyCase family, Tally tally) {
        List<String> issues = family.issues();
        List<Form> forms = family.forms();
        for (int f = 0; f < forms.size(); f++) {
            Form form = forms.get(f);
            TextCounters answers = (form.isFamilyLevel() ? families : individuals).answers;
            for (int word = form.nextWord(0); word >= 0; word = form.nextWord(word + 1)) {
                tally.add(answers, issues, word, form.answeredIn(word), ON_A_FORM);
            }
        }
        if (family.isClosed()) {
            families.count(family.firstForm(), family.lastForm(), issues, tally);
            List<Member> members = family.members();
            for (int m = 0; m < members.size(); m++) {
                Member member = members.get(m);
                individuals.count(family.firstForm(member), family.lastForm(member), issues, tally);
            }
        }
        Optional<Episode> entry = family.entryEpisode();
        if (entry.isPresent()) {
            countEntry(family.firstForms(entry.get()), issues, tally);
        }
    }

    private void countEntry(List<Form> forms, List<String> issues, Tally tally) {
        int shown = 0;
        for (int word = nextWord(forms, 0); word >= 0; word = nextWord(forms, word + 1)) {
            long answeredOnAny = 0;
            long presentOnAny = 0;
            for (int f = 0; f < forms.size(); f++) {
                answeredOnAny |= forms.get(f).answeredIn(word);
                presentOnAny |= forms.get(f).presentIn(word);
            }
            tally.add(onEntry, issues, word, answeredOnAny, ANSWERED);
            tally.add(onEntry, issues, word, presentOnAny, SHOWN);
            shown += Long.bitCount(presentOnAny);
        }
        if (!forms.isEmpty()) {
            tally.add(issuesAFamily, shown);
        }
    }

    private static int nextWord(List<Form> forms, int from) {
        int next = -1;
        for (int f = 0; f < forms.size(); f++) {
            int word = forms.get(f).nextWord(from);
            next = next < 0 ? word : word < 0 ? next : Math.min(next, word);
        }
        return next;
    }

    /** How many subjects had an issue at first and at last, of those with a yes or a no in both forms. */
    private record Reduction(long stillThere, long noLonger, long newAtLast, long never) {
        private long atFirst() {
            return stillThere + noLonger;
        }

        private long atLast() {
            return stillThere + newAtLast;
        }

        private long notAtFirst() {
            return newAtLast + never;
        }

        private long base() {
            return atFirst() + notAtFirst();
        }
    }

    @Override
    protected void figures(Tally tally, Tally whole, Figures figures) {
        subjects(figures, "subjects", tally, level -> level.subjects, "families closed and their members");
        subjects(figures, "paired", tally, level -> level.paired, "subjects, with a first and a last form");
        subjects(figures, "no-first", tally, level -> level.noFirst, "subjects, without a first form");
        subjects(figures, "no-last", tally, level -> level.noLast, "subjects, with a first form and no last");
        Set<String> answered = new HashSet<>();
        levels.forEach(level -> answered.addAll(whole.texts(level.answers)));
        List<String> issues = Dimensions.inOrder(answered);
        Map<Dimensions, Reduction> reductions = reductions(issues, tally, whole);
        reductions.forEach((d, r) -> figures.proportion("at-first", d, r.atFirst(), r.base(), BOTH));
        reductions.forEach((d, r) -> figures.proportion("at-last", d, r.atLast(), r.base(), BOTH));
        reductions.forEach((d, r) ->
                figures.proportion("no-longer", d, r.noLonger(), r.atFirst(), BOTH + ", with the issue at first"));
        reductions.forEach((d, r) -> figures.proportion("no-longer-of-all", d, r.noLonger(), r.base(), BOTH));
        reductions.forEach((d, r) -> figures.proportion(
                "new-at-last", d, r.newAtLast(), r.notAtFirst(), BOTH + ", without the issue at first"));
        reductions.forEach((d, r) -> figures.points("change", d, r.atFirst(), r.atLast(), r.base(), BOTH));
        reductions.forEach((d, r) -> figures.relative(
                "relative-change",
                d,
                r.atLast() - r.atFirst(),
                r.atFirst(),
                BOTH + ", with the issue at first; the change against their number"));
        for (String issue : issues) {
            figures.proportion(
                    "families-with-issue",
                    Dimensions.of("issue", issue),
                    tally.of(onEntry, issue, SHOWN),
                    tally.of(onEntry, issue, ANSWERED),
                    ENTRY + " that answer the issue on an entry form");
        }
        figures.mean(
                "mean-issues-per-family",
                Dimensions.NONE,
                Unit.MEAN,
                tally.of(issuesAFamily),
                ENTRY + " that have an entry form");
    }

    /** Picks one count of a level. */
    @FunctionalInterface
    private interface CountOfLevel {
        Tally.Counter of(OfLevel level);
    }

    private void subjects(Figures figures, String figure, Tally tally, CountOfLevel count, String base) {
        figures.count(figure, families.dimensions(), tally.of(count.of(families)), base);
        figures.needing("individuals").count(figure, individuals.dimensions(), tally.of(count.of(individuals)), base);
    }

    /** By issue and level, for those with a yes or a no on a form of the data. */
    private Map<Dimensions, Reduction> reductions(List<String> issues, Tally tally, Tally whole) {
        Map<Dimensions, Reduction> reductions = new LinkedHashMap<>();
        for (String issue : issues) {
            for (OfLevel level : levels) {
                if (whole.of(level.answers, issue, ON_A_FORM) > 0) {
                    reductions.put(
                            Dimensions.of("issue", issue).and("level", level.level.word()), level.of(issue, tally));
                }
            }
        }
        return reductions;
    }

    /** Every answer of the first and last forms and of the entry forms, with the figures it counts in. */
    @Override
    public List<Evidence> evidence(FamilyCase family) {
        List<Evidence> evidence = new ArrayList<>(super.evidence(family));
        if (family.isClosed()) {
            pair(family, family.firstForm(), family.lastForm(), evidence);
            for (Member member : family.members()) {
                pair(family, family.firstForm(member), family.lastForm(member), evidence);
            }
        }
        family.entryEpisode().ifPresent(entry -> {
            for (Form form : family.firstForms(entry)) {
                for (int i = form.nextAnswered(0); i >= 0; i = form.nextAnswered(i + 1)) {
                    evidence.add(answer(family, form, i, "entry form", "families-with-issue, mean-issues-per-family"));
                }
            }
        });
        return evidence;
    }

    private static void pair(FamilyCase family, Optional<Form> first, Optional<Form> last, List<Evidence> evidence) {
        for (int i = 0; first.isPresent() && i < family.issues().size(); i++) {
            boolean both =
                    first.get().isAnswered(i) && last.isPresent() && last.get().isAnswered(i);
            String countsIn =
                    both ? countsIn(first.get().isPresent(i), last.get().isPresent(i)) : "";
            if (first.get().isAnswered(i)) {
                evidence.add(answer(family, first.get(), i, "first form", countsIn));
            }
            if (last.isPresent() && last.get().isAnswered(i)) {
                evidence.add(answer(family, last.get(), i, "last form", countsIn));
            }
        }
    }

    private static String countsIn(boolean atFirst, boolean atLast) {
        if (atFirst) {
            return atLast ? "at-first, at-last" : "at-first, no-longer, no-longer-of-all";
        }
        return atLast ? "at-last, new-at-last" : "the base only";
    }

    private static Evidence answer(FamilyCase family, Form form, int issue, String role, String countsIn) {
        return new Evidence(
                "findings",
                Optional.of(form.id()),
                form.date(),
                List.of(role),
                Map.of(
                        "subject",
                        form.memberId().orElse("family"),
                        "issue",
                        family.issues().get(issue),
                        "present",
                        form.isPresent(issue) ? "yes" : "no",
                        "counts-in",
                        countsIn));
    }
}
