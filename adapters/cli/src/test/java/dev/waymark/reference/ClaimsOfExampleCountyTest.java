package dev.waymark.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.example.ExampleCounty;
import dev.waymark.taxonomy.Issue;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Oracle: the slow reference evaluator. What the example county has claimed is what a council would have claimed: by
 * the rules of the programme, on the day of the claim, with what was known the day before.
 */
class ClaimsOfExampleCountyTest {

    private static final LocalDate LAST_DAY_OF_FIRST_PHASE = LocalDate.of(2015, 3, 31);

    @TempDir
    private static Path folder;

    private static List<Claim> claims;

    private record Claim(
            String family, String scheme, LocalDate day, String route, BigDecimal pounds, ReferencePbr.Judged judged) {

        boolean holds() {
            return judged.decision().equals("met")
                    && judged.route().equals(route)
                    && BigDecimal.valueOf(judged.poundsIfAny()).compareTo(pounds) == 0;
        }
    }

    @BeforeAll
    static void judgeTheClaims() throws IOException {
        ExampleCounty.write(folder);
        ReferenceData data = ReferenceData.read(folder);
        Map<String, String> needs = new HashMap<>();
        for (Issue issue : IssueTaxonomy.familySupport().issues()) {
            issue.need().ifPresent(need -> needs.put(issue.code(), need));
        }
        ReferenceEvaluator evaluator = new ReferenceEvaluator(data, needs);
        Map<String, Map<String, ReferencePbr.Judged>> judged = new HashMap<>();
        claims = new ArrayList<>();
        for (ReferenceData.Row row : data.table("claims").orElseThrow().rows()) {
            List<String> cells = row.cells();
            String scheme = cells.get(1);
            LocalDate day = LocalDate.parse(cells.get(2));
            ReferencePeriod year =
                    ReferencePeriod.financialYear(day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear());
            claims.add(new Claim(
                    cells.get(0),
                    scheme,
                    day,
                    cells.get(3),
                    new BigDecimal(cells.get(4)),
                    judged.computeIfAbsent(
                                    scheme + " " + year.text(), any -> evaluator.judged(scheme, year, year.end()))
                            .get(cells.get(0))));
        }
    }

    @Test
    void eachClaimIsMadeUnderThePhaseThatRunsOnItsDay() {
        assertThat(claims)
                .allSatisfy(claim -> assertThat(claim.scheme())
                        .isEqualTo(
                                claim.day().isAfter(LAST_DAY_OF_FIRST_PHASE)
                                        ? "troubled-families-2"
                                        : "troubled-families-1"));
    }

    /** "claimed under the scheme before: never again" */
    @Test
    void noFamilyIsClaimedTwice() {
        assertThat(claims).extracting(Claim::family).doesNotHaveDuplicates();
    }

    /** Published: 810 families in the first phase, which is more than the county claims. */
    @Test
    void bothPhasesHaveClaimsAndNoMoreThanACountyCanHave() {
        assertThat(claims).hasSizeBetween(100, 810).extracting(Claim::scheme).contains("troubled-families-2");
    }

    @Test
    void everyTwentyFifthClaimDoesNotHoldAndAllOthersDo() {
        assertThat(claims).extracting(Claim::judged).doesNotContainNull();
        for (int place = 1; place <= claims.size(); place++) {
            Claim claim = claims.get(place - 1);
            assertThat(claim.judged().day()).as("%s", claim).isEqualTo(claim.day());
            assertThat(claim.holds()).as("claim %s, %s", place, claim).isEqualTo(place % 25 != 0);
        }
    }

    @Test
    void claimsThatDoNotHoldAreOfFamiliesThatDoNotMeetTheScheme() {
        assertThat(claims)
                .filteredOn(claim -> !claim.holds())
                .isNotEmpty()
                .extracting(claim -> claim.judged().decision())
                .containsOnly("not-met");
    }

    @Test
    void everyRouteHasBeenClaimed() {
        assertThat(claims)
                .extracting(claim -> claim.scheme() + " " + claim.route())
                .contains(
                        "troubled-families-1 crime-asb-education",
                        "troubled-families-1 continuous-employment",
                        "troubled-families-2 progress",
                        "troubled-families-2 continuous-employment");
    }
}
