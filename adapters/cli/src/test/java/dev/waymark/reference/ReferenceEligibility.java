package dev.waymark.reference;

import dev.waymark.reference.ReferenceRecords.Family;
import dev.waymark.reference.ReferenceRecords.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The measure {@code eligibility}: "needs assessments and findings". */
final class ReferenceEligibility {

    private static final String MEASURE = "eligibility";

    private final ReferenceSemantics part;
    private final List<String> needs;
    private final Map<String, String> needOfIssue;
    private final ReferenceFigures figures;
    private final boolean absent;

    /**
     * The measure for a part of the data.
     *
     * @param part the records that are counted
     * @param needs the headline needs, as the taxonomy lists them
     * @param needOfIssue the need under which the taxonomy files an issue
     * @param figures where the figures go
     */
    ReferenceEligibility(
            ReferenceSemantics part, List<String> needs, Map<String, String> needOfIssue, ReferenceFigures figures) {
        this.part = part;
        this.needs = needs;
        this.needOfIssue = needOfIssue;
        this.figures = figures;
        this.absent = !part.records().has("assessments") || !part.records().has("findings");
    }

    void evaluate() {
        List<Set<String>> base = absent ? List.of() : needsMet();
        // "needs: 0 to 6"
        for (int number = 0; number <= needs.size(); number++) {
            int wanted = number;
            if (absent) {
                figures.tableAbsent(MEASURE, "families-by-needs", "count", "needs", Integer.toString(wanted));
            } else {
                figures.count(
                        MEASURE,
                        "families-by-needs",
                        base.stream().filter(met -> met.size() == wanted).count(),
                        "needs",
                        Integer.toString(wanted));
            }
        }
        // "two or more headline needs (parameter)"
        percent("eligible", base.stream().filter(met -> met.size() >= 2).count(), base.size());
        for (String need : needs) {
            long with = base.stream().filter(met -> met.contains(need)).count();
            percent("families-with-need", with, base.size(), "need", need);
        }
    }

    /**
     * "Base: families opened that have an opening form (per subject the earliest initial form that belongs to the
     * opening episode). A headline need is met when any of these says yes to an issue that the taxonomy files under it;
     * not answered counts as not shown."
     */
    private List<Set<String>> needsMet() {
        List<Set<String>> ofFamilies = new ArrayList<>();
        for (Family family : part.familiesOpened()) {
            List<Form> openingForms = ReferenceIssues.earliestInitialForms(
                    part, family, part.openingEpisode(family).orElseThrow());
            if (!openingForms.isEmpty()) {
                Set<String> met = CodePointOrder.sortedSet();
                for (Form form : openingForms) {
                    for (String issue : form.answers().keySet()) {
                        if (ReferenceIssues.isYes(form, issue) && needOfIssue.get(issue) != null) {
                            met.add(needOfIssue.get(issue));
                        }
                    }
                }
                ofFamilies.add(met);
            }
        }
        return ofFamilies;
    }

    private void percent(String figure, long numerator, long denominator, String... dimensions) {
        if (absent) {
            figures.tableAbsent(MEASURE, figure, "percent", dimensions);
        } else {
            figures.percent(MEASURE, figure, numerator, denominator, dimensions);
        }
    }
}
