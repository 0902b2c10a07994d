package dev.waymark.store;

import dev.waymark.data.Contradiction;
import dev.waymark.data.Rejection;
import dev.waymark.data.RejectionCode;
import dev.waymark.data.RowReader;
import dev.waymark.data.TableFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Judges the rows of a table against each other (duplicates, contradictions) and puts the accepted ones in their order.
 *
 * <p>Rows of one owner are brought together by counting, then ordered by the format's columns. Rows of one identity are
 * neighbours then, in the order of their lines, so that finding duplicates needs no table of all identities.
 */
final class Settlement {

    private static final int SMALL_GROUP = 40;

    private final TablePart part;
    private final StoredTable table;
    private final TableFormat format;
    private final Rule[] rules;
    private final BitSet rejected = new BitSet();
    private final Column[] order;

    private Settlement(TablePart part, Optional<StoredTable> individuals) {
        this.part = part;
        this.table = part.table;
        this.format = table.format();
        this.rules = format.contradictions().stream()
                .map(rule -> new Rule(rule, table, individuals))
                .toArray(Rule[]::new);
        this.order = format.order().stream().map(table::column).toArray(Column[]::new);
    }

    /**
     * Settles a table.
     *
     * @param part all rows that stand by themselves; its table is finished afterwards, its rejections complete
     * @param owners how many rows the table of the owners has; 0 where rows have no owner
     * @param individuals the finished table of individuals, for rules that look at the person a row names
     * @return the ids of the accepted rows; those of a table without ids find nothing
     */
    static ParentIds settle(TablePart part, int owners, Optional<StoredTable> individuals) {
        return new Settlement(part, individuals).settle(owners);
    }

    private ParentIds settle(int owners) {
        table.settleDictionaries();
        Optional<TextColumn> ids = format.ownId().map(id -> (TextColumn) table.column(id));
        Optional<TextIndex> index = ids.filter(column -> !column.ascends()).map(TextIndex::new);
        if (index.isPresent()) {
            judgeById(index.get());
        } else if (ids.isPresent()) {
            judgeEach();
        }
        int[] arranged = format.owner().isPresent()
                ? byOwner((IntColumn) table.column(format.owner().get()), owners)
                : everyRow();
        if (ids.isEmpty() && !format.identity().isEmpty()) {
            judgeNeighbours(arranged);
        }
        int[] accepted = rejected.isEmpty()
                ? arranged
                : Arrays.stream(arranged).filter(row -> !rejected.get(row)).toArray();
        for (int i = 0; i < part.lostValues.size(); i++) {
            if (!rejected.get(part.rowsOfLostValues.get(i))) {
                part.rejections.add(part.lostValues.get(i));
            }
        }
        part.unusedScores.removeIf(v -> rejected.get(v.row()));
        int[] starts = format.owner().isPresent()
                ? starts(accepted, (IntColumn) table.column(format.owner().get()), owners)
                : new int[0];
        int[] places = ids.isPresent() ? places(accepted) : new int[0];
        table.arrange(accepted, starts);
        if (ids.isEmpty()) {
            return ParentIds.NONE;
        }
        if (index.isEmpty()) {
            int[] inOrder = rejected.isEmpty()
                    ? places
                    : Arrays.stream(places).filter(place -> place >= 0).toArray();
            return ParentIds.of(ids.get(), inOrder);
        }
        index.get().moved(places);
        return ParentIds.of(ids.get(), index.get());
    }

    /** The place of each row among the accepted ones; -1 for one that is rejected. */
    private int[] places(int[] accepted) {
        int[] places = new int[table.rows()];
        Arrays.fill(places, -1);
        for (int place = 0; place < accepted.length; place++) {
            places[accepted[place]] = place;
        }
        return places;
    }

    private int[] everyRow() {
        int[] rows = new int[table.rows()];
        Arrays.setAll(rows, row -> row);
        return rows;
    }

    /** Where no two rows have one id. */
    private void judgeEach() {
        for (int row = 0; row < table.rows(); row++) {
            Optional<Contradiction> broken = brokenBy(row);
            if (broken.isPresent()) {
                rejectContradiction(row, broken.get());
            }
        }
    }

    private void judgeById(TextIndex ids) {
        for (int row = 0; row < table.rows(); row++) {
            Optional<Contradiction> broken = brokenBy(row);
            boolean isDuplicate = broken.isPresent() ? ids.has(row) : !ids.add(row);
            if (isDuplicate) {
                rejectDuplicate(row);
            } else if (broken.isPresent()) {
                rejectContradiction(row, broken.get());
            }
        }
    }

