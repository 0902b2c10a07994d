package dev.waymark.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.data.DataQuality;
import dev.waymark.data.Notice;
import dev.waymark.definition.Definition;
import dev.waymark.family.Period;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Figures;
import dev.waymark.figure.Mean;
import dev.waymark.figure.MeasureFailure;
import dev.waymark.figure.Report;
import dev.waymark.figure.Unit;
import dev.waymark.star.Star;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy does to a report. All expectations are worked by hand; the reason stands beside each. */
class DisclosureControlTest {

    private final Figures activity = Figures.of("activity", Set.of());
    private final Figures own = Figures.of("anytown.work", Set.of());

    /**
     * The vectors of the policies: nhs 0,2,5,8,16,57,10023 to 0,*,*,10,15,55,10025; midpoint6 0,1,6,7,12,13 to
     * 0,3,3,9,9,15.
     */
    @ParameterizedTest
    @CsvSource({
        "nhs,0,0",
        "nhs,2,[c]",
        "nhs,5,[c]",
        "nhs,7,[c]",
        "nhs,8,10",
        "nhs,16,15",
        "nhs,57,55",
        "nhs,10023,10025",
        "midpoint6,0,0",
        "midpoint6,1,3",
        "midpoint6,6,3",
        "midpoint6,7,9",
        "midpoint6,12,9",
        "midpoint6,13,15",
        "dfe,0,0",
        "dfe,1,[c]",
        "dfe,5,[c]",
        "dfe,6,6",
        "dfe,10023,10023",
        "none,0,0",
        "none,1,1"
    })
    void aCountIsShownRoundedOrSuppressed(String policy, long count, String printed) {
        own.count("n", Dimensions.NONE, count, "families");

        assertThat(only(policy).printed()).isEqualTo(printed);
    }

    @Test
    void withoutControlTheReportIsTheSame() {
        Report report = report();

        assertThat(DisclosureControl.of(DisclosurePolicy.named("none"), List.of())
                        .apply(report))
                .isSameAs(report);
        assertThat(DisclosureControl.statement(report))
                .isEqualTo("Disclosure control: none. No figure is suppressed or rounded, however small.");
    }

    /** 3 of 100; a base of 4; 97 of 100 leaves 3 out; 0 of 100 and 100 of 100 leave nobody to be seen. */
    @ParameterizedTest
    @CsvSource({"3,100,primary", "0,4,primary", "97,100,primary", "0,100,", "100,100,", "6,100,"})
    void aPercentageGoesWithItsSmallNumbers(long numerator, long denominator, String reason) {
        own.proportion("p", Dimensions.NONE, numerator, denominator, "families");

        Figure figure = only("dfe");

        assertThat(figure.status().reason()).isEqualTo(Optional.ofNullable(reason));
        if (reason != null) {
            assertThat(figure.numerator()).isEmpty();
            assertThat(figure.denominator()).isEmpty();
            assertThat(figure.value()).isEmpty();
            assertThat(figure.interval()).isEmpty();
            assertThat(figure.printed()).isEqualTo("[c]");
        }
    }

    /**
     * 97 of 100 would be 100 of 100, which says that few did not progress; 89 of 100 leaves 11 out, which is not few.
     */
    @Test
    void aPercentageOfRoundedNumbersGoesWithItsSmallComplement() {
        own.proportion("progressed", Dimensions.NONE, 97, 100, "families");
        own.proportion("changed", Dimensions.NONE, 89, 100, "families");

        List<Figure> figures = DisclosureControl.of(
                        DisclosurePolicy.read(Definition.parse("ours.json", """
                        {"format": "waymark-disclosure/1", "id": "ours", "version": "1", "title": "t", "source": "s",
                         "suppressUpTo": 9, "complements": true, "rounding": {"method": "nearest", "to": 10}}
                        """)), List.of())
                .apply(report())
                .figures();

        assertThat(figures.get(0).status().reason()).contains("primary");
        assertThat(figures.get(1).numerator().orElseThrow()).isEqualByComparingTo("90");
        assertThat(figures.get(1).denominator().orElseThrow()).isEqualByComparingTo("100");
    }

    @Test
    void meansAndChangesGoWithTheirSmallBase() {
        own.mean("m", Dimensions.NONE, Unit.MEAN, new Mean.Sums(5, 20, 90, 1), "families");
        own.points("c", Dimensions.NONE, 20, 3, 40, "families");

        assertThat(reasons("dfe")).containsExactly("primary", "primary");
        assertThat(applied("dfe").figures()).allSatisfy(figure -> {
            assertThat(figure.sum()).isEmpty();
            assertThat(figure.denominator()).isEmpty();
            assertThat(figure.first()).isEmpty();
            assertThat(figure.last()).isEmpty();
        });
    }

