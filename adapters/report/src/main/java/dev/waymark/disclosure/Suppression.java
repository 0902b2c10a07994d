package dev.waymark.disclosure;

import dev.waymark.figure.Count;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Mean;
import dev.waymark.figure.Percentage;
import dev.waymark.figure.Points;
import dev.waymark.figure.Pounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which figures of a report are suppressed, and why.
 *
 * <p>First every figure that gives away a number which the policy does not show (primary). Then, for as long as
 * somebody who knows the relations between the figures could work such a number out, or a figure that is suppressed
 * already, the number that is the least loss of those from which it follows (secondary). It ends, because each step
 * suppresses one more figure, or takes back one more mark. Exact numbers are attacked by equations and by bounds,
 * rounded ones by bounds alone. The marks themselves tell something: where 5 is the highest that is suppressed, five
 * counts marked primary under a total that is marked primary too can only be five times 1, and two that are 7 together
 * are 1 and 6 if only one of them is marked primary. Where such a mark would give a number away, the figure is marked
 * secondary, which it is as well. <b>Threads:</b> one at a time.
 */
final class Suppression {

    /** Why a figure is suppressed. */
    enum Cause {
        /** It gives away a number that the policy does not show. */
        PRIMARY,
        /** Such a number could be worked out from it. */
        SECONDARY
    }

    /** With this many in the base every tenth can be the mean, so that a mean does not say how many there are. */
    private static final int TENTHS = 10;

    private static final int LOSS_OF_A_WHOLE = 4;
    private static final int LOSS_OF_A_STATE = 20;
    private static final int LOSS_OF_A_NUMBER = 10;
    private static final int LOSS_OF_A_ZERO = 40;

    private final ReportNumbers numbers;
    private final DisclosurePolicy policy;
    private final BitSet primary = new BitSet();
    private final BitSet secondary = new BitSet();
    private final int[] shownBy;

    /** What bounds numbers by each other, equations and inequalities. */
    private final Equations bounding;

    /** For each figure the sets of numbers that must not all be known once it is suppressed. */
    private final List<List<int[]>> keys;

    /** Numbers of which no mark says any more that they are small. */
    private final BitSet veiled = new BitSet();

    /** The equations as they were solved last; null before that. */
    private @Nullable Elimination elimination;

    private Suppression(ReportNumbers numbers, DisclosurePolicy policy) {
        this.numbers = numbers;
        this.policy = policy;
        this.shownBy = IntStream.range(0, numbers.count())
                .map(number -> numbers.figuresOf(number).length)
                .toArray();
        this.bounding = new Equations(
                Stream.concat(numbers.equations().stream(), numbers.inequalities().stream())
                        .toList(),
                numbers.count());
        this.keys = IntStream.range(0, numbers.figures().size())
                .mapToObj(figure -> keys(figure).toList())
                .toList();
    }

    /** For each figure the cause for which it is suppressed; empty for those that are shown. */
    static List<Optional<Cause>> of(ReportNumbers numbers, DisclosurePolicy policy) {
        Suppression suppression = new Suppression(numbers, policy);
        suppression.suppressPrimary();
        suppression.suppressSecondary();
        return IntStream.range(0, numbers.figures().size())
                .mapToObj(suppression::cause)
                .toList();
    }

    // --- what must not be seen

    private boolean isSecret(int number) {
        return isProtected(number) && policy.suppresses(numbers.value(number));
    }

    private boolean isProtected(int number) {
        return numbers.isOfPeople(number) && (policy.complements() || !numbers.isOnlyComplement(number));
    }

    private boolean givesSecret(int figure) {
        return Arrays.stream(numbers.numbersOf(figure)).anyMatch(this::isSecret);
    }

    /** Whether a mark says that the number is not small: a figure is secondary, and gives no small number. */
    private boolean isMarkedNotSmall(int number) {
        return isProtected(number)
                && !isSecret(number)
                && Arrays.stream(numbers.figuresOf(number))
                        .anyMatch(figure -> secondary.get(figure) && !givesSecret(figure));
    }

    /** Whether a count that is shown is in the lowest class of the rounding: sums of others must not undo that. */
    private boolean isSmallAndRounded(int number) {
        long value = numbers.value(number);
        return numbers.isOfPeople(number)
                && numbers.isWrittenDown(number)
                && value > 0
                && policy.rounding().filter(rounding -> value <= rounding.to()).isPresent();
    }

