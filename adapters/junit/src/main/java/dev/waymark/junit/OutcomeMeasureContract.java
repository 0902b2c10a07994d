package dev.waymark.junit;

import dev.waymark.data.DataFormat;
import dev.waymark.data.TableFormat;
import dev.waymark.family.Period;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.store.CaseStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The laws that every measure must keep, as tests: extend it and say which measure, and of which families.
 *
 * <pre>{@code
 * class ShortWorkTest extends OutcomeMeasureContract {
 *     protected OutcomeMeasure<?> measure() { return new ShortWork(); }
 *     protected Family family(RandomGenerator random) { return Families.any(random); }
 * }
 * }</pre>
 *
 * <p>The engine splits families among threads and strata as it likes; a measure that breaks a law gives figures that
 * depend on it. Each law is tried on random councils, with all tables, with those that families tell of, and with none
 * but the required ones. <b>Errors:</b> a law that does not hold names the seed of the council, a measure that throws
 * its class, what it threw and, where it was asked about one, the family; {@code -Dwaymark.seed=SEED} tries that one
 * alone. <b>Source:</b> the contract of {@link OutcomeMeasure} and {@link dev.waymark.measure.Counting}.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class OutcomeMeasureContract {

    private static final int COUNCILS = 10;
    private static final int MOST_FAMILIES = 8;

    /** The last council is of many families, with all tables: where all are small, no count is greater than a few. */
    private static final long LARGE = 9;

    private static final int FAMILIES_OF_LARGE = 40;
    private static final String SEED = "waymark.seed";

    /** The councils that were read, which all laws are tried on. */
    private final Map<Long, CaseStore> councils = new HashMap<>();

    /** For the test that extends it. */
    protected OutcomeMeasureContract() {}

    /** The measure. */
    protected abstract OutcomeMeasure<?> measure();

    /** A random family of the kind that the measure is about; {@link Families#any} does for most. */
    protected abstract Family family(RandomGenerator random);

    /** The period that figures are about; the families should have records in and around it. */
    protected Period period() {
        return Period.parse("2015/16");
    }

    @Test
    void emptyStateIsTheIdentityOfMerge() {
        eachCouncil(MeasureLaws::emptyStateIsTheIdentityOfMerge);
    }

    @Test
    void anySplitOrderAndGroupingGivesTheSameFigures() {
        eachCouncil(MeasureLaws::anySplitOrderAndGroupingGivesTheSameFigures);
    }

    @Test
    void familiesMayFollowAMerge() {
        eachCouncil(MeasureLaws::familiesMayFollowAMerge);
    }

    @Test
    void finishIsPure() {
        eachCouncil(MeasureLaws::finishIsPure);
    }

    @Test
    void statesShareNothing() {
        eachCouncil(MeasureLaws::statesShareNothing);
    }

    @Test
    void stateThatIsWrittenAndReadIsTheSame() {
        eachCouncil(MeasureLaws::stateThatIsWrittenAndReadIsTheSame);
    }

    @Test
    void explanationAgreesWithTheFiguresFamilyByFamily() {
        eachCouncil(MeasureLaws::explanationAgreesWithTheFiguresFamilyByFamily);
    }

    @Test
    void familyWithoutRecordsChangesNoNumerator() {
        eachCouncil(MeasureLaws::familyWithoutRecordsChangesNoNumerator);
    }

    @Test
    void figuresHaveNamesOfTheirOwnABaseAndASource() {
        eachCouncil(MeasureLaws::figuresHaveNamesOfTheirOwnABaseAndASource);
    }

    @Test
    void everyPartOfTheWholeHasTheSameFigures() {
        eachCouncil(MeasureLaws::everyPartOfTheWholeHasTheSameFigures);
    }

    private void eachCouncil(Consumer<MeasureLaws<?>> law) {
        Long chosen = Long.getLong(SEED);
        long[] seeds = chosen == null ? LongStream.range(0, COUNCILS).toArray() : new long[] {chosen};
        for (long seed : seeds) {
            OutcomeMeasure<?> measure = measure();
            try {
                law.accept(laws(measure, seed));
            } catch (AssertionError e) {
                throw broken(seed, e.getMessage(), e);
            } catch (RuntimeException | Error e) {
                throw broken(seed, MeasureLaws.thrownBy(measure, e), e);
            }
        }
    }

    private static AssertionError broken(long seed, @Nullable String law, Throwable cause) {
        return new AssertionError("seed " + seed + ": " + law + " (-D" + SEED + "=" + seed + " tries it alone)", cause);
    }

    private <S> MeasureLaws<S> laws(OutcomeMeasure<S> measure, long seed) {
        return new MeasureLaws<>(
                measure, councils.computeIfAbsent(seed, this::council), period(), new SplittableRandom(seed));
    }

    /** Random families and, last, one that nothing is recorded of. */
    private CaseStore council(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        List<Family> families = new ArrayList<>();
        int most = seed == LARGE ? FAMILIES_OF_LARGE : 1 + random.nextInt(MOST_FAMILIES);
        while (families.size() < most) {
            families.add(family(random));
        }
        families.add(Family.family(MeasureLaws.WITHOUT_RECORDS));
        String[] optional = DataFormat.CURRENT.tables().stream()
                .filter(table -> !table.required())
                .map(TableFormat::name)
                .toArray(String[]::new);
        Council council = Council.of(families);
        return switch ((int) Math.floorMod(seed, 3L)) {
            case 0 -> council.having(optional).store();
            case 1 -> council.store();
            default -> council.without(optional).store();
        };
    }
}
