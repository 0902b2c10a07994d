package dev.waymark.pbr.scheme;

import static com.google.common.collect.MoreCollectors.onlyElement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.definition.Definition;
import dev.waymark.measure.Judgement;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scheme files: what a council may change, and what is refused, naming file, path and what is allowed. */
class SchemeFileTest {

    private static SchemeBook book(String... files) {
        List<Definition> own = Arrays.stream(files)
                .map(json -> Definition.parse("plan.json", json.replace('\'', '"')))
                .toList();
        return SchemeBook.of(own, IssueTaxonomy.familySupport(), List.of(Star.familyStarPlus()));
    }

    private static String plan(String more) {
        return "{'format':'waymark-scheme/1','id':'ours','extends':'troubled-families-1'" + more + "}";
    }

    private static String criterion(String criterion) {
        return plan(",'criteria':[{'id':'it','title':'It'," + criterion + "}]");
    }

    /** What is asked at least of a criterion, as an explanation shows it. */
    private static String atLeastPercent(Scheme scheme, String criterion) {
        Judgement judgement = scheme.explain(CaseFile.opened("2013-04-01").family());
        return judgement.parts().stream()
                .filter(part -> part.about().startsWith("criterion " + criterion + " "))
                .map(part -> part.limits().get("atLeastPercent"))
                .collect(onlyElement());
    }

    private static void assertRefused(String file, String message) {
        assertThatThrownBy(() -> book(file)).hasMessage("WM-DEFINITION: plan.json: " + message);
    }

    @Test
    void shippedSchemesRunInTheirTimeAndOneWaitsForItsThresholds() {
        assertThat(book().running(LocalDate.of(2015, 3, 31), List.of()))
                .extracting(Scheme::id)
                .containsExactly("troubled-families-1");
        assertThat(book().running(LocalDate.of(2015, 4, 1), List.of()))
                .extracting(Scheme::id)
                .containsExactly("troubled-families-2");
        assertThat(book().running(LocalDate.of(2023, 3, 31), List.of())).isEmpty();
        assertThat(book().running(LocalDate.of(2023, 3, 31), List.of("troubled-families-2", "troubled-families-1")))
                .extracting(Scheme::id)
                .containsExactly("troubled-families-1", "troubled-families-2");
    }

    @Test
    void numberThatNobodyPublishedMustBeSupplied() {
        assertThatThrownBy(() -> book().scheme("supporting-families-2022"))
                .hasMessageStartingWith(
                        "WM-DEFINITION: supporting-families-2022.json: criteria[0].then.of[1].of.thresholds.")
                .hasMessageContaining("is null. Expected: a value of your own, in a scheme that extends this one");
        String supplied = """
                {"format": "waymark-scheme/1", "id": "ours", "extends": "supporting-families-2022", "criteria": [
                  {"id": "education", "kind": "if-problem", "problem": "education", "then": {"kind": "issues-resolved",
                   "issues": ["school-absence"]}}]}""";
        assertThat(book(supplied).running(LocalDate.of(2023, 3, 31), List.of()))
                .extracting(Scheme::id)
                .containsExactly("ours");
    }

    @Test
    void planSaysOnlyWhatDiffers() {
        Scheme ours = book(plan(",'criteria':[{'id':'anti-social-behaviour','thresholds':{'atLeastPercent':"
                        + "{'value':50,'mark':'A','source':'our plan'}}}]"))
                .scheme("ours");
        assertThat(atLeastPercent(ours, "anti-social-behaviour")).isEqualTo("50 (A: our plan)");
        assertThat(atLeastPercent(ours, "youth-offending"))
                .isEqualTo("33 (S: programme financial framework: 33 % reduction for minors)");
        assertThat(ours.criteria())
                .isEqualTo(book().scheme("troubled-families-1").criteria());
        assertThat(ours.from()).isEqualTo("2012-04-01");
    }

    @Test
    void changedNumberNeedsItsOwnSource() {
        assertRefused(
                plan(",'criteria':[{'id':'anti-social-behaviour','thresholds':{'atLeastPercent':{'value':50}}}]"),
                "criteria[0].thresholds.atLeastPercent.mark is missing. Expected: \"S\" or \"V\" or \"A\".");
    }