    /**
     * 4 incidents of 30 families, or 4 areas progressed in, are of at most 4 families: too few. 4 days of 30 families
     * are nobody's count, and 6 incidents are of more than 5.
     */
    @Test
    void aMeanGoesWithItsSmallSumOfThings() {
        own.mean("incidents", Dimensions.NONE, Unit.MEAN, new Mean.Sums(30, 4, 4, 1), "families");
        own.mean("weeks", Dimensions.NONE, Unit.WEEKS, new Mean.Sums(30, 4, 4, 7), "families");
        own.mean("more-incidents", Dimensions.NONE, Unit.MEAN, new Mean.Sums(30, 6, 8, 1), "families");

        assertThat(reasons("dfe")).containsExactly("primary", "", "");
        assertThat(reasons("nhs")).containsExactly("primary", "", "primary");
    }

    /**
     * Of 30 values of a mean of 0.3 with squares that add up to 9, each is 0 or 1: the interval would say that nine
     * families are counted once each.
     */
    @Test
    void aMeanIsGivenWithoutTheIntervalOfItsSquares() {
        own.mean("m", Dimensions.NONE, Unit.MEAN, new Mean.Sums(30, 9, 9, 1), "families");

        assertThat(only("dfe").printed()).isEqualTo("0.3");
        assertThat(only("dfe").interval()).isEmpty();
    }

    /** 30 = 16 + 10 + 4: the 4 is what the others leave, so one of them goes too, the smallest. */
    @Test
    void whatATotalAndItsOtherPartsLeaveIsProtected() {
        activity.count("individuals", Dimensions.NONE, 30, "members");
        activity.count("adults", Dimensions.NONE, 16, "members");
        activity.count("children", Dimensions.NONE, 10, "members");
        activity.count("age-not-recorded", Dimensions.NONE, 4, "members");

        assertThat(reasons("dfe")).containsExactly("", "", "secondary", "primary");
    }

    /** Districts add up to the whole in any measure, also one that nobody knows: 23 = 13 + 7 + 3. */
    @Test
    void whatTheWholeAndTheOtherDistrictsLeaveIsProtected() {
        own.count("n", Dimensions.NONE, 23, "families");
        own.count("n", Dimensions.of("district", "a"), 13, "families");
        own.count("n", Dimensions.of("district", "b"), 7, "families");
        own.count("n", Dimensions.of("district", "c"), 3, "families");

        assertThat(reasons("dfe")).containsExactly("", "", "secondary", "primary");
    }

    /** Two counts of at most 5 that are 10 together are 5 and 5: the total must go as well. */
    @Test
    void whatTheMarksAndATotalTellIsProtected() {
        own.count("n", Dimensions.NONE, 10, "families");
        own.count("n", Dimensions.of("district", "a"), 5, "families");
        own.count("n", Dimensions.of("district", "b"), 5, "families");

        assertThat(reasons("dfe")).containsExactly("secondary", "primary", "primary");
    }

    /** Five counts of at least 1 that are at most 5 together are 1 each: no mark may say that their sum is so small. */
    @Test
    void whatTheMarksAloneTellIsNotMarked() {
        own.count("n", Dimensions.NONE, 5, "families");
        for (String district : List.of("a", "b", "c", "d", "e")) {
            own.count("n", Dimensions.of("district", district), 1, "families");
        }

        assertThat(reasons("dfe").stream().filter("secondary"::equals)).hasSize(1);
        assertThat(reasons("dfe").stream().filter("primary"::equals)).hasSize(5);
    }

    /**
     * 57 = 1 + 6 + 20 + 30: Ashby and Blaby are 7 together. If one were marked as 1 to 5 and the other not, they would
     * be 1 and 6, as 7 is no sum of 5 or less and a number above 6. So no mark says which of them is small.
     */
    @Test
    void whatAMarkTellsBesideOneThatIsNotSmallIsNotMarked() {
        own.count("n", Dimensions.NONE, 57, "families");
        own.count("n", Dimensions.of("district", "ashby"), 1, "families");
        own.count("n", Dimensions.of("district", "blaby"), 6, "families");
        own.count("n", Dimensions.of("district", "corby"), 20, "families");
        own.count("n", Dimensions.of("district", "derby"), 30, "families");

        assertThat(reasons("dfe")).containsExactly("", "secondary", "secondary", "", "");
    }

