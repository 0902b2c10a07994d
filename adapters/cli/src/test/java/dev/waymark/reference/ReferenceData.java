package dev.waymark.reference;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A data set as plain lists of rows, before any rule has been applied to it. */
public final class ReferenceData {

    /**
     * One row of a table.
     *
     * @param line "the physical line on which it starts (the header is line 1)"
     * @param cells its values as text, as many as there are
     */
    public record Row(int line, List<String> cells) {}

    /**
     * One table.
     *
     * @param name the table's name
     * @param header the names of its columns in the order of the file
     * @param rows its rows in the order of the file
     */
    public record Table(String name, List<String> header, List<Row> rows) {}

    private final Map<String, Table> tables;

    private ReferenceData(Map<String, Table> tables) {
        this.tables = Collections.unmodifiableMap(tables);
    }

    /** A data set without any table. */
    public static ReferenceData empty() {
        return new ReferenceData(new LinkedHashMap<>());
    }

    /** This data set and one table more. */
    public ReferenceData with(Table table) {
        Map<String, Table> more = new LinkedHashMap<>(tables);
        more.put(table.name(), table);
        return new ReferenceData(more);
    }

    /** This data set and one table more, given as the lines of its CSV file, header first. */
    public ReferenceData with(String table, String... csvLines) {
        return with(parse(table, String.join("\n", csvLines) + "\n"));
    }

    /** The table with the name, if the data set has it. */
    public Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The tables that there are. */
    public List<Table> tables() {
        return List.copyOf(tables.values());
    }

    /** The same rows of each table in an order of chance, each on the line that it then comes to stand on. */
    public ReferenceData shuffled(Random random) {
        ReferenceData shuffled = empty();
        for (Table table : tables.values()) {
            List<Row> rows = new ArrayList<>(table.rows());
            Collections.shuffle(rows, random);
            List<Row> lines = new ArrayList<>();
            int line = 2;
            for (Row row : rows) {
                lines.add(new Row(line, row.cells()));
                line += 1 + lineBreaks(row.cells());
            }
            shuffled = shuffled.with(new Table(table.name(), table.header(), List.copyOf(lines)));
        }
        return shuffled;
    }

