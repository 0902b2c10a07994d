package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What many rejections take: an extract that is wrong throughout has as many of them as rows. */
class RejectionsTest {

    private static final int ROWS = 500;

    /** Rows with one field of two, and between them rows without an id, each for itself. */
    private static List<Rejection> ofBadRows() {
        String[] rows = IntStream.range(0, ROWS)
                .mapToObj(i -> i % 2 == 0 ? "F" + i : ",District " + i)
                .toArray(String[]::new);
        return new ElevenTables()
                .table("families", "family_id,district", rows)
                .read()
                .quality()
                .rejected()
                .subList(0, ROWS);
    }

    private static <T> Set<T> same(List<Rejection> rejections, Function<Rejection, T> part) {
        return rejections.stream()
                .map(part)
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
    }

    @Test
    void whatIsTheSameInManyIsHeldOnce() {
        List<Rejection> rejections = ofBadRows();

        assertThat(rejections)
                .extracting(Rejection::line)
                .containsExactly(IntStream.range(0, ROWS).mapToObj(i -> i + 2L).toArray(Long[]::new));
        assertThat(same(rejections, Rejection::table)).hasSize(1);
        assertThat(same(rejections, Rejection::column)).hasSize(2);
        assertThat(same(rejections, Rejection::expected)).containsExactlyInAnyOrder("2 fields", "a text");
    }

    @Test
    void noRejectionIsHeldAsAnObject() {
        List<Rejection> rejections = ofBadRows();

        assertThat(rejections.get(7))
                .isEqualTo(new Rejection("families", 9, Optional.of("family_id"), RejectionCode.MISSING, "a text"))
                .isNotSameAs(rejections.get(7));
    }

    @Test
    void aReportOfTheSameDataHoldsNoSecondList() {
        List<Rejection> rejections =
                new ElevenTables().rows("families", "3").read().quality().rejected();

        assertThat(new DataQuality(Map.of(), rejections, List.of()).rejected()).isSameAs(rejections);
    }

    @Test
    void nobodyChangesTheList() {
        Rejection one = new Rejection("families", 2, Optional.empty(), RejectionCode.MALFORMED, "2 fields");
        Rejections rejections = new Rejections();
        rejections.add(one);
        List<Rejection> list = rejections.toList();

        rejections.add(one);
        rejections.addToEachLine(1);

        assertThat(list).containsExactly(one);
        assertThatThrownBy(() -> list.set(0, one)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> list.add(one)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void thoseOfAnotherPartComeBehindAsTheyAre() {
        Rejection row = new Rejection("families", 2, Optional.empty(), RejectionCode.MALFORMED, "2 fields");
        Rejection id = new Rejection("families", 3, Optional.of("family_id"), RejectionCode.MISSING, "a text");
        Rejections first = new Rejections();
        first.add(row);
        first.add(id);
        Rejections next = new Rejections();
        next.add(id);
        next.add(row);
        next.addToEachLine(10);

        first.addAll(next);

        assertThat(first.toList()).containsExactly(row, id, id.atLine(13), row.atLine(12));
    }
}