    private void judgeNeighbours(int[] arranged) {
        int owner = format.owner().orElseThrow();
        boolean accepted = false;
        for (int i = 0; i < arranged.length; i++) {
            int row = arranged[i];
            boolean same = i > 0
                    && table.column(owner).compare(arranged[i - 1], row) == 0
                    && compare(arranged[i - 1], row) == 0;
            if (same && accepted) {
                rejectDuplicate(row);
            } else {
                Optional<Contradiction> broken = brokenBy(row);
                accepted = broken.isEmpty();
                if (!accepted) {
                    rejectContradiction(row, broken.get());
                }
            }
        }
    }

    private void rejectDuplicate(int row) {
        reject(row, format.identity().get(0), RejectionCode.DUPLICATE, format.notTwice());
    }

    /** The first rule that a row breaks by itself. */
    private Optional<Contradiction> brokenBy(int row) {
        for (Rule rule : rules) {
            if (rule.isBroken(row)) {
                return rule.contradiction;
            }
        }
        return Optional.empty();
    }

    private void rejectContradiction(int row, Contradiction broken) {
        reject(row, broken.column(), RejectionCode.CONTRADICTION, broken.expected());
    }

    private void reject(int row, String column, RejectionCode code, String expected) {
        rejected.set(row);
        part.rejections.add(new Rejection(format.name(), part.lines.get(row), Optional.of(column), code, expected));
    }

    /** A rule between values, with the columns it looks at. */
    private static final class Rule {
        private final Optional<Contradiction> contradiction;
        private final Contradiction.Rule kind;
        private final int days;
        private final IntColumn value;
        private final IntColumn other;
        private final IntColumn ofPerson;

        private Rule(Contradiction rule, StoredTable table, Optional<StoredTable> individuals) {
            contradiction = Optional.of(rule);
            kind = rule.rule();
            days = rule.days();
            value = table.ints(rule.column());
            switch (kind) {
                case NOT_BEFORE, NOT_OVER -> {
                    other = table.ints(rule.other());
                    ofPerson = other;
                }
                case SAME_FAMILY -> {
                    other = table.ints("family_id");
                    ofPerson = individuals.orElseThrow().ints("family_id");
                }
                case NOT_BEFORE_BIRTH -> {
                    other = table.ints("individual_id");
                    ofPerson = individuals.orElseThrow().ints("birth_date");
                }
                default -> throw new IllegalStateException(kind.name());
            }
        }

        private boolean isBroken(int row) {
            int at = value.get(row);
            int against = other.get(row);
            return switch (kind) {
                case NOT_BEFORE -> at != RowReader.NONE && at < against;
                case NOT_OVER -> at > against;
                case SAME_FAMILY -> at >= 0 && ofPerson.get(at) != against;
                case NOT_BEFORE_BIRTH -> {
                    int born = against < 0 ? RowReader.NONE : ofPerson.get(against);
                    yield born != RowReader.NONE && at < born - days;
                }
            };
        }
    }

    private int compare(int left, int right) {
        for (Column column : order) {
            int compared = column.compare(left, right);
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private int[] byOwner(IntColumn owner, int owners) {
        int rows = table.rows();
        boolean inOrder = true;
        for (int row = 1; row < rows && inOrder; row++) {
            int step = Integer.compare(owner.get(row - 1), owner.get(row));
            inOrder = step < 0 || (step == 0 && compare(row - 1, row) <= 0);
        }
        if (inOrder) {
            return everyRow();
        }
        int[] next = new int[owners + 1];
        for (int row = 0; row < rows; row++) {
            next[owner.get(row) + 1]++;
        }
        for (int o = 0; o < owners; o++) {
            next[o + 1] += next[o];
        }
        int[] arranged = new int[rows];
        for (int row = 0; row < rows; row++) {
            arranged[next[owner.get(row)]++] = row;
        }
        int start = 0;
        for (int o = 0; o < owners; o++) {
            sort(arranged, start, next[o]);
            start = next[o];
        }
        return arranged;
    }

    private void sort(int[] rows, int from, int to) {
        if (to - from > SMALL_GROUP) {
            List<Integer> boxed = new ArrayList<>();
            for (int i = from; i < to; i++) {
                boxed.add(rows[i]);
            }
            boxed.sort(this::compare);
            for (int i = from; i < to; i++) {
                rows[i] = boxed.get(i - from);
            }
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int row = rows[i];
            int place = i;
            while (place > from && compare(rows[place - 1], row) > 0) {
                rows[place] = rows[place - 1];
                place--;
            }
            rows[place] = row;
        }
    }

    private static int[] starts(int[] accepted, IntColumn owner, int owners) {
        int[] starts = new int[owners + 1];
        for (int row : accepted) {
            starts[owner.get(row) + 1]++;
        }
        for (int o = 0; o < owners; o++) {
            starts[o + 1] += starts[o];
        }
        return starts;
    }
}