    /** The number of rows read of each table, in the order of the format. */
    public Map<String, Integer> rowsRead() {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String name : ReferenceSchema.tableNames()) {
            if (tables.containsKey(name)) {
                rows.put(name, tables.get(name).rows().size());
            }
        }
        return rows;
    }

    /** Reads a folder: "File name = table name + {@code .csv} or {@code .csv.gz}". */
    public static ReferenceData read(Path folder) throws IOException {
        ReferenceData data = empty();
        for (String name : ReferenceSchema.tableNames()) {
            Path plain = folder.resolve(name + ".csv");
            Path packed = folder.resolve(name + ".csv.gz");
            if (Files.exists(plain)) {
                data = data.with(parse(name, Files.readString(plain)));
            } else if (Files.exists(packed)) {
                try (InputStream bytes = new GZIPInputStream(Files.newInputStream(packed))) {
                    data = data.with(parse(name, new String(bytes.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        }
        return data;
    }

    /** Writes each table as a CSV file with no more quotes than needed; the rows are on their lines. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Table table : tables.values()) {
            Files.writeString(folder.resolve(table.name() + ".csv"), format(table, new Tidy()));
        }
    }

    /**
     * Writes the same tables in another dress that the format allows: needless quotes, blanks around unquoted values,
     * blanks on empty lines, a byte-order mark, either line end, no last line end, gzip.
     */
    public void writeUntidily(Path folder, long seed) throws IOException {
        Files.createDirectories(folder);
        Random random = new Random(seed);
        for (Table table : tables.values()) {
            byte[] bytes = format(table, new Untidy(random)).getBytes(StandardCharsets.UTF_8);
            boolean packed = random.nextInt(4) == 0;
            if (packed) {
                ByteArrayOutputStream zipped = new ByteArrayOutputStream();
                try (OutputStream zip = new GZIPOutputStream(zipped)) {
                    zip.write(bytes);
                }
                bytes = zipped.toByteArray();
            }
            Files.write(folder.resolve(table.name() + (packed ? ".csv.gz" : ".csv")), bytes);
        }
    }

    private static String format(Table table, Tidy dress) {
        StringBuilder text = new StringBuilder(dress.start());
        text.append(line(table.header(), dress)).append(dress.lineEnd());
        int line = 2;
        for (Row row : table.rows()) {
            while (line < row.line()) {
                text.append(dress.emptyLine()).append(dress.lineEnd());
                line++;
            }
            text.append(line(row.cells(), dress)).append(dress.lineEnd());
            line += 1 + lineBreaks(row.cells());
        }
        return dress.end(text.toString());
    }

    /** The number of line breaks inside the values, by which the next row starts later. */
    static int lineBreaks(List<String> cells) {
        int breaks = 0;
        for (String cell : cells) {
            breaks += (int) cell.chars().filter(character -> character == '\n').count();
        }
        return breaks;
    }

    private static String line(List<String> cells, Tidy dress) {
        List<String> written = new ArrayList<>();
        for (String cell : cells) {
            boolean mustBeQuoted = cell.contains(",")
                    || cell.contains("\"")
                    || cell.contains("\n")
                    || cell.contains("\r")
                    || !cell.equals(trimBlanks(cell))
                    || (cell.isEmpty() && cells.size() == 1);
            written.add(dress.cell(cell, mustBeQuoted));
        }
        return String.join(",", written);
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    /** "Blanks around an unquoted value are trimmed", blanks being "space, tab". */
    private static String trimBlanks(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    /** "UTF-8 (a byte-order mark is accepted), RFC 4180, header row first". */
    static Table parse(String name, String text) {
        List<Row> rows = new ArrayList<>();
        int position = text.startsWith("\uFEFF") ? 1 : 0;
        int line = 1;
        while (position < text.length()) {
            int startLine = line;
            boolean anyQuote = false;
            List<String> cells = new ArrayList<>();
            boolean more = true;
            while (more) {
                StringBuilder cell = new StringBuilder();
                if (position < text.length() && text.charAt(position) == '"') {
                    anyQuote = true;
                    position++;
                    while (text.charAt(position) != '"' || text.startsWith("\"\"", position)) {
                        char character = text.charAt(position);
                        cell.append(character);
                        position += character == '"' ? 2 : 1;
                        line += character == '\n' || (character == '\r' && text.charAt(position) != '\n') ? 1 : 0;
                    }
                    position++;
                } else {
                    while (position < text.length() && ",\r\n".indexOf(text.charAt(position)) < 0) {
                        cell.append(text.charAt(position));
                        position++;
                    }
                    cell = new StringBuilder(trimBlanks(cell.toString()));
                }
                cells.add(cell.toString());
                more = position < text.length() && text.charAt(position) == ',';
                position += more ? 1 : 0;
            }
            if (position < text.length() && "\r\n".indexOf(text.charAt(position)) < 0) {
                throw new IllegalArgumentException("text after a closing quote in " + name + " line " + line);
            }
            position += text.startsWith("\r\n", position) ? 2 : 1;
            line++;
            // "Lines of nothing but blanks (space, tab) are no rows."
            boolean nothingButBlanks = cells.size() == 1 && cells.get(0).isEmpty() && !anyQuote;
            if (!nothingButBlanks) {
                rows.add(new Row(startLine, List.copyOf(cells)));
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(name + " has no header");
        }
        return new Table(name, rows.get(0).cells(), List.copyOf(rows.subList(1, rows.size())));
    }

    /** A file as plain as can be. */
    private static class Tidy {

        String start() {
            return "";
        }

        String lineEnd() {
            return "\n";
        }

        String emptyLine() {
            return "";
        }

        String cell(String cell, boolean mustBeQuoted) {
            return mustBeQuoted ? quoted(cell) : cell;
        }

        String end(String text) {
            return text;
        }
    }

    /** A file with everything in it that the format lets pass. */
    private static final class Untidy extends Tidy {

        private final Random random;
        private final boolean mark;
        private final String lineEnd;

        Untidy(Random random) {
            this.random = random;
            this.mark = random.nextBoolean();
            this.lineEnd = random.nextBoolean() ? "\r\n" : "\n";
        }

        @Override
        String start() {
            return mark ? "\uFEFF" : "";
        }

        @Override
        String lineEnd() {
            return lineEnd;
        }

        @Override
        String emptyLine() {
            return blanks();
        }

        @Override
        String cell(String cell, boolean mustBeQuoted) {
            return mustBeQuoted || random.nextInt(4) == 0 ? quoted(cell) : blanks() + cell + blanks();
        }

        @Override
        String end(String text) {
            return random.nextBoolean() ? text : text.substring(0, text.length() - lineEnd.length());
        }

        private String blanks() {
            return List.of("", "", "", " ", "\t", "  \t ").get(random.nextInt(6));
        }
    }
}
