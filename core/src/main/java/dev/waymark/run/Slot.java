package dev.waymark.run;

import dev.waymark.family.FamilyCase;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.store.CaseStore;
import dev.waymark.store.IntColumn;
import dev.waymark.store.StoredTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One value of a stratum, or the whole: where its families are counted. */
record Slot(String dimension, String value, int code) {

    private static final Slot WHOLE = new Slot("", "", -1);

    /** The whole, then the values of each stratum. */
    static List<Slot> of(CaseStore store, List<Stratum> strata, LocalDate asAt) {
        List<Slot> slots = new ArrayList<>(List.of(WHOLE));
        for (Stratum stratum : strata) {
            slots.addAll(
                    switch (stratum) {
                        case DISTRICT -> districts(store);
                        case SERVICE -> services(store, asAt);
                    });
        }
        return slots;
    }

    boolean isOf(Stratum stratum) {
        return dimension.equals(stratum.word());
    }

    /** Whether a figure of these dimensions is one of this slot. */
    boolean isOf(Dimensions dimensions) {
        return dimension.isEmpty()
                ? Stratum.of(dimensions).isEmpty()
                : dimensions.value(dimension).equals(Optional.of(value));
    }

    /** A case that shows families as this slot sees them. */
    FamilyCase view(FamilyCase families) {
        return isOf(Stratum.SERVICE) ? families.another(code) : families;
    }

    /** Whether a family, as this slot sees it, is counted here. */
    boolean has(FamilyCase family) {
        if (isOf(Stratum.DISTRICT)) {
            return family.district().orElse(Dimensions.NOT_RECORDED).equals(value);
        }
        return !isOf(Stratum.SERVICE) || !family.episodes().isEmpty();
    }

    Figure name(Figure figure) {
        if (dimension.isEmpty()) {
            return figure;
        }
        FigureName name = figure.name();
        return figure.named(
                new FigureName(name.measure(), name.figure(), name.dimensions().inFront(dimension, value)));
    }

    private static List<Slot> districts(CaseStore store) {
        List<String> districts = store.table("families").dictionary("district").texts();
        Set<String> names = new HashSet<>(districts);
        IntColumn recorded = store.table("families").ints("district");
        boolean someNotRecorded = false;
        for (int family = 0; family < store.families() && !someNotRecorded; family++) {
            someNotRecorded = recorded.get(family) < 0;
        }
        if (someNotRecorded) {
            names.add(Dimensions.NOT_RECORDED);
        }
        List<Slot> slots = new ArrayList<>();
        for (String name : Dimensions.inOrder(names)) {
            slots.add(new Slot(Stratum.DISTRICT.word(), name, districts.indexOf(name)));
        }
        return slots;
    }

    private static List<Slot> services(CaseStore store, LocalDate asAt) {
        StoredTable episodes = store.table("episodes");
        List<String> services = episodes.dictionary("service").texts();
        IntColumn service = episodes.ints("service");
        IntColumn opened = episodes.ints("opened");
        int asAtDay = (int) asAt.toEpochDay();
        boolean[] seen = new boolean[services.size()];
        for (int episode = 0; episode < episodes.rows(); episode++) {
            if (opened.get(episode) <= asAtDay) {
                seen[service.get(episode)] = true;
            }
        }
        List<Slot> slots = new ArrayList<>();
        for (String name : Dimensions.inOrder(services)) {
            int code = services.indexOf(name);
            if (seen[code]) {
                slots.add(new Slot(Stratum.SERVICE.word(), name, code));
            }
        }
        return slots;
    }

    /** The slot of each district's code + 1; empty if there is none of districts. */
    static int[] ofDistricts(List<Slot> slots, CaseStore store) {
        if (slots.stream().noneMatch(slot -> slot.isOf(Stratum.DISTRICT))) {
            return new int[0];
        }
        List<String> districts = store.table("families").dictionary("district").texts();
        int[] slotOf = new int[districts.size() + 1];
        for (int slot = 0; slot < slots.size(); slot++) {
            if (slots.get(slot).isOf(Stratum.DISTRICT)) {
                if (slots.get(slot).value().equals(Dimensions.NOT_RECORDED)) {
                    slotOf[0] = slot;
                    int named = districts.indexOf(Dimensions.NOT_RECORDED);
                    slotOf[named + 1] = slot;
                } else {
                    slotOf[slots.get(slot).code() + 1] = slot;
                }
            }
        }
        return slotOf;
    }
}
