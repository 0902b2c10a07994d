package dev.waymark.junit;

import static dev.waymark.family.Kind.CLOSURE;
import static dev.waymark.family.Kind.INITIAL;
import static dev.waymark.junit.Family.family;
import static dev.waymark.junit.FamilyStarPlus.HOME_AND_MONEY;
import static dev.waymark.junit.FormAnswer.no;
import static dev.waymark.junit.FormAnswer.yes;
import static dev.waymark.junit.Person.person;
import static dev.waymark.junit.Score.area;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.data.Notice;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.StarReading;
import dev.waymark.star.Area;
import dev.waymark.star.Star;
import dev.waymark.store.CaseStore;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is told of a family is what its case shows. */
class FamilyTest {

    private final Star star = Star.familyStarPlus();

    @Test
    void toldFamilyIsReadAsAnyOther() {
        FamilyCase told = family().opened("2015-04-07")
                .star(INITIAL, "2015-05-01", area(HOME_AND_MONEY, 3))
                .star(CLOSURE, "2015-11-20", area(HOME_AND_MONEY, 6))
                .closed("2015-12-01")
                .in("2015/16");
        assertThat(told.familyId()).isEqualTo("1");
        assertThat(told.countedEpisode()).isPresent();
        int homeAndMoney = star.areaIndex(HOME_AND_MONEY).orElseThrow();
        StarReading first = told.firstReading(told.readings().get(0).star()).orElseThrow();
        assertThat(first.score(homeAndMoney)).isEqualTo(3);
        StarReading last = told.lastReading(told.readings().get(0).star()).orElseThrow();
        assertThat(last.score(homeAndMoney)).isEqualTo(6);
        assertThat(last.isScored(0)).isFalse();
    }

    @Test
    void starToldByItsDefinitionIsDefinedInTheDataSet() {
        Star four = Families.stars().get(1);
        FamilyCase told = family().opened("2015-04-07")
                .star(four, INITIAL, "2015-05-01", area("sleep", 0), area(HOME_AND_MONEY, 3))
                .in("2015/16");
        assertThat(told.readings()).hasSize(1);
        assertThat(told.hasReading(four)).isTrue();
        assertThat(told.hasReading(star)).isFalse();
        assertThat(told.readings().get(0).score(0)).isZero();
    }

    @Test
    void recordsOfAMemberBelongToThatMember() {
        FamilyCase told = family("17")
                .opened("2015-04-07")
                .with(person().born("2009-02-01").form(INITIAL, "2015-05-01", yes("low-attendance")))
                .with(person().born("1985-07-12")
                        .form(INITIAL, "2015-05-02", no("low-attendance"))
                        .spell("employment", "2015-06-01", "")
                        .incident("offence", "2015-06-02"))
                .incident("asb", "2015-06-03")
                .in("2015/16");
        assertThat(told.familyId()).isEqualTo("17");
        assertThat(told.members()).hasSize(2);
        assertThat(told.forms()).hasSize(2);
        assertThat(told.spells()).hasSize(1);
        assertThat(told.incidents()).hasSize(2);
    }

    @Test
    void slipOfThePenIsRefusedAtOnce() {
        assertThatThrownBy(() -> Council.of(family().opened("2015-04-07").closed("2015-04-06"))
                        .store())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> family().closed("2015-04-06"))
                .hasMessage("no episode was opened yet: call opened(...) first");
    }

    @Test
    void areasAreThoseOfTheStarInItsOrder() {
        List<Object> codes = Arrays.stream(FamilyStarPlus.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(FamilyTest::valueOf)
                .toList();
        assertThat(codes).isEqualTo(star.areas().stream().map(Area::code).toList());
    }

    private static Object valueOf(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Seeds 0 to 299: among so many each of the cases that measures tell apart must occur. */
    @Test
    void randomFamiliesHoldWhatRealRecordsHold() {
        List<Family> families = new ArrayList<>();
        for (int seed = 0; seed < 300; seed++) {
            families.add(Families.any(new SplittableRandom(seed)));
        }
        List<FamilyCase> cases = Council.of(families).cases("2015/16");
        Star read = Star.familyStarPlus();
        assertThat(cases).anyMatch(family -> family.episodes().isEmpty());
        assertThat(cases).anyMatch(family -> family.episodes().size() == 3);
        assertThat(cases).anyMatch(family -> family.isOpened() && !family.isClosed());
        assertThat(cases).anyMatch(family -> family.isWorkedWith() && !family.isOpened());
        assertThat(cases)
                .filteredOn(family -> family.lastReading(read).isPresent())
                .hasSizeGreaterThan(10);
        assertThat(cases)
                .anyMatch(family -> family.firstReading(read).isPresent()
                        && family.lastReading(read).isEmpty());
        assertThat(cases).filteredOn(family -> family.lastForm().isPresent()).hasSizeGreaterThan(10);
        assertThat(cases).anyMatch(family -> !family.claims().isEmpty());
        assertThat(cases).anyMatch(family -> !family.schoolTerms().isEmpty());
        assertThat(cases).anyMatch(family -> !family.spells().isEmpty());
        for (Star one : Families.stars()) {
            assertThat(cases)
                    .as("families with a first and a last reading of " + one)
                    .filteredOn(family -> family.lastReading(one).isPresent())
                    .hasSizeGreaterThan(10);
        }
        assertThat(cases).anyMatch(family -> Families.stars().stream().allMatch(family::hasReading));
        assertThat(cases)
                .filteredOn(family -> family.members().stream()
                        .anyMatch(member -> family.schoolTerms().stream()
                                        .filter(term -> term.isOf(member))
                                        .count()
                                >= 3))
                .hasSizeGreaterThan(10);
        assertThat(cases)
                .anyMatch(family ->
                        family.claims().stream().anyMatch(claim -> claim.pence().isPresent()));
        assertThat(cases).anyMatch(family -> family.district().isEmpty());
        assertThat(Council.of(families).store().quality().notices())
                .extracting(Notice::code)
                .contains("unknown-issue", "level-misfit");
    }

    @Test
    void sameSeedGivesTheSameFamily() {
        CaseStore one = Council.of(Families.any(new SplittableRandom(5))).store();
        CaseStore other = Council.of(Families.any(new SplittableRandom(5))).store();
        assertThat(one.quality()).isEqualTo(other.quality());
        assertThat(one.table("families").dictionary("district").texts())
                .isEqualTo(other.table("families").dictionary("district").texts());
    }
}