    /**
     * 14 families have 1 or 2 needs each, 23 needs together: 5 have one and 9 have two. Neither sum alone says so, but
     * both do, so that the families with each need may not all be given.
     */
    @Test
    void whatTwoSumsOfTheSameCountsTellIsProtected() {
        Figures eligibility = Figures.of("eligibility", Set.of());
        eligibility.count("families-by-needs", Dimensions.of("needs", "0"), 6, "families");
        eligibility.count("families-by-needs", Dimensions.of("needs", "1"), 5, "families");
        eligibility.count("families-by-needs", Dimensions.of("needs", "2"), 9, "families");
        eligibility.proportion("families-with-need", Dimensions.of("need", "crime"), 12, 20, "families");
        eligibility.proportion("families-with-need", Dimensions.of("need", "health"), 11, 20, "families");

        List<Figure> published = control("dfe").apply(reportOf(eligibility)).figures();

        assertThat(published.get(1).status().reason()).contains("primary");
        assertThat(published.subList(3, 5))
                .as("the families with each need")
                .anyMatch(figure -> figure.status().isSuppressed());
    }

    /**
     * 8 + 3 = 11 issues. Rent arrears are filed under work and money, of which the data have no other issue, so that
     * the need says the 8 as well: to hide the 8 would be no use, and the 11 go.
     */
    @Test
    void anIssueThatItsNeedTellsDoesNotHideAnother() {
        Figures figures = Figures.of("issues", Set.of());
        figures.proportion("families-with-issue", Dimensions.of("issue", "rent-arrears"), 8, 40, "families");
        figures.proportion("families-with-issue", Dimensions.of("issue", "school-absence"), 3, 40, "families");
        figures.mean("mean-issues-per-family", Dimensions.NONE, Unit.MEAN, new Mean.Sums(41, 11, 11, 1), "families");
        Figures needs = Figures.of("eligibility", Set.of());
        needs.proportion("families-with-need", Dimensions.of("need", "work-and-money"), 8, 41, "families");
        needs.proportion("families-with-need", Dimensions.of("need", "school"), 3, 41, "families");

        assertThat(reasons(control("dfe").apply(reportOf(figures, needs))))
                .containsExactly("", "primary", "secondary", "", "primary");
    }

    /** Six districts of 1 to 6 families, 1 to 6 together, would be 1 each: the sum is not given. */
    @Test
    void aSumDoesNotUndoTheRoundingOfSmallCounts() {
        own.count("n", Dimensions.NONE, 6, "families");
        for (String district : List.of("a", "b", "c", "d", "e", "f")) {
            own.count("n", Dimensions.of("district", district), 1, "families");
        }

        assertThat(reasons("midpoint6")).contains("secondary").contains("");
    }

    /**
     * Six days on which claims were made, within 1 to 6 families, have 1 each, also where some of them are not given: a
     * day without a claim is not listed. So the sum goes too.
     */
    @Test
    void whatIsListedOnlyWhereItOccursIsNotNought() {
        Figures claims = Figures.of("pbr.claims", Set.of());
        claims.count("families-claimed", Dimensions.of("scheme", "s"), 6, "families");
        for (int day = 1; day <= 6; day++) {
            claims.count(
                    "families-claimed",
                    Dimensions.of("scheme", "s").and("claimed-on", "2015-05-0" + day),
                    1,
                    "families");
        }

        List<Figure> published = control("midpoint6").apply(reportOf(claims)).figures();

        assertThat(published.get(0).status().isSuppressed()).isTrue();
    }

    /** Services share families, so they add up to nothing: 20 is not 18 + 3. */
    @Test
    void servicesThatShareFamiliesAddUpToNothing() {
        own.count("n", Dimensions.NONE, 20, "families");
        own.count("n", Dimensions.of("service", "a"), 18, "families");
        own.count("n", Dimensions.of("service", "b"), 3, "families");

        assertThat(reasons("dfe")).containsExactly("", "", "primary");
    }

    /**
     * Where services share families, 25 are still at most 20 and those of b, so that b has 5 or more: as it is marked
     * as at most 5, it would have 5. So the other service goes too.
     */
    @Test
    void whatTheWholeAndTheOtherServicesLeaveAtLeastIsProtected() {
        own.count("closed", Dimensions.NONE, 25, "families");
        own.count("closed", Dimensions.of("service", "a"), 20, "families");
        own.count("closed", Dimensions.of("service", "b"), 5, "families");
        own.count("opened", Dimensions.NONE, 20, "families");
        own.count("opened", Dimensions.of("service", "a"), 18, "families");
        own.count("opened", Dimensions.of("service", "b"), 12, "families");

        assertThat(reasons("dfe")).containsExactly("", "secondary", "primary", "", "", "");
    }

