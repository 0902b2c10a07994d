package dev.waymark.eligibility;

import dev.waymark.family.Episode;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Form;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figures;
import dev.waymark.measure.CountingMeasure;
import dev.waymark.measure.Evidence;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.Tally;
import dev.waymark.measure.Tally.Counters;
import dev.waymark.taxonomy.HeadlineNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Eligibility: how many headline needs families show when they are opened, and which.
 *
 * <p><b>Reads</b> assessments and findings, and the taxonomy that files issues under headline needs. <b>Counts</b> of
 * each family opened its opening forms: per subject, the family and each member, the earliest initial form that belongs
 * to the opening episode. A need is met when any of them says yes to an issue filed under it; an issue not answered is
 * not shown. <b>Base:</b> families opened that have an opening form. <b>Gives</b> counts and percentages with Wilson
 * intervals; no family gives counts of 0 and percentages without a value. <b>Merging</b> is exact in any order.
 * <b>Threads:</b> immutable. <b>Source:</b> Annual Report 2015/16, eligibility by headline need.
 */
public final class Eligibility extends CountingMeasure {

    private static final String ID = "eligibility";
    private static final String LEAST_NEEDS = "least-needs";
    private static final int STANDARD_LEAST_NEEDS = 2;
    private static final String BASE = "families opened in the period that have an opening form";

    private final List<HeadlineNeed> needs;
    private final int leastNeeds;
    private final Counters byNeeds;
    private final Counters withNeed;

    /** The measure, by the headline needs of the settings' taxonomy. */
    public Eligibility(MeasureSettings settings) {
        this(settings.taxonomy().needs(), leastNeeds(settings));
    }

    private Eligibility(List<HeadlineNeed> needs, int leastNeeds) {
        super(MeasureSpec.of(
                        ID,
                        "1",
                        "Headline needs of the families opened",
                        "Annual Report 2015/16, eligibility by headline need")
                .needing("assessments", "findings")
                .with(LEAST_NEEDS, leastNeeds));
        this.needs = needs;
        this.leastNeeds = leastNeeds;
        this.byNeeds = counters(needs.size() + 1);
        this.withNeed = counters(needs.size());
    }

    private static int leastNeeds(MeasureSettings settings) {
        return settings.whole(
                ID + "." + LEAST_NEEDS,
                STANDARD_LEAST_NEEDS,
                0,
                settings.taxonomy().needs().size());
    }

    @Override
    protected void count(FamilyCase family, Tally tally) {
        Optional<Episode> opening = family.openingEpisode();
        if (opening.isEmpty()) {
            return;
        }
        List<Form> forms = family.firstForms(opening.get());
        if (forms.isEmpty()) {
            return;
        }
        int shown = 0;
        for (int need = 0; need < needs.size(); need++) {
            if (isShown(need, forms, family)) {
                shown++;
                tally.add(withNeed, need);
            }
        }
        tally.add(byNeeds, shown);
    }

    private static boolean isShown(int need, List<Form> forms, FamilyCase family) {
        for (int i = 0; i < forms.size(); i++) {
            if (forms.get(i).nextPresent(family.issuesOfNeed(need), 0) >= 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void figures(Tally tally, Tally whole, Figures figures) {
        long base = 0;
        long eligible = 0;
        for (int number = 0; number <= needs.size(); number++) {
            long families = tally.of(byNeeds, number);
            base += families;
            eligible += number >= leastNeeds ? families : 0;
            figures.count("families-by-needs", Dimensions.of("needs", Integer.toString(number)), families, BASE);
        }
        figures.proportion("eligible", Dimensions.NONE, eligible, base, BASE);
        for (int need = 0; need < needs.size(); need++) {
            figures.proportion(
                    "families-with-need",
                    Dimensions.of("need", needs.get(need).code()),
                    tally.of(withNeed, need),
                    base,
                    BASE);
        }
    }

    @Override
    public List<Evidence> evidence(FamilyCase family) {
        List<Evidence> evidence = new ArrayList<>(super.evidence(family));
        family.openingEpisode().ifPresent(opening -> {
            for (Form form : family.firstForms(opening)) {
                for (int issue = form.nextAnswered(0); issue >= 0; issue = form.nextAnswered(issue + 1)) {
                    if (form.isPresent(issue) && family.needOf(issue) >= 0) {
                        evidence.add(new Evidence(
                                "findings",
                                Optional.of(form.id()),
                                form.date(),
                                List.of("opening form"),
                                Map.of(
                                        "subject",
                                        form.memberId().orElse("family"),
                                        "issue",
                                        family.issues().get(issue),
                                        "need",
                                        needs.get(family.needOf(issue)).code())));
                    }
                }
            }
        });
        return evidence;
    }
}
