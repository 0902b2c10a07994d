package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextIndexTest {

    private static int find(TextIndex index, String text) {
        byte[] bytes = RandomTexts.utf8("<" + text + ">");
        return index.find(bytes, 1, bytes.length - 1);
    }

    private static void add(TextColumn column, String text) {
        byte[] bytes = RandomTexts.utf8(text);
        column.add(bytes, 0, bytes.length);
    }

    /** A map as it would be with {@link HashMap}: the first row of each text, of the rows that were put in. */
    @Test
    void theFirstRowPutInWithATextIsFound() {
        RandomTexts texts = RandomTexts.seeded(33);
        TextColumn column = new TextColumn();
        TextIndex index = new TextIndex(column);
        Map<String, Integer> rows = new HashMap<>();
        List<String> all = new ArrayList<>();

        for (int row = 0; row < 50_000; row++) {
            // from short ones, of which most stand there already, to long ones
            String text = texts.next(0, 1 + row % 6);
            all.add(text);
            add(column, text);
            assertThat(index.has(row)).isEqualTo(rows.containsKey(text));
            if (texts.random().nextInt(4) > 0) {
                assertThat(index.add(row)).isEqualTo(rows.putIfAbsent(text, row) == null);
            }
        }
        for (String text : all) {
            assertThat(find(index, text)).isEqualTo(rows.getOrDefault(text, -1));
        }
        for (int i = 0; i < 10_000; i++) {
            String text = texts.next(0, 7);
            assertThat(find(index, text)).isEqualTo(rows.getOrDefault(text, -1));
        }
    }

    @Test
    void anIndexOfAFullColumnFindsWhatOneThatGrewFinds() {
        RandomTexts texts = RandomTexts.seeded(34);
        TextColumn column = new TextColumn();
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < 3_000; row++) {
            String text = texts.next(1, 4);
            add(column, text);
            rows.putIfAbsent(text, row);
        }
        TextIndex index = new TextIndex(column);
        for (int row = 0; row < 3_000; row++) {
            index.add(row);
        }

        rows.forEach((text, row) -> assertThat(find(index, text)).isEqualTo(row));
    }

    @Test
    void rowsAreFoundAtTheirNewPlaces() {
        RandomTexts texts = RandomTexts.seeded(35);
        TextColumn column = new TextColumn();
        List<String> all = new ArrayList<>();
        for (int row = 0; row < 1_000; row++) {
            all.add(row + "." + texts.next(0, 3));
            add(column, all.get(row));
        }
        TextIndex index = new TextIndex(column);
        List<Integer> kept = new ArrayList<>();
        for (int row = 0; row < 1_000; row++) {
            if (texts.random().nextInt(5) > 0) {
                index.add(row);
                kept.add(row);
            }
        }
        Collections.shuffle(kept, texts.random());
        int[] places = new int[1_000];
        for (int place = 0; place < kept.size(); place++) {
            places[kept.get(place)] = place;
        }

        column.arrange(kept.stream().mapToInt(row -> row).toArray());
        index.moved(places);

        for (int row = 0; row < 1_000; row++) {
            assertThat(find(index, all.get(row))).isEqualTo(kept.indexOf(row));
        }
    }

    @Test
    void anEmptyIndexFindsNothing() {
        assertThat(find(new TextIndex(new TextColumn()), "a")).isEqualTo(-1);
        assertThat(find(new TextIndex(new TextColumn()), "")).isEqualTo(-1);
    }
}
