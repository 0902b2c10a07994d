package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.data.FormatInMarkdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The chapter of the documentation that lists tables and columns is the schema's own words. */
class DocumentedFormatTest {

    private static final Path CHAPTER = Path.of("..", "docs", "data-format.md");

    @Test
    void tablesOfTheDocumentationAreThoseOfTheSchema() throws IOException {
        String chapter = Files.readString(CHAPTER);
        String tables = FormatInMarkdown.chapters().strip();

        assertThat(chapter)
                .as("docs/data-format.md, chapter Tables; it should read:%n%s", tables)
                .contains(tables);
    }
}