    @Test
    void nothingIsSuppressedWithoutACause() {
        activity.count("individuals", Dimensions.NONE, 30, "members");
        activity.count("adults", Dimensions.NONE, 16, "members");
        activity.count("children", Dimensions.NONE, 14, "members");
        activity.count("age-not-recorded", Dimensions.NONE, 0, "members");

        assertThat(applied("dfe").figures()).isEqualTo(report().figures());
    }

    /**
     * 186 of 416 becomes 185 of 415, 44.6 %; 35 - 20 of 50 is -30 points; the mean stays 4.4, over 550, without its
     * sum.
     */
    @Test
    void percentagesAndChangesComeFromTheRoundedNumbers() {
        own.proportion("p", Dimensions.NONE, 186, 416, "families");
        own.points("c", Dimensions.NONE, 36, 19, 49, "families");
        own.relative("r", Dimensions.NONE, -17, 36, "families");
        own.mean("m", Dimensions.NONE, Unit.MEAN, new Mean.Sums(552, 2417, 12000, 1), "families");

        List<Figure> figures = applied("nhs").figures();

        assertThat(figures.get(0).printed()).isEqualTo("44.6");
        assertThat(figures.get(0).numerator().orElseThrow()).isEqualByComparingTo("185");
        assertThat(figures.get(0).denominator().orElseThrow()).isEqualByComparingTo("415");
        assertThat(figures.get(1).value().orElseThrow()).isEqualByComparingTo("-30");
        assertThat(figures.get(2).numerator().orElseThrow()).isEqualByComparingTo("-15");
        assertThat(figures.get(3).value().orElseThrow()).isEqualByComparingTo("4.4");
        assertThat(figures.get(3).denominator().orElseThrow()).isEqualByComparingTo("550");
        assertThat(figures.get(3).sum()).isEmpty();
        assertThat(figures.get(3).interval()).isEmpty();
    }

    /** A mean of 0.4 to one decimal over 1 to 6 families can only be 2 of 5: it would say how many there are. */
    @Test
    void aMeanOfAClassThatItWouldGiveAwayIsSuppressed() {
        own.mean("m", Dimensions.NONE, Unit.MEAN, new Mean.Sums(5, 2, 2, 1), "families");
        own.mean("l", Dimensions.NONE, Unit.MEAN, new Mean.Sums(7, 3, 3, 1), "families");

        assertThat(reasons("midpoint6")).containsExactly("primary", "");
    }

    /**
     * 4.4 members of 10 families, 2.1 adults and 2.0 children leave 3 of unknown age, which no rounded count says: 44
     * less 21 less 20, and a base of 8, 9, 11 or 12 leaves about as many. Of adults and children, who are fewer than
     * the members, the adults go, since they stand first.
     */
    @Test
    void whatRoundedMeansOverOneBaseLeaveIsProtected() {
        activity.count("individuals", Dimensions.NONE, 44, "members");
        activity.count("adults", Dimensions.NONE, 21, "members");
        activity.count("children", Dimensions.NONE, 20, "members");
        activity.count("age-not-recorded", Dimensions.NONE, 3, "members");
        activity.mean("mean-family-size", Dimensions.NONE, Unit.MEAN, new Mean.Sums(10, 44, 200, 1), "families");
        activity.mean("mean-adults", Dimensions.NONE, Unit.MEAN, new Mean.Sums(10, 21, 45, 1), "families");
        activity.mean("mean-children", Dimensions.NONE, Unit.MEAN, new Mean.Sums(10, 20, 44, 1), "families");

        assertThat(reasons("nhs")).containsExactly("", "secondary", "", "primary", "", "secondary", "");
    }

    @Test
    void dataQualityKeepsWhatWasRejectedAndNoCounts() {
        Report report = report();

        Report applied = control("dfe").apply(report);

        assertThat(applied.dataQuality().rowsRead()).isEmpty();
        assertThat(applied.dataQuality().notices()).isEmpty();
        assertThat(applied.definitions()).last().satisfies(definition -> {
            assertThat(definition.measure()).isEqualTo("disclosure");
            assertThat(definition.parameters()).containsEntry("policy", "dfe");
        });
        assertThat(DisclosureControl.statement(applied))
                .isEqualTo(
                        "Disclosure control: dfe. Counts from 1 to 5 are suppressed, and with them what rests on them"
                                + " or leaves so few out of its base. Further figures are suppressed where one that must not be"
                                + " seen could be worked out from them.");
    }