    @Test
    void councilsSchemeMayTakeThePlaceOfTheOneThatShips() {
        String own =
                "{'format':'waymark-scheme/1','id':'troubled-families-1','extends':'troubled-families-1','version':'2'}";
        assertThat(book(own).scheme("troubled-families-1").version()).isEqualTo("2");
    }

    @Test
    void cycleIsRefused() {
        String a = "{'format':'waymark-scheme/1','id':'a','extends':'b'}";
        String b = "{'format':'waymark-scheme/1','id':'b','extends':'a'}";
        assertThatThrownBy(() -> book(a, b))
                .hasMessage(
                        "WM-DEFINITION: plan.json: extends is \"a\". Expected: the id of a scheme that does not extend"
                                + " this one: a -> b -> a is a cycle.");
        assertThatThrownBy(() -> book("{'format':'waymark-scheme/1','id':'a','extends':'a'}"))
                .hasMessage(
                        "WM-DEFINITION: plan.json: extends is \"a\". Expected: the id of a scheme that does not extend"
                                + " this one: a -> a is a cycle.");
    }

    @Test
    void unknownSchemeToExtendOrToRunIsRefusedWithThoseKnown() {
        assertRefused(
                plan("").replace("troubled-families-1", "nowhere"),
                "extends is \"nowhere\". Expected: the id of a scheme: ours, supporting-families-2022,"
                        + " troubled-families-1, troubled-families-2.");
        assertThatThrownBy(() -> book().running(LocalDate.of(2015, 3, 31), List.of("nowhere")))
                .hasMessage(
                        "WM-SCHEME-UNKNOWN: there is no scheme 'nowhere'. There are: supporting-families-2022,"
                                + " troubled-families-1, troubled-families-2. Choose one of them, or give yours with --schemes.");
    }

    @Test
    void unknownKindIsRefused() {
        assertRefused(
                criterion("'kind':'magic'"),
                "criteria[0].kind is \"magic\". Expected: \"all-of\" or \"any-of\" or \"at-least-n-of\" or"
                        + " \"each-child\" or \"each-adult\" or \"one-adult\" or \"has-minor\" or"
                        + " \"incident-reduction\" or \"no-incident\" or \"spell-started\" or \"spell-reached\" or"
                        + " \"no-spell\" or \"if-spell-at-opening\" or \"if-problem\" or \"problems-at-start\" or"
                        + " \"issues-resolved\" or \"issues-fewer\" or \"star-area\" or \"closed-for\".");
    }

    @Test
    void kindOfAPersonNeedsSomebodyItIsAskedOf() {
        assertThatThrownBy(() -> book(criterion("'kind':'continuous-spell'")))
                .hasMessageStartingWith("WM-DEFINITION: plan.json: criteria[0].kind is \"continuous-spell\".");
    }

    @Test
    void missingThresholdIsRefused() {
        assertRefused(
                criterion("'kind':'no-incident','incidents':['asb'],'thresholds':{}"),
                "criteria[0].thresholds.windowMonths is missing. Expected: an object.");
    }

    @Test
    void windowOfZeroIsRefused() {
        assertRefused(
                criterion("'kind':'no-incident','incidents':['asb'],'thresholds':{'windowMonths':"
                        + "{'value':0,'mark':'A','source':'plan'}}"),
                "criteria[0].thresholds.windowMonths.value is 0. Expected: a number from 1 to 120 with at most 0 decimals.");
    }

    @Test
    void shareOverAHundredIsRefused() {
        assertRefused(
                plan(",'funding':{'attachmentSharePercent':{'value':101,'mark':'A','source':'plan'}}"),
                "funding.attachmentSharePercent.value is 101. Expected: a number from 0 to 100 with at most 2 decimals.");
    }

    @Test
    void reductionOverAHundredPercentAndOneOfZeroAreRefused() {
        String reduction = "'kind':'incident-reduction','incidents':['asb'],'by':'anyone','baseline':'before-opening',"
                + "'thresholds':{'windowMonths':{'value':6,'mark':'A','source':'plan'},"
                + "'atLeastPercent':{'value':60,'mark':'A','source':'plan','before':"
                + "[{'date':'2015-01-01','value':50}]}}";
        assertRefused(
                criterion(reduction.replace("60", "101")),
                "criteria[0].thresholds.atLeastPercent.value is 101. Expected: a number from 0 to 100 with at most 2"
                        + " decimals.");
        assertRefused(
                criterion(reduction.replace("60", "0")),
                "criteria[0].thresholds.atLeastPercent.value is 0. Expected: a number above 0 and up to 100.");
        assertRefused(
                criterion(reduction.replace("50", "0")),
                "criteria[0].thresholds.atLeastPercent.before[0].value is 0. Expected: a number above 0 and up to 100.");
    }

