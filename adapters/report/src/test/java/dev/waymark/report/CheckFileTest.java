package dev.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.published.PublishedCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "It is written under another name first and moved into place when it is whole; its folder is made if need be". */
class CheckFileTest {

    private static final PublishedCheck CHECK = new PublishedCheck(List.of(), List.of());

    @TempDir
    private Path folder;

    private List<String> names(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void pageStandsAloneInAFolderOfItsOwn() throws IOException {
        CheckFile.write(CHECK, folder.resolve("new/check.html"));
        CheckFile.write(CHECK, folder.resolve("new/check.html"));

        assertThat(names(folder.resolve("new"))).containsExactly("check.html");
        assertThat(folder.resolve("new/check.html")).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void pageThatCannotBeWrittenLeavesNothingBehind() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("check.html"));

        assertThatThrownBy(() -> CheckFile.write(CHECK, taken))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-OUT: the file " + taken + " cannot be written (" + taken + " is a folder)."
                        + " Give another with --html, or move that folder away.");
        assertThat(names(folder)).containsExactly("check.html");
    }
}
