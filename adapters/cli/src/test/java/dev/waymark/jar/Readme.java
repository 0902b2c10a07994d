package dev.waymark.jar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The project's README, whose code and output are held to be true. */
final class Readme {

    private final String text;

    Readme() throws IOException {
        text = Files.readString(Path.of("..", "..", "README.md"), StandardCharsets.UTF_8);
    }

    String text() {
        return text;
    }

    /** The block of code behind a mark such as {@code <!-- runs: Progress.java -->}. */
    String blockAfter(String mark) {
        Matcher block = Pattern.compile("<!-- " + Pattern.quote(mark) + " -->\\s*```\\w*\\n(.*?)\\n```", Pattern.DOTALL)
                .matcher(text);
        if (!block.find()) {
            throw new AssertionError("README.md has no block after the mark " + mark);
        }
        return block.group(1);
    }

    /** The lines of the block that begins with these words, without the line that stands for those left out. */
    List<String> linesOfBlock(String beginning) {
        Matcher block = Pattern.compile("```\\w*\\n(" + Pattern.quote(beginning) + ".*?)\\n```", Pattern.DOTALL)
                .matcher(text);
        if (!block.find()) {
            throw new AssertionError("README.md has no block that begins with " + beginning);
        }
        return block.group(1).lines().filter(line -> !line.equals("...")).toList();
    }
}
