package dev.waymark.reference;

import dev.waymark.reference.ReferenceRecords.Episode;
import dev.waymark.reference.ReferenceRecords.Family;
import dev.waymark.reference.ReferenceRecords.Form;
import dev.waymark.reference.ReferenceRecords.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The measure {@code issues}: "needs assessments and findings". */
final class ReferenceIssues {

    /** A subject's first and last form in the family's counted episode. */
    private record Subject(Optional<Form> first, Optional<Form> last) {}

    /** The answers to one issue on a subject's first and last form, each yes or no. */
    private record Answers(boolean first, boolean last) {}

    private static final String MEASURE = "issues";
    private static final List<String> LEVELS = List.of("family", "individual");

    private final ReferenceSemantics whole;
    private final ReferenceSemantics part;
    private final ReferenceFigures figures;
    private final boolean absent;
    private final Map<String, List<Subject>> subjects = new HashMap<>();
    private final Map<String, List<String>> issuesOfLevel = new HashMap<>();
    private final Map<Family, List<Form>> entryForms = new LinkedHashMap<>();

    /**
     * The measure for a part of the data.
     *
     * @param whole the records of the whole report, which give the dimension values
     * @param part the records that are counted
     * @param figures where the figures go
     */
    ReferenceIssues(ReferenceSemantics whole, ReferenceSemantics part, ReferenceFigures figures) {
        this.whole = whole;
        this.part = part;
        this.figures = figures;
        this.absent = !part.records().has("assessments") || !part.records().has("findings");
        for (String level : LEVELS) {
            subjects.put(level, findSubjects(level));
            issuesOfLevel.put(level, findIssues(level));
        }
        for (Family family : part.familiesWorkedWith()) {
            entryForms.put(family, findEntryForms(family));
        }
    }

    void evaluate() {
        for (String figure : List.of("subjects", "paired", "no-first", "no-last")) {
            for (String level : LEVELS) {
                subjects(figure, level);
            }
        }
        for (String figure : List.of(
                "at-first", "at-last", "no-longer", "no-longer-of-all", "new-at-last", "change", "relative-change")) {
            for (String issue : issues()) {
                for (String level : LEVELS) {
                    if (issuesOfLevel.get(level).contains(issue)) {
                        beforeAndAfter(figure, issue, level);
                    }
                }
            }
        }
        for (String issue : issues()) {
            familiesWithIssue(issue);
        }
        meanIssuesPerFamily();
    }

    /** "issues: those with a yes or a no on a form of the data (per level)". */
    private List<String> findIssues(String level) {
        Set<String> issues = CodePointOrder.sortedSet();
        if (!absent) {
            for (Form form : whole.records().forms()) {
                boolean ofFamily = form.individual().isEmpty();
                if (ofFamily == level.equals("family")) {
                    form.answers().keySet().stream()
                            .filter(issue -> isYesOrNo(form, issue))
                            .forEach(issues::add);
                }
            }
        }
        return List.copyOf(issues);
    }

    /** The issues of either level, A to Z. */
    private List<String> issues() {
        List<String> both = new ArrayList<>(issuesOfLevel.get("family"));
        both.addAll(issuesOfLevel.get("individual"));
        return ReferenceRecords.aToZ(both);
    }

    /** "Subjects: the families closed (family-level forms) and their members (individual-level forms)." */
    private List<Subject> findSubjects(String level) {
        List<Subject> found = new ArrayList<>();
        for (Family family : part.familiesClosed()) {
            Episode counted = part.countedEpisode(family).orElseThrow();
            if (level.equals("family")) {
                found.add(subject(part.formsOf(family, ""), counted));
            } else {
                for (Person member : part.membersOf(family)) {
                    found.add(subject(part.formsOf(family, member.id()), counted));
                }
            }
        }
        return found;
    }

    private Subject subject(List<Form> forms, Episode counted) {
        return new Subject(part.first(forms, counted), part.last(forms, counted));
    }

    /**
     * "(level individual needs individuals) subjects; with a first and a last form; without a first; with a first but
     * no last".
     */
    private void subjects(String figure, String level) {
        if (absent || (level.equals("individual") && !part.records().has("individuals"))) {
            figures.tableAbsent(MEASURE, figure, "count", "level", level);
            return;
        }
        long count = 0;
        for (Subject subject : subjects.get(level)) {
            boolean first = subject.first().isPresent();
            boolean last = subject.last().isPresent();
            boolean counts = switch (figure) {
                case "subjects" -> true;
                case "paired" -> first && last;
                case "no-first" -> !first;
                case "no-last" -> first && !last;
                default -> throw new IllegalArgumentException(figure);
            };
            count += counts ? 1 : 0;
        }
        figures.count(MEASURE, figure, count, "level", level);
    }

