package dev.waymark.cli;

import dev.waymark.data.Notice;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a reader should know of the data though nothing was left out for it, as it is printed. */
final class Notices {

    private Notices() {}

    /** A line for each notice, behind an empty one. */
    static void printEach(List<Notice> notices, PrintWriter text) {
        if (!notices.isEmpty()) {
            text.println();
        }
        for (Notice notice : notices) {
            text.printf(
                    Locale.ROOT,
                    "notice %s: %s, %s%s, %,d times%n",
                    notice.code(),
                    notice.table(),
                    notice.column().isEmpty() ? "a column without a name" : "column " + notice.column(),
                    notice.value().map(value -> ", " + value).orElse(""),
                    notice.count());
        }
    }

    /** How many there are of each kind, in one line. */
    static void printKinds(List<Notice> notices, PrintWriter text) {
        Map<String, Long> kinds =
                notices.stream().collect(Collectors.groupingBy(Notice::code, TreeMap::new, Collectors.counting()));
        if (!kinds.isEmpty()) {
            text.println("Notices: "
                    + kinds.entrySet().stream()
                            .map(kind -> kind.getValue() + " " + kind.getKey())
                            .collect(Collectors.joining(", "))
                    + " (see report.html)");
        }
    }

    /** A file whose name is misspelt leaves a table absent, which is no error. */
    static void printFilesNotRead(List<String> files, PrintWriter text) {
        if (!files.isEmpty()) {
            text.println(filesNotRead(files));
        }
    }

    static String filesNotRead(List<String> files) {
        return "Files that are not read, because no table has their name: " + String.join(", ", files);
    }
}