    private void suppressPrimary() {
        for (int f = 0; f < numbers.figures().size(); f++) {
            Figure figure = numbers.figures().get(f);
            if (givesSecret(f) || isMeanOfFew(figure)) {
                suppress(f, Cause.PRIMARY);
            } else if (figure instanceof Pounds && policy.rounding().isPresent() && restsOnSome(f)) {
                suppress(f, Cause.SECONDARY);
            }
        }
    }

    private boolean isMeanOfFew(Figure figure) {
        return figure instanceof Mean mean
                && mean.status().isValue()
                && policy.rounding()
                        .filter(rounding ->
                                rounding.highestLike(mean.sums().orElseThrow().n()) <= TENTHS)
                        .isPresent();
    }

    private boolean restsOnSome(int figure) {
        return Arrays.stream(numbers.numbersOf(figure)).anyMatch(number -> numbers.value(number) != 0);
    }

    /** The sets of numbers of which a figure's value follows: whoever knows all numbers of one set knows it. */
    private Stream<int[]> keys(int f) {
        Figure figure = numbers.figures().get(f);
        if (figure instanceof Count) {
            return key(f, Part.COUNT);
        }
        if (figure instanceof Percentage) {
            return Stream.of(
                            key(f, Part.NUMERATOR, Part.DENOMINATOR),
                            keyOfZero(f, Part.NUMERATOR),
                            keyOfZero(f, Part.COMPLEMENT))
                    .flatMap(keys -> keys);
        }
        if (figure instanceof Mean) {
            return Stream.concat(key(f, Part.SUM, Part.DENOMINATOR), keyOfZero(f, Part.SUM));
        }
        if (figure instanceof Points) {
            return key(f, Part.AT_FIRST, Part.AT_LAST, Part.DENOMINATOR);
        }
        return Stream.of(numbers.numbersOf(f)).filter(key -> key.length > 0);
    }

    private Stream<int[]> key(int figure, Part... parts) {
        int[] key = Arrays.stream(parts)
                .flatMap(part -> numbers.number(figure, part).stream())
                .mapToInt(number -> number)
                .toArray();
        return key.length == 0 ? Stream.empty() : Stream.of(key);
    }

    /** Nothing of any base is 0 %, and a base of which nothing is left out is 100 %. */
    private Stream<int[]> keyOfZero(int figure, Part part) {
        return numbers.number(figure, part).stream()
                .filter(number -> numbers.value(number) == 0)
                .map(number -> new int[] {number});
    }

    // --- suppressing

    private boolean isSuppressed(int figure) {
        return primary.get(figure) || secondary.get(figure);
    }

    private Optional<Cause> cause(int figure) {
        return primary.get(figure)
                ? Optional.of(Cause.PRIMARY)
                : secondary.get(figure) ? Optional.of(Cause.SECONDARY) : Optional.empty();
    }

    private boolean isShown(int number) {
        return shownBy[number] > 0;
    }

    private void suppress(int figure, Cause cause) {
        if (!isSuppressed(figure)) {
            (cause == Cause.PRIMARY ? primary : secondary).set(figure);
            for (int number : numbers.numbersOf(figure)) {
                shownBy[number]--;
            }
        }
    }

    private void hide(int number) {
        for (int figure : numbers.figuresOf(number)) {
            suppress(figure, Cause.SECONDARY);
        }
    }