    /** "For one issue both forms must answer it yes or no." */
    private List<Answers> answers(String issue, String level) {
        List<Answers> answers = new ArrayList<>();
        for (Subject subject : subjects.get(level)) {
            boolean isPaired = subject.first().isPresent() && subject.last().isPresent();
            if (isPaired
                    && isYesOrNo(subject.first().get(), issue)
                    && isYesOrNo(subject.last().get(), issue)) {
                answers.add(new Answers(
                        isYes(subject.first().get(), issue),
                        isYes(subject.last().get(), issue)));
            }
        }
        return answers;
    }

    private void beforeAndAfter(String figure, String issue, String level) {
        List<Answers> base = answers(issue, level);
        long first = base.stream().filter(Answers::first).count();
        long last = base.stream().filter(Answers::last).count();
        long noLonger = base.stream()
                .filter(answers -> answers.first() && !answers.last())
                .count();
        long newAtLast = base.stream()
                .filter(answers -> !answers.first() && answers.last())
                .count();
        String[] dimensions = {"issue", issue, "level", level};
        switch (figure) {
            // "present, of the subjects with a yes or no in both forms"
            case "at-first" -> figures.percent(MEASURE, figure, first, base.size(), dimensions);
            case "at-last" -> figures.percent(MEASURE, figure, last, base.size(), dimensions);
            // "not present at last, of those present at first"
            case "no-longer" -> figures.percent(MEASURE, figure, noLonger, first, dimensions);
            // "the same numerator, of the subjects with a yes or no in both forms"
            case "no-longer-of-all" -> figures.percent(MEASURE, figure, noLonger, base.size(), dimensions);
            // "present at last, of those not present at first"
            case "new-at-last" -> figures.percent(MEASURE, figure, newAtLast, base.size() - first, dimensions);
            // "at-last minus at-first"
            case "change" -> figures.points(MEASURE, figure, first, last, base.size(), dimensions);
            // "(count at last - count at first) / count at first"
            case "relative-change" -> figures.relativeChange(MEASURE, figure, first, last, dimensions);
            default -> throw new IllegalArgumentException(figure);
        }
    }

    /**
     * "entry forms (per subject, the family and each member, the earliest initial form that belongs to the entry
     * episode)".
     */
    private List<Form> findEntryForms(Family family) {
        return earliestInitialForms(part, family, part.entryEpisode(family).orElseThrow());
    }

    /** Per subject, the family and each member, the earliest initial form that belongs to the episode. */
    static List<Form> earliestInitialForms(ReferenceSemantics records, Family family, Episode episode) {
        List<Form> forms = new ArrayList<>();
        records.first(records.formsOf(family, ""), episode).ifPresent(forms::add);
        for (Person member : records.membersOf(family)) {
            records.first(records.formsOf(family, member.id()), episode).ifPresent(forms::add);
        }
        return forms;
    }

    /**
     * "base: families worked with that answer the issue yes or no on any of their entry forms". "Counted: any of them
     * says yes".
     */
    private void familiesWithIssue(String issue) {
        long base = 0;
        long counted = 0;
        for (List<Form> forms : entryForms.values()) {
            base += forms.stream().anyMatch(form -> isYesOrNo(form, issue)) ? 1 : 0;
            counted += forms.stream().anyMatch(form -> isYes(form, issue)) ? 1 : 0;
        }
        figures.percent(MEASURE, "families-with-issue", counted, base, "issue", issue);
    }

    /**
     * "over the families worked with that have an entry form: the number of different issue codes with a yes on any of
     * them".
     */
    private void meanIssuesPerFamily() {
        if (absent) {
            figures.tableAbsent(MEASURE, "mean-issues-per-family", "mean");
            return;
        }
        List<Long> numbers = new ArrayList<>();
        for (List<Form> forms : entryForms.values()) {
            if (!forms.isEmpty()) {
                Set<String> shown = CodePointOrder.sortedSet();
                for (Form form : forms) {
                    form.answers().keySet().stream()
                            .filter(issue -> isYes(form, issue))
                            .forEach(shown::add);
                }
                numbers.add((long) shown.size());
            }
        }
        figures.mean(MEASURE, "mean-issues-per-family", "mean", numbers, 1);
    }

    private static boolean isYesOrNo(Form form, String issue) {
        return isYes(form, issue) || "no".equals(form.answers().get(issue));
    }

    static boolean isYes(Form form, String issue) {
        return "yes".equals(form.answers().get(issue));
    }
}
