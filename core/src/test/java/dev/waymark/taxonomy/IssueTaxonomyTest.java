package dev.waymark.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueTaxonomyTest {

    private static final String OWN = """
            {"format": "waymark-issues/1", "id": "anytown", "version": "3", "extends": "family-support",
             "needs": [{"code": "health", "label": "Health"}, {"code": "housing", "label": "Housing"}],
             "issues": [
              {"code": "rent-arrears", "label": "Behind with rent", "level": "family", "need": "housing"},
              {"code": "no-bed", "label": "No bed of their own", "level": "individual", "subject": "child",
               "starArea": "home-and-money", "need": "housing"}]}
            """;

    private static IssueTaxonomy read(String json) {
        return IssueTaxonomy.read(Definition.parse("issues.json", json));
    }

    @Test
    void theShippedTaxonomyHasSixHeadlineNeedsInTheProgrammesOrder() {
        IssueTaxonomy taxonomy = IssueTaxonomy.familySupport();

        assertThat(taxonomy.needs())
                .extracting(HeadlineNeed::code)
                .containsExactly(
                        "crime", "school", "children-who-need-help", "work-and-money", "domestic-abuse", "health");
        assertThat(taxonomy.issues()).hasSize(99);
        assertThat(taxonomy.issue("financial-difficulty").orElseThrow())
                .isEqualTo(new Issue(
                        "financial-difficulty",
                        "Financial difficulty",
                        Level.FAMILY,
                        Optional.empty(),
                        Optional.of("home-and-money"),
                        Optional.of("work-and-money")));
        assertThat(taxonomy.needOf("financial-difficulty")).isEqualTo(3);
        assertThat(taxonomy.needOf("not-registered-dentist")).isEqualTo(-1);
        assertThat(taxonomy.needOf("never-heard-of")).isEqualTo(-1);
    }

    // a council's own taxonomy extends the shipped one: same code, in its place; other codes, behind
    @Test
    void aTaxonomyThatExtendsReplacesWhatItListsAndKeepsTheRest() {
        IssueTaxonomy taxonomy = read(OWN);

        assertThat(taxonomy.id()).isEqualTo("anytown");
        assertThat(taxonomy.version()).isEqualTo("3");
        assertThat(taxonomy.needs())
                .extracting(HeadlineNeed::label)
                .hasSize(7)
                .endsWith("Domestic violence and abuse", "Health", "Housing");
        assertThat(taxonomy.issues()).hasSize(100);
        assertThat(taxonomy.issue("rent-arrears").orElseThrow().label()).isEqualTo("Behind with rent");
        assertThat(taxonomy.needOf("rent-arrears")).isEqualTo(6);
        assertThat(taxonomy.issue("no-bed").orElseThrow().subject()).contains(Issue.Subject.CHILD);
        assertThat(taxonomy.needOf("neet"))
                .isEqualTo(IssueTaxonomy.familySupport().needOf("neet"));
    }

    @Test
    void aTaxonomyThatDoesNotExtendStandsAlone() {
        IssueTaxonomy taxonomy =
                read("{\"format\": \"waymark-issues/1\", \"id\": \"x\", \"version\": \"1\", \"needs\": [],"
                        + " \"issues\": []}");

        assertThat(taxonomy.needs()).isEmpty();
        assertThat(taxonomy.issue("rent-arrears")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "family", "need": "housing"     | "house", "need": "housing" | issues[0].level is "house". Expected: "family" or "individual".
            "need": "housing"},             | "need": "huosing"},        | issues[0].need is "huosing". Expected: null or a headline need: crime, school, children-who-need-help, work-and-money, domestic-abuse, health, housing.
            "no-bed"                        | "rent-arrears"             | issues[1].code is "rent-arrears". Expected: a code that no other issue of the file has.
            "code": "housing"               | "code": "health"           | needs[1].code is "health". Expected: a code that no other need of the file has.
            "subject": "child"              | "subject": "baby"          | issues[1].subject is "baby". Expected: "any" or "adult" or "child".
            "level": "family"               | "level": "family", "subject": "any" | issues[0].subject is "any". Expected: null, since the issue is one of the family.
            "extends": "family-support"     | "extends": "anytown"       | extends is "anytown". Expected: "family-support".
            "version"                       | "edition"                  | edition is not known. Allowed here: format, id, version, extends, needs, issues.
            """)
    void aMistakeIsNamedWithItsPath(String right, String wrong, String expected) {
        assertThat(OWN).contains(right);

        assertThatThrownBy(() -> read(OWN.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-DEFINITION: issues.json: " + expected);
    }
}
