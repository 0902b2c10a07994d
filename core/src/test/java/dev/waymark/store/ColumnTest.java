package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.data.TextOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of column beside an {@link ArrayList} to which the same is done. */
class ColumnTest {

    /** A kind of column and how the test fills and reads it. */
    private record Kind<C extends Column, V>(
            String name,
            Supplier<C> column,
            Function<RandomTexts, V> value,
            BiConsumer<C, V> add,
            BiFunction<C, Integer, V> get,
            Comparator<V> order) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Kind<?, ?>> kinds() {
        return List.of(
                new Kind<IntColumn, Integer>(
                        "ints",
                        IntColumn::new,
                        texts -> texts.random().nextInt(),
                        IntColumn::add,
                        IntColumn::get,
                        Comparator.naturalOrder()),
                new Kind<LongColumn, Long>(
                        "longs",
                        LongColumn::new,
                        texts -> texts.random().nextLong(),
                        LongColumn::add,
                        LongColumn::get,
                        Comparator.naturalOrder()),
                new Kind<ByteColumn, Byte>(
                        "bytes",
                        () -> new ByteColumn(1),
                        texts -> (byte) texts.random().nextInt(),
                        ByteColumn::add,
                        ByteColumn::get,
                        Comparator.naturalOrder()),
                new Kind<ByteColumn, List<Byte>>(
                        "bytes, three a row",
                        () -> new ByteColumn(3),
                        texts -> List.of(
                                (byte) texts.random().nextInt(),
                                (byte) texts.random().nextInt(),
                                (byte) texts.random().nextInt()),
                        (column, values) -> column.add(new byte[] {values.get(0), values.get(1), values.get(2)}),
                        (column, row) -> List.of(column.get(row, 0), column.get(row, 1), column.get(row, 2)),
                        Comparator.comparing(values -> values.get(0))),
                new Kind<TextColumn, String>(
                        "texts",
                        TextColumn::new,
                        texts -> texts.next(0, 5),
                        (column, text) -> {
                            byte[] bytes = RandomTexts.utf8("<" + text + ">");
                            column.add(bytes, 1, bytes.length - 1);
                        },
                        TextColumn::get,
                        TextOrder.A_TO_Z));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <C extends Column, V> void aColumnKeepsWhatAListKeeps(Kind<C, V> kind) {
        RandomTexts texts = RandomTexts.seeded(36);
        for (int round = 0; round < 40; round++) {
            int rows = round < 3 ? round : texts.random().nextInt(500);
            C column = kind.column().get();
            List<V> list = new ArrayList<>();
            fill(kind, column, list, rows, texts);
            assertSame(kind, column, list);

            C more = kind.column().get();
            fill(kind, more, list, texts.random().nextInt(300), texts);
            column.append(more);
            assertSame(kind, column, list);

            int[] order = someOf(list.size(), texts.random());
            List<V> arranged = new ArrayList<>();
            Arrays.stream(order).forEach(row -> arranged.add(list.get(row)));
            column.arrange(order);
            assertSame(kind, column, arranged);

            column.trim();
            assertSame(kind, column, arranged);
            fill(kind, column, arranged, 5, texts);
            assertSame(kind, column, arranged);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <C extends Column, V> void aColumnOrdersItsRowsByTheirValues(Kind<C, V> kind) {
        RandomTexts texts = RandomTexts.seeded(37);
        C column = kind.column().get();
        List<V> list = new ArrayList<>();
        fill(kind, column, list, 2_000, texts);
        for (int i = 0; i < 20_000; i++) {
            int left = texts.random().nextInt(2_000);
            int right = texts.random().nextInt(2_000);
            assertThat(Integer.signum(column.compare(left, right)))
                    .isEqualTo(Integer.signum(kind.order().compare(list.get(left), list.get(right))));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <C extends Column, V> void aTrimmedColumnTakesNoMoreMemoryThanItsValues(Kind<C, V> kind) {
        RandomTexts texts = RandomTexts.seeded(38);
        C column = kind.column().get();
        List<V> list = new ArrayList<>();
        fill(kind, column, list, 1_000, texts);

        column.trim();

        long expected = list.stream()
                .mapToLong(value -> {
                    if (value instanceof String text) {
                        // its UTF-8 and where it ends
                        return RandomTexts.utf8(text).length + 4;
                    }
                    return value instanceof Integer ? 4 : value instanceof Long ? 8 : value instanceof Byte ? 1 : 3;
                })
                .sum();
        assertThat(column.bytes()).isEqualTo(expected);
    }

    private static <C extends Column, V> void fill(
            Kind<C, V> kind, C column, List<V> list, int rows, RandomTexts texts) {
        for (int row = 0; row < rows; row++) {
            V value = kind.value().apply(texts);
            kind.add().accept(column, value);
            list.add(value);
        }
    }

    private static <C extends Column, V> void assertSame(Kind<C, V> kind, C column, List<V> list) {
        List<V> values = new ArrayList<>();
        for (int row = 0; row < list.size(); row++) {
            values.add(kind.get().apply(column, row));
        }
        assertThat(values).isEqualTo(list);
    }

    /** Some of the rows, in any order. */
    private static int[] someOf(int rows, Random random) {
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            if (random.nextInt(4) > 0) {
                order.add(row);
            }
        }
        Collections.shuffle(order, random);
        return order.stream().mapToInt(row -> row).toArray();
    }
}