    /** What readers lose when a number is hidden: all figures that still give it, those of a whole report above all. */
    private long loss(int number) {
        long loss = 0;
        for (int f : numbers.figuresOf(number)) {
            if (!isSuppressed(f)) {
                Figure figure = numbers.figures().get(f);
                long value = numbers.value(number);
                int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.abs(value));
                loss += (ReportNumbers.isOfStratum(figure) ? 1L : LOSS_OF_A_WHOLE)
                        * (figure.status().isValue() ? 1L : LOSS_OF_A_STATE)
                        * (value == 0 ? LOSS_OF_A_ZERO : LOSS_OF_A_NUMBER + bits);
            }
        }
        return loss;
    }

    private Optional<Integer> leastLoss(IntStream candidates) {
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int number : candidates.filter(this::isShown).distinct().sorted().toArray()) {
            long loss = loss(number);
            if (loss < least) {
                least = loss;
                best = number;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    // --- what could be worked out

    private void suppressSecondary() {
        boolean more;
        do {
            more = policy.rounding().isEmpty() && (hideWhatDetermines() || hideWhatWeighs());
            if (!more) {
                more = hideWhatBounds() || veilWhatMarksTell();
            }
        } while (more);
    }

    private BitSet hiddenNumbers() {
        BitSet hidden = new BitSet();
        for (int number = 0; number < shownBy.length; number++) {
            hidden.set(number, numbers.figuresOf(number).length > 0 && !isShown(number));
        }
        return hidden;
    }

    /** The sets of numbers of which not all may be known. */
    private List<int[]> secrets(BitSet hidden) {
        List<int[]> secrets = new ArrayList<>();
        hidden.stream().filter(this::isSecret).forEach(number -> secrets.add(new int[] {number}));
        for (int figure = 0; figure < numbers.figures().size(); figure++) {
            if (isSuppressed(figure)) {
                secrets.addAll(keys.get(figure));
            }
        }
        return secrets;
    }

    /** Hides a number of each equation that determines what is hidden. Whether there was any. */
    private boolean hideWhatDetermines() {
        BitSet hidden = hiddenNumbers();
        Elimination solved = solved(hidden);
        boolean any = false;
        for (int[] secret : secrets(hidden)) {
            Set<Integer> sources = new LinkedHashSet<>();
            if (isDetermined(secret, hidden, solved, sources)
                    && sources.stream().allMatch(this::isShown)) {
                Optional<Integer> best = leastLoss(sources.stream().mapToInt(source -> source));
                best.ifPresent(this::hide);
                any |= best.isPresent();
            }
        }
        return any;
    }

    /**
     * The equations solved for what is hidden; those of the last time for as long as no number that has been hidden
     * since is determined. The derivations of that time are of no use any more: of each set of numbers that was known
     * then one has been hidden, if any could be, and a figure that has been suppressed since had all its numbers in
     * sight.
     */
    private Elimination solved(BitSet hidden) {
        if (elimination == null || !elimination.hides(hidden)) {
            elimination = Elimination.of(numbers.equations(), hidden);
        }
        return elimination;
    }

    /**
     * Hides one of the numbers that a weighted sum is compared with, such as the families with each need beside those
     * with so many needs: a sum and a weighted sum of a few small counts leave whole numbers so little room that often
     * one solution is left, which neither equations nor the bounds of one equation show. Whether there was any.
     */
    private boolean hideWhatWeighs() {
        boolean any = false;
        for (Equation equation : numbers.equations()) {
            if (equation.isWeighted()
                    && equation.numbers(true).anyMatch(number -> isSecret(number) && !isShown(number))
                    && equation.numbers(false).allMatch(this::isShown)) {
                Optional<Integer> least =
                        leastLoss(equation.numbers(false).filter(number -> numbers.value(number) != 0));
                least.ifPresent(this::hide);
                any |= least.isPresent();
            }
        }
        return any;
    }

    private static boolean isDetermined(int[] secret, BitSet hidden, Elimination elimination, Set<Integer> sources) {
        for (int number : secret) {
            if (hidden.get(number)) {
                Optional<int[]> derivation = elimination.derivation(number);
                if (derivation.isEmpty()) {
                    return false;
                }
                Arrays.stream(derivation.get()).forEach(sources::add);
            } else {
                sources.add(number);
            }
        }
        return true;
    }

    /**
     * Hides a number beside each that lies between such bounds that it can be only one, or takes back the mark that
     * says how small it is. Whether there was any.
     */
    private boolean hideWhatBounds() {
        Bounds bounds = bounds(false);
        BitSet changed = new BitSet();
        for (int[] secret : known(bounds)) {
            if (bounds.nearestCause(secret, changed::get).isEmpty()) {
                int[] causes = bounds.causes(secret);
                hideOne(causes).or(() -> veilMostHidden(causes)).ifPresent(changed::set);
            }
        }
        return !changed.isEmpty();
    }

    /**
     * Takes back a mark by each small number that follows for whoever takes those marked secondary for not small; where
     * there is none, hides a number beside it. Whether there was any. Of other numbers nothing is to be protected: that
     * a hidden one is 0 or large is no news of few families, and nobody can know it, as some that are secondary are
     * small.
     */
    private boolean veilWhatMarksTell() {
        Bounds bounds = bounds(true);
        BitSet changed = new BitSet();
        for (int[] secret : known(bounds)) {
            if (Arrays.stream(secret).anyMatch(this::isSecret)) {
                // the first mark among the causes that says that a number is small, if it was not taken back before now
                OptionalInt marked = bounds.nearestCause(
                        secret, cause -> isSecret(cause) && (!veiled.get(cause) || changed.get(cause)));
                if (marked.isPresent()) {
                    veil(marked.getAsInt());
                    changed.set(marked.getAsInt());
                } else if (bounds.nearestCause(secret, changed::get).isEmpty()) {
                    hideOne(bounds.causes(secret)).ifPresent(changed::set);
                }
            }
        }
        return !changed.isEmpty();
    }

    /** The sets of numbers of which not all may be known and all are. */
    private List<int[]> known(Bounds bounds) {
        bounds.tighten();
        List<int[]> secrets = secrets(hiddenNumbers());
        for (int number = 0; number < numbers.count(); number++) {
            if (isShown(number) && isSmallAndRounded(number)) {
                secrets.add(new int[] {number});
            }
        }
        secrets.removeIf(secret -> !Arrays.stream(secret).allMatch(bounds::isExact));
        return secrets;
    }

    private Optional<Integer> hideOne(int[] causes) {
        Optional<Integer> least = leastLoss(Arrays.stream(causes).filter(cause -> numbers.value(cause) != 0));
        least.ifPresent(this::hide);
        return least;
    }

    /**
     * Takes back a mark that says that a number is small: of the causes that of the number that the fewest figures
     * give.
     */
    private Optional<Integer> veilMostHidden(int[] causes) {
        Optional<Integer> mostHidden = Arrays.stream(causes)
                .boxed()
                .filter(cause -> isSecret(cause) && !veiled.get(cause))
                .min(Comparator.comparingInt((Integer cause) -> numbers.figuresOf(cause).length)
                        .thenComparing(Comparator.naturalOrder()));
        mostHidden.ifPresent(this::veil);
        return mostHidden;
    }

    /** Marks every figure that gives the number as secondary, so that no mark says that it is small. */
    private void veil(int number) {
        veiled.set(number);
        for (int figure : numbers.figuresOf(number)) {
            primary.clear(figure);
            secondary.set(figure);
        }
    }

    private Bounds bounds(boolean readsSecondary) {
        Bounds bounds = new Bounds(bounding);
        for (int number = 0; number < numbers.count(); number++) {
            long value = numbers.value(number);
            if (isShown(number) && (value == 0 || policy.rounding().isEmpty())) {
                bounds.narrow(number, value, value);
            } else if (isSecret(number) && !veiled.get(number)) {
                bounds.narrow(number, 1, policy.suppressUpTo());
            } else if (!numbers.isSigned(number)) {
                bounds.count(
                        number,
                        readsSecondary && isMarkedNotSmall(number) ? policy.suppressUpTo() + 1L : 1,
                        numbers.isOccurring(number));
            }
        }
        policy.rounding().ifPresent(rounding -> seeRounded(rounding, bounds));
        return bounds;
    }

    private void seeRounded(Rounding rounding, Bounds bounds) {
        for (int f = 0; f < numbers.figures().size(); f++) {
            if (!isSuppressed(f)) {
                Figure figure = numbers.figures().get(f);
                for (Part part : Part.values()) {
                    numbers.number(f, part)
                            .filter(number -> numbers.value(number) != 0 && !numbers.isSigned(number))
                            .ifPresent(number -> see(figure, part, number, rounding, bounds));
                }
            }
        }
    }

    /** What a figure that is shown with rounded numbers says of one of them. */
    private void see(Figure figure, Part part, int number, Rounding rounding, Bounds bounds) {
        long value = numbers.value(number);
        long least = policy.suppressUpTo() + 1L;
        if (part == Part.COMPLEMENT) {
            bounds.narrow(number, policy.complements() ? least : 0, Bounds.FAR);
        } else if (part == Part.SUM) {
            ((Mean) figure).sums().ifPresent(sums -> seeTenths(sums, number, bounds));
        } else {
            bounds.narrow(number, Math.max(rounding.lowestLike(value), least), rounding.highestLike(value));
        }
    }

    /**
     * What a mean to one decimal says of its sum to those who know its base. Nobody is told the base, but several means
     * over one base can be tried with each number of its class at once, which leaves little more room.
     */
    private static void seeTenths(Mean.Sums sums, int number, Bounds bounds) {
        long halfTenths = 2 * Release.tenths(sums);
        long values = Math.multiplyExact(sums.n(), sums.per());
        long from = Math.multiplyExact(halfTenths - 1, values);
        long to = Math.multiplyExact(halfTenths + 1, values);
        bounds.narrow(number, -Math.floorDiv(-from, 2L * TENTHS), Math.floorDiv(to, 2L * TENTHS));
    }
}
