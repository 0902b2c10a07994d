package dev.waymark.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A chart: the sentence that says what it shows, its base, its picture or pictures, and the table it was drawn from.
 *
 * @param id names it on the page
 * @param title what it shows
 * @param takeaway what a reader should take from it, in one sentence out of the data
 * @param base whose records count
 * @param key what the marks mean
 * @param pictures what is drawn: one, or small multiples of one kind
 * @param table every number behind it
 */
record Chart(String id, String title, String takeaway, String base, List<Key> key, List<Picture> pictures, Table table)
        implements Block {

    /** What rows are drawn by: a row without any of these has no mark. */
    private static final List<String> DRAWN = List.of("value", "percent", "first", "families");

    /** An entry of the key: the look of a mark and its meaning. */
    record Key(String mark, String meaning) {

        /** A number that stands in the picture for a name, where the page is too narrow for the name. */
        static Key numbered(int number, String meaning) {
            return new Key("number-" + number, meaning);
        }

        boolean isNumber() {
            return mark.startsWith("number-");
        }

        /** The number, if the mark is one. */
        String number() {
            return isNumber() ? mark.substring(mark.indexOf('-') + 1) : "";
        }

        String cssClass() {
            return isNumber() ? "mark-number" : "mark-" + mark;
        }
    }

    /**
     * One picture: a specification of the page and the data it draws.
     *
     * @param heading the name of one of several; empty for the only one
     * @param specification the specification's name, such as {@code bars}
     * @param data rows by the name of the data set in the specification
     * @param parameters values for the specification's parameters
     */
    record Picture(
            String heading, String specification, Map<String, List<Datum>> data, Map<String, Object> parameters) {

        static Picture of(String specification, List<Datum> rows) {
            return new Picture("", specification, Map.of("rows", rows), Map.of());
        }

        Picture headed(String text) {
            return new Picture(text, specification, data, parameters);
        }

        Picture with(String parameter, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(parameters);
            more.put(parameter, value);
            return new Picture(heading, specification, data, more);
        }

        Picture and(String name, List<Datum> rows) {
            Map<String, List<Datum>> more = new LinkedHashMap<>(data);
            more.put(name, rows);
            return new Picture(heading, specification, more, parameters);
        }

        private boolean isDrawn() {
            return data.getOrDefault("rows", List.of()).stream()
                    .anyMatch(row -> DRAWN.stream().anyMatch(row.values()::containsKey));
        }

        String json() {
            return PictureJson.of(this);
        }
    }

    /** One row of what is drawn: numbers and texts by name; what has no value is left out. */
    static final class Datum {
        private final Map<String, Object> values = new LinkedHashMap<>();

        Datum with(String name, Object value) {
            values.put(name, value);
            return this;
        }

        Datum with(String name, Optional<? extends Number> value) {
            value.ifPresent(number -> values.put(name, number));
            return this;
        }

        Map<String, Object> values() {
            return values;
        }
    }

    /** Whether there is anything to see. */
    boolean isDrawn() {
        return pictures.stream().anyMatch(Picture::isDrawn);
    }

    /** What a reader who cannot see the picture is told it is. */
    String label(Picture picture) {
        return title + (picture.heading().isEmpty() ? "" : ": " + picture.heading()) + ". The table after it has every"
                + " number.";
    }

    Chart withKey(Key... keys) {
        return new Chart(id, title, takeaway, base, List.of(keys), pictures, table);
    }

    Chart withKey(List<Key> keys) {
        return new Chart(id, title, takeaway, base, List.copyOf(keys), pictures, table);
    }

    static Chart of(String id, String title, String takeaway, String base, Table table, Picture... pictures) {
        return new Chart(id, title, takeaway, base, List.of(), List.of(pictures), table);
    }

    static Chart of(String id, String title, String takeaway, String base, Table table, List<Picture> pictures) {
        return new Chart(id, title, takeaway, base, List.of(), List.copyOf(pictures), table);
    }
}
