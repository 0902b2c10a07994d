package dev.waymark.example;

import dev.waymark.data.ListedTables;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Period;
import dev.waymark.pbr.decision.Outcome;
import dev.waymark.pbr.scheme.FamilyResult;
import dev.waymark.pbr.scheme.Judging;
import dev.waymark.pbr.scheme.Route;
import dev.waymark.pbr.scheme.Scheme;
import dev.waymark.pbr.scheme.SchemeBook;
import dev.waymark.pbr.scheme.Standing;
import dev.waymark.store.CaseStore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Makes the results claimed so far as a council comes to them: on some days, under the scheme that runs on it, the
 * families that meet it after half a year of work, each once whatever the scheme.
 *
 * <p>All claims hold on their day, with route and amount, but every {@value #LEFT_FOR_AUDIT}th, which is left for an
 * auditor to find: its family does not meet the scheme on that day. Chance takes no part.
 */
final class Claims {

    private static final int LEFT_FOR_AUDIT = 25;
    private static final int MONTHS_OF_WORK = 6;
    private static final int PENCE_DECIMALS = 2;

    /** The first working day after a quarter; of the last quarter of the first phase its last day. */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2014, 10, 1),
            LocalDate.of(2015, 1, 2),
            LocalDate.of(2015, 3, 31),
            LocalDate.of(2015, 7, 1),
            LocalDate.of(2015, 10, 1),
            LocalDate.of(2016, 1, 4));

    private final CaseStore records;
    private final SchemeBook schemes;
    private final Set<String> claimed = new HashSet<>();
    private final List<List<String>> rows = new ArrayList<>();

    private Claims(CaseStore records) {
        this.records = records;
        schemes = SchemeBook.of(List.of(), records.taxonomy(), records.stars());
    }

    /** The claims that follow from what the other tables record. */
    static Table table(List<Table> recorded) {
        ListedTables tables = new ListedTables();
        for (Table table : recorded) {
            tables.table(table.name(), table.columns().toArray(String[]::new));
            table.rows().forEach(row -> tables.row(row.toArray(String[]::new)));
        }
        Claims claims = new Claims(CaseStore.read(tables));
        DAYS.forEach(claims::claimOn);
        return new Table("claims", List.of("family_id", "scheme", "claimed_on", "route", "amount"), claims.rows);
    }

    /** Claims what is met on a day, judged as a report of the day's financial year does. */
    private void claimOn(LocalDate day) {
        FamilyCase family = FamilyCase.over(records, Period.financialYearOf(day), day.minusDays(1));
        for (Scheme scheme : schemes.running(day, List.of())) {
            Judging judging = scheme.judgingForCounts();
            for (int row = 0; row < records.families(); row++) {
                family.moveTo(row);
                if (!claimed.contains(family.familyId())
                        && scheme.standing(family) == Standing.EVALUATED
                        && hasBegunBy(day.minusMonths(MONTHS_OF_WORK), family)
                        && judging.judge(family).decision().outcome() == wanted()) {
                    claim(family.familyId(), scheme, scheme.judge(family));
                }
            }
        }
    }

    /** What the next family claimed is. */
    private Outcome wanted() {
        return (rows.size() + 1) % LEFT_FOR_AUDIT == 0 ? Outcome.NOT_MET : Outcome.MET;
    }

    private static boolean hasBegunBy(LocalDate day, FamilyCase family) {
        return family.episodes().stream().noneMatch(episode -> episode.opened().isAfter(day));
    }

    private void claim(String family, Scheme scheme, FamilyResult result) {
        Route route = scheme.routes().get(result.paidRoute().orElse(0));
        OptionalLong pence =
                result.decision().isMet() ? result.resultPence() : route.feePence(result.yearOfAttachment());
        claimed.add(family);
        rows.add(List.of(
                family,
                scheme.id(),
                result.day().toString(),
                route.id(),
                BigDecimal.valueOf(pence.orElseThrow(), PENCE_DECIMALS).toPlainString()));
    }
}