    /** A slip in it would leave a rule that never applies. */
    @Test
    void needThatNoTaxonomyHasAndAnEmptyListOfIssuesAreRefused() {
        assertRefused(
                criterion("'kind':'issues-resolved','need':'crimes'"),
                "criteria[0].need is \"crimes\". Expected: \"crime\" or \"school\" or \"children-who-need-help\" or"
                        + " \"work-and-money\" or \"domestic-abuse\" or \"health\".");
        assertRefused(
                criterion("'kind':'issues-resolved','issues':[]"),
                "criteria[0].issues is a list. Expected: a list that is not empty.");
    }

    @Test
    void negativeFeeIsRefused() {
        assertRefused(
                plan(",'routes':[{'id':'continuous-employment','resultPounds':{'value':{'2012/13':-1},'mark':'A',"
                        + "'source':'plan'}}]"),
                "routes[0].resultPounds.value.2012/13 is -1. Expected: a number from 0 to 1000000 with at most 2 decimals.");
    }

    @Test
    void routeToAnUnknownCriterionIsRefused() {
        assertThatThrownBy(() -> book(plan(",'routes':[{'id':'r','title':'R','criteria':['nowhere']}]")))
                .hasMessageStartingWith(
                        "WM-DEFINITION: plan.json: routes[0].criteria[0] is \"nowhere\". Expected: the id of"
                                + " a criterion: education, anti-social-behaviour,");
    }

    @Test
    void unknownKeyIsRefusedWhereverItStands() {
        assertThatThrownBy(() -> book(plan(",'colour':'red'")))
                .hasMessageStartingWith("WM-DEFINITION: plan.json: colour is not known. Allowed here: format, id,");
    }

    // --- money, on published figures

    /** 810 families, five of six funded: 675, at 4,000 pounds 2,700,000; 333 x 3,200 = 1,065,600. */
    @Test
    void fundingOfPhaseOneIsAsPublished() {
        Funding funding = book().scheme("troubled-families-1").funding();
        assertThat(funding.fundedFamilies(810)).isEqualTo(675);
        assertThat(funding.mostPence(2012, 810)).isEqualTo(270_000_000);
        assertThat(funding.attachmentPence(2012, 333)).isEqualTo(106_560_000);
        assertThat(funding.fundedFamilies(5)).as("rounded down").isEqualTo(4);
    }

    /** Of 1,000 families five of six are funded, 833: at 4,000.50 pounds in the one year and 800 in the other. */
    @Test
    void mostThatFamiliesBringIsThatOfTheYear() {
        Funding funding = book(plan(",'funding':{'mostPounds':{'value':{'2015/16':4000.5,'2016/17':800},'mark':'A',"
                        + "'source':'plan'}}"))
                .scheme("ours")
                .funding();

        assertThat(funding.mostPence(2015, 1000)).isEqualTo(333_241_650);
        assertThat(funding.mostPence(2016, 1000)).isEqualTo(66_640_000);
        assertThatThrownBy(() -> funding.mostPence(2017, 1000))
                .hasMessage("WM-FUNDING: the scheme states no mostPounds for 2017/18. Give it under funding in a scheme"
                        + " that extends this one.");
    }

    /** 474 families: 474,000 for attaching, 60 % x 474 x 800 = 227,520 forecast for results. */
    @Test
    void fundingOfPhaseTwoIsAsPublished() {
        Scheme scheme = book().scheme("troubled-families-2");
        assertThat(scheme.funding().attachmentPence(2015, 474)).isEqualTo(47_400_000);
        long fee = scheme.routes().get(0).feePence(java.util.Optional.of(2015)).orElseThrow();
        assertThat(Funding.forecastPence(474, java.math.BigDecimal.valueOf(60), fee))
                .isEqualTo(22_752_000);
    }
}
