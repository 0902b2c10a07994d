package dev.waymark.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of code on a page of the documentation.
 *
 * @param page the page's name
 * @param mark what stands in a comment in the line before, such as {@code file: pom.xml}; empty without one
 * @param language the word after the opening quotes, if there is one
 * @param text what stands between the quotes
 */
record Block(String page, String mark, String language, String text) {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern BLOCK = Pattern.compile(
            "(?:^<!-- ([^\\n]*) -->\\n+)?^```(\\w*)\\n(.*?\\n)```$", Pattern.DOTALL | Pattern.MULTILINE);

    /** The pages that people read. */
    static List<Path> pages() {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md").map(ROOT::resolve),
                            docs.filter(page -> page.toString().endsWith(".md")).sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All blocks of all pages. */
    static List<Block> all() {
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages()) {
            Matcher found = BLOCK.matcher(read(page));
            while (found.find()) {
                String mark = found.group(1) == null ? "" : found.group(1);
                blocks.add(new Block(String.valueOf(page.getFileName()), mark, found.group(2), found.group(3)));
            }
        }
        return blocks;
    }

    /** The blocks with a mark of a kind, such as {@code file}. */
    static List<Block> marked(String kind) {
        return all().stream()
                .filter(block -> block.mark().startsWith(kind + ": "))
                .toList();
    }

    /** What the mark says behind its kind: the name of a file. */
    String file() {
        return mark.substring(mark.indexOf(": ") + 2);
    }

    /** The commands of Waymark in the block, one line each. */
    List<List<String>> commands() {
        Matcher command =
                Pattern.compile("java -jar \\S*waymark\\.jar ([^&|\\n]*)").matcher(text.replace("\\\n", " "));
        return command.results()
                .map(found -> List.of(found.group(1).trim().split(" +")))
                .toList();
    }
}
