package dev.waymark.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws the members of the families, so that those of the families worked with make up the published counts.
 *
 * <p>Published: 3,806 individuals, 2,048 of them children (54 %), 387 under five, 7 % of all from minority ethnic
 * groups. Chosen: 1,738 adults and 20 members without a birth date make up the rest; 266 members (6.99 %) are of a
 * group other than White British.
 */
final class Households {

    private static final int FIRST_ID = 20001;
    private static final int ADULT_FROM = 18;
    private static final int SHARE_EXPECTING = 2;

    private final Chance chance;

    /** 2,048 children in 797 families. */
    private final Deck<Integer> childrenInFamily;

    /** 1,738 adults in 797 families. */
    private final Deck<Integer> adultsInFamily;

    /** 20 families have one more member, whose birth date nobody wrote down. */
    private final Deck<Integer> withoutBirthDate;

    /** The 2,048 children, 387 of them under five. */
    private final Deck<Ages> childrensAges;

    /** The 3,806 members; not shuffled, so that most families are of one group. */
    private final Deck<String> ethnicities;

    private int nextId = FIRST_ID;

    private record Ages(int from, int to) {}

    Households(Chance chance) {
        this.chance = chance;
        childrenInFamily = new Deck<Integer>()
                .with(203, 1)
                .with(234, 2)
                .with(178, 3)
                .with(105, 4)
                .with(48, 5)
                .with(20, 6)
                .with(9, 7)
                .shuffled(chance);
        adultsInFamily = new Deck<Integer>()
                .with(192, 1)
                .with(358, 2)
                .with(170, 3)
                .with(65, 4)
                .with(12, 5)
                .shuffled(chance);
        withoutBirthDate = new Deck<Integer>().with(777, 0).with(20, 1).shuffled(chance);
        childrensAges = new Deck<Ages>()
                .with(387, new Ages(0, 4))
                .with(676, new Ages(5, 10))
                .with(737, new Ages(11, 15))
                .with(248, new Ages(16, 17))
                .shuffled(chance);
        ethnicities = new Deck<String>()
                .with(92, "Asian or Asian British")
                .with(30, "Black or Black British")
                .with(84, "Mixed")
                .with(46, "Other White")
                .with(14, "Other ethnic group")
                .with(112, "")
                .with(3428, "White British");
    }

    /** The household of the next family worked with, whose members' ages are published as they are on the age date. */
    List<Member> ofFamilyWorkedWith(LocalDate ageDate) {
        List<Integer> children = new ArrayList<>();
        int childrenCount = childrenInFamily.deal();
        for (int i = 0; i < childrenCount; i++) {
            children.add(age(childrensAges.deal()));
        }
        List<Member> members = new ArrayList<>();
        for (int age : ages(adultsInFamily.deal(), children)) {
            members.add(member(Optional.of(birthDate(age, ageDate)), members.size(), ethnicities.deal()));
        }
        int unknown = withoutBirthDate.deal();
        for (int i = 0; i < unknown; i++) {
            members.add(member(Optional.empty(), members.size(), ethnicities.deal()));
        }
        members.addAll(bornAfterTheYear(members));
        return members;
    }

    /** The household of a family that counts in no figure of the year. */
    List<Member> ofOtherFamily() {
        List<Integer> children = new ArrayList<>();
        int childrenCount = childrenInFamily.likeOne(chance);
        for (int i = 0; i < childrenCount; i++) {
            children.add(age(childrensAges.likeOne(chance)));
        }
        String ethnicity = ethnicities.likeOne(chance);
        List<Member> members = new ArrayList<>();
        for (int age : ages(adultsInFamily.likeOne(chance), children)) {
            members.add(member(Optional.of(birthDate(age, ReportYear.START)), members.size(), ethnicity));
        }
        return members;
    }

    /** Ages of the adults, which fit those of the children, and then of the children. */
    private List<Integer> ages(int adults, List<Integer> children) {
        int oldestChild = children.stream().max(Integer::compare).orElse(0);
        int firstParent = Math.max(ADULT_FROM, oldestChild + chance.between(17, 32));
        List<Integer> ages = new ArrayList<>();
        ages.add(firstParent);
        if (adults > 1) {
            ages.add(Math.max(ADULT_FROM, firstParent + chance.between(-6, 6)));
        }
        while (ages.size() < adults) {
            ages.add(furtherAdult(firstParent));
        }
        ages.addAll(children);
        return ages;
    }

    /** A grown-up child where a parent is old enough, otherwise a grandparent. */
    private int furtherAdult(int parent) {
        int oldest = Math.min(parent - 17, 25);
        return oldest >= ADULT_FROM && chance.percent(85)
                ? chance.between(ADULT_FROM, oldest)
                : parent + chance.between(18, 28);
    }

    private int age(Ages ages) {
        return chance.between(ages.from(), ages.to());
    }

    /** Born on a day that makes the person that many completed years old; some of age 0 are born after the age date. */
    private LocalDate birthDate(int age, LocalDate ageDate) {
        if (age == 0 && chance.percent(20)) {
            return chance.day(ageDate, ReportYear.END);
        }
        return ageDate.minusYears(age).minusDays(chance.between(0, 363));
    }

    private List<Member> bornAfterTheYear(List<Member> family) {
        if (!chance.percent(SHARE_EXPECTING)) {
            return List.of();
        }
        LocalDate birthDate = chance.day(ReportYear.DAY_AFTER, ReportYear.RECORDED_UNTIL);
        return List.of(
                member(Optional.of(birthDate), family.size(), family.get(0).ethnicity()));
    }

    private Member member(Optional<LocalDate> birthDate, int place, String ethnicity) {
        return new Member(nextId++, birthDate, sex(place), ethnicity);
    }

    private String sex(int place) {
        if (chance.percent(2)) {
            return chance.percent(15) ? "X" : "";
        }
        int shareOfWomen = switch (place) {
            case 0 -> 85;
            case 1 -> 25;
            default -> 49;
        };
        return chance.percent(shareOfWomen) ? "F" : "M";
    }
}
