package dev.waymark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/errors.md, which has a row for every code that a source raises and for no other. */
class ErrorsPageTest {

    private static final Path ROOT = Path.of("..", "..");

    @Test
    void pageHasEveryCodeOnceAndNoOther() throws IOException {
        List<String> onPage = Pattern.compile("^\\| `(WM-[A-Z-]+)` \\| [^|]+ \\| [^|]+ \\|$", Pattern.MULTILINE)
                .matcher(Block.read(ROOT.resolve("docs/errors.md")))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(onPage).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(inSources());
    }

    private static SortedSet<String> inSources() throws IOException {
        Pattern literal = Pattern.compile("\"(WM-[A-Z][A-Z-]*[A-Z])");
        SortedSet<String> codes = new TreeSet<>();
        for (Path module : modules()) {
            try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                for (Path source :
                        files.filter(file -> file.toString().endsWith(".java")).toList()) {
                    Matcher code = literal.matcher(Block.read(source));
                    while (code.find()) {
                        codes.add(code.group(1));
                    }
                }
            }
        }
        return codes;
    }

    /** The modules that are published: all but the benchmarks. */
    private static List<Path> modules() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> adapters = Files.list(ROOT.resolve("adapters"))) {
            return Stream.concat(top.filter(folder -> !folder.endsWith("benchmarks")), adapters)
                    .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .toList();
        }
    }
}