    /** That a measure failed at a family says something of the family. */
    @Test
    void measureThatFailedIsNamedWithoutItsFamily() {
        MeasureFailure failure = new MeasureFailure(
                "anytown.broken",
                "org.anytown.Broken",
                "broken.jar",
                "accept",
                Optional.of("4711"),
                "java.lang.IllegalStateException",
                List.of());
        Report report = report();

        Report applied = control("dfe")
                .apply(new Report(
                        report.period(),
                        report.asAt(),
                        report.definitions(),
                        report.dataQuality(),
                        report.figures(),
                        List.of(failure)));

        assertThat(applied.failures())
                .extracting(MeasureFailure::what)
                .containsExactly("measure anytown.broken (org.anytown.Broken in broken.jar) failed in accept:"
                        + " java.lang.IllegalStateException.");
    }

    @Test
    void aPolicyIsAppliedOnce() {
        Report applied = control("dfe").apply(report());

        assertThatThrownBy(() -> control("nhs").apply(applied))
                .isInstanceOf(WaymarkException.class)
                .hasMessage(
                        "WM-DISCLOSURE: the report is under the disclosure policy 'dfe' already. Apply a policy to the"
                                + " report of a run.");
    }

    @Test
    void aStarThatIsNotGivenIsRefused() {
        Figures star = Figures.of("familystar.start", Set.of());
        star.proportion("low-stage-at-first", Dimensions.of("area", "unknown"), 10, 20, "families");

        assertThatThrownBy(() -> control("dfe").apply(reportOf(star)))
                .hasMessage(
                        "WM-DISCLOSURE: no Star given has the area unknown of familystar.start. Give the Stars of the"
                                + " data set: CaseStore.stars().");
    }

    // --- policies

    @Test
    void aPolicyThatIsNoneIsRefused() {
        assertThatThrownBy(() -> DisclosurePolicy.named("dfee"))
                .hasMessage(
                        "WM-DISCLOSURE: there is no disclosure policy 'dfee'. Take one of none, dfe, nhs, midpoint6, or"
                                + " give the file of your own.");
    }

    /** 1 and 2 to the nearest 5 would be 0, and only zero is zero. */
    @Test
    void aRoundingThatMakesZerosIsRefused() {
        assertThatThrownBy(() -> DisclosurePolicy.read(Definition.parse("own.json", """
                        {"format": "waymark-disclosure/1", "id": "own", "version": "1", "title": "t", "source": "s",
                         "suppressUpTo": 0, "complements": false, "rounding": {"method": "nearest", "to": 5}}
                        """)))
                .hasMessage(
                        "WM-DEFINITION: own.json: rounding.to is 5. Expected: at most 2 beside \"suppressUpTo\": 0, so"
                                + " that no count becomes 0.");
    }

    /** Every number is in the class of those that are published like it, and no other. */
    @ParameterizedTest
    @ValueSource(strings = {"nhs", "midpoint6"})
    void aClassHoldsTheNumbersThatArePublishedAlike(String policy) {
        Rounding rounding = DisclosurePolicy.named(policy).rounding().orElseThrow();
        for (long number = 8; number < 100; number++) {
            for (long other = 8; other < 100; other++) {
                assertThat(other >= rounding.lowestLike(number) && other <= rounding.highestLike(number))
                        .isEqualTo(rounding.rounded(other) == rounding.rounded(number));
            }
        }
    }

    private static DisclosureControl control(String policy) {
        return DisclosureControl.of(DisclosurePolicy.named(policy), List.of(Star.familyStarPlus()));
    }

    private Report report() {
        List<Figure> figures = activity.list().isEmpty() ? own.list() : activity.list();
        return new Report(
                Period.parse("2015/16"),
                LocalDate.of(2016, 3, 31),
                List.of(),
                new DataQuality(
                        Map.of("claims", 3L),
                        List.of(),
                        List.of(new Notice("unknown-issue", "findings", "issue", Optional.of("damp"), 2))),
                figures);
    }

    private static Report reportOf(Figures... figures) {
        return new Report(
                Period.parse("2015/16"),
                LocalDate.of(2016, 3, 31),
                List.of(),
                new DataQuality(Map.of(), List.of(), List.of()),
                Arrays.stream(figures).flatMap(some -> some.list().stream()).toList());
    }

    private Report applied(String policy) {
        return control(policy).apply(report());
    }

    private Figure only(String policy) {
        return applied(policy).figures().get(0);
    }

    private List<String> reasons(String policy) {
        return reasons(applied(policy));
    }

    private static List<String> reasons(Report published) {
        return published.figures().stream()
                .map(figure -> figure.status().reason().orElse(""))
                .toList();
    }
}
