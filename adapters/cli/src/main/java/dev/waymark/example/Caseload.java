package dev.waymark.example;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws all families of the county, numbered in the order in which they came. */
final class Caseload {

    private static final int FIRST_ID = 1001;

    private final Chance chance = Chance.of("families");

    private Caseload() {}

    private record Referral(District district, Story story) {}

    private record Case(Referral referral, List<Episode> episodes, List<Member> members) {

        LocalDate arrived() {
            return episodes.stream()
                    .map(Episode::opened)
                    .min(Comparator.naturalOrder())
                    .orElse(ReportYear.END);
        }
    }

    static List<Family> draw() throws IOException {
        return new Caseload().families();
    }

    private List<Family> families() throws IOException {
        Households households = new Households(Chance.of("individuals"));
        List<Case> cases = new ArrayList<>();
        for (Referral referral : referrals()) {
            List<Episode> episodes = new Episodes(chance, referral.district()).of(referral.story());
            cases.add(new Case(referral, episodes, household(households, referral.story(), episodes)));
        }
        cases.sort(Comparator.comparing(Case::arrived));

        List<Family> families = new ArrayList<>();
        for (Case one : cases) {
            families.add(new Family(
                    FIRST_ID + families.size(),
                    one.referral().district(),
                    one.referral().story(),
                    one.episodes(),
                    one.members()));
        }
        return families;
    }

    /** Every family's district and story, in no order. */
    private List<Referral> referrals() throws IOException {
        List<District> districts = District.read();
        List<Referral> referrals = new ArrayList<>();
        for (Course course : Course.values()) {
            Deck<Story> stories = Story.deck(course, chance);
            for (District district : districts) {
                for (int i = 0; i < district.families(course); i++) {
                    referrals.add(new Referral(district, stories.deal()));
                }
            }
        }
        referrals.addAll(othersWhereTheyLive(List.copyOf(referrals)));
        chance.shuffle(referrals);
        return referrals;
    }

    /** Families not worked with live where the others do. */
    private List<Referral> othersWhereTheyLive(List<Referral> workedWith) {
        Deck<Story> stories = Story.deck(Course.NOT_WORKED_WITH, chance);
        List<Referral> others = new ArrayList<>();
        while (!stories.isEmpty()) {
            others.add(new Referral(chance.oneOf(workedWith).district(), stories.deal()));
        }
        return others;
    }

    private static List<Member> household(Households households, Story story, List<Episode> episodes) {
        return story.isWorkedWith() ? households.ofFamilyWorkedWith(ageDate(episodes)) : households.ofOtherFamily();
    }

    /** The day on which ages are counted: the start of the year, or of the family's entry episode if that is later. */
    private static LocalDate ageDate(List<Episode> episodes) {
        return episodes.stream()
                .filter(Episode::isOfTheYear)
                .map(Episode::opened)
                .min(Comparator.naturalOrder())
                .filter(opened -> opened.isAfter(ReportYear.START))
                .orElse(ReportYear.START);
    }
}
