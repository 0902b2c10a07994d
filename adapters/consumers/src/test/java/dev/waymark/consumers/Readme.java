package dev.waymark.consumers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The project's README, which is all that a consumer has read. */
final class Readme {

    private Readme() {}

    /** The block of code behind a mark such as {@code <!-- runs: Progress.java -->}. */
    static String blockAfter(String mark) throws IOException {
        return find(Pattern.quote("<!-- " + mark + " -->") + "\\s*```\\w*\\n(.*?\\n)```");
    }

    /** The block of code that begins with these words. */
    static String blockThatBegins(String beginning) throws IOException {
        return find("```\\w*\\n(" + Pattern.quote(beginning) + ".*?\\n)```");
    }

    private static String find(String pattern) throws IOException {
        String text = Files.readString(Path.of("..", "..", "README.md"), StandardCharsets.UTF_8);
        Matcher block = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        if (!block.find()) {
            throw new AssertionError("README.md has no block " + pattern);
        }
        return block.group(1);
    }
}
