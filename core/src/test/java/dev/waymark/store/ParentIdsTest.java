package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the place of a text in a list. */
class ParentIdsTest {

    private static final int ROWS = 600;

    private static TextColumn column(List<String> texts) {
        TextColumn column = new TextColumn();
        for (String text : texts) {
            byte[] bytes = RandomTexts.utf8(text);
            column.add(bytes, 0, bytes.length);
        }
        return column;
    }

    private static int find(ParentIds ids, String text, int likely) {
        byte[] bytes = RandomTexts.utf8("<" + text + ">");
        return ids.find(bytes, 1, bytes.length - 1, likely);
    }

    private static List<String> different(RandomTexts texts) {
        Set<String> all = new HashSet<>();
        while (all.size() < ROWS) {
            all.add(texts.next(1, 12));
        }
        List<String> inOrder = new ArrayList<>(all);
        inOrder.sort(Comparator.<String>comparingInt(text -> RandomTexts.utf8(text).length)
                .thenComparing(RandomTexts::utf8, Arrays::compareUnsigned));
        return inOrder;
    }

    // 75 rows are sought by their order before there is an index, so that all ways are gone: near, by order, by index
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void rowsAreFoundWhereverTheyAreLookedForFirst(long seed) {
        RandomTexts texts = RandomTexts.seeded(seed);
        List<String> ascending = different(texts);
        List<Integer> kept = new ArrayList<>(IntStream.range(0, ROWS)
                .filter(row -> texts.random().nextInt(9) > 0)
                .boxed()
                .toList());
        List<Integer> order = new ArrayList<>(kept);
        if (seed > 1) {
            Collections.shuffle(order, texts.random());
        }
        TextColumn column = column(ascending);
        assertThat(column.ascends()).isTrue();
        column.arrange(order.stream().mapToInt(row -> row).toArray());
        ParentIds ids =
                ParentIds.of(column, kept.stream().mapToInt(order::indexOf).toArray());
        List<Integer> asked = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
        Collections.shuffle(asked, texts.random());

        for (int row : asked) {
            int likely = texts.random().nextInt(order.size() + 1);
            assertThat(find(ids, ascending.get(row), likely)).isEqualTo(order.indexOf(row));
        }
        for (int place = 0; place < order.size(); place++) {
            for (int likely = Math.max(0, place - 10); likely <= Math.min(order.size(), place + 10); likely++) {
                assertThat(find(ids, ascending.get(order.get(place)), likely)).isEqualTo(place);
            }
        }
        assertThat(find(ids, "", 0)).isEqualTo(-1);
    }

    @Test
    void idsAscendByLengthAndThenByCodePoint() {
        assertThat(column(List.of()).ascends()).isTrue();
        assertThat(column(List.of("7")).ascends()).isTrue();
        assertThat(column(List.of("8", "9", "10", "11", "100")).ascends()).isTrue();
        assertThat(column(List.of("b", "c", "\u00E9", "aaa", "\uFFFD", "\uD83D\uDE00"))
                        .ascends())
                .isTrue();
        assertThat(column(List.of("8", "8")).ascends()).isFalse();
        assertThat(column(List.of("10", "9")).ascends()).isFalse();
        assertThat(column(List.of("8", "10", "9")).ascends()).isFalse();
        assertThat(column(List.of("aaaa", "zzz")).ascends()).isFalse();
        assertThat(column(List.of("\u00E9", "b")).ascends()).isFalse();
    }

    @Test
    void aTableWithoutIdsHasNone() {
        assertThat(find(ParentIds.NONE, "1", 0)).isEqualTo(-1);
    }
}
