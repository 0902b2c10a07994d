package dev.waymark.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A data set whose every name tries to be something else than a name. */
final class HostileCouncil {

    static final String SCRIPT = "<script>window.ran=1</script>";

    private static final List<String> NAMES = List.of(
            SCRIPT,
            "</script><script>window.ran=2</script>",
            "<img src=x onerror=window.ran=3>",
            "\"><svg onload=window.ran=4>",
            "' onmouseover='window.ran=5",
            "<!--",
            "]]>${window.ran=6}{{window.ran=7}}",
            "javascript:window.ran=8",
            "\u202Edna tfel ot thgir\u202C",
            "\u05D1\u05E0\u05D9\u05D9\u05DF (12) \u2066isolated",
            "=HYPERLINK(\"http://x\")",
            "\uD83D\uDC69\u200D\uD83D\uDC67 family",
            "W".repeat(10_000),
            "a long name of many words ".repeat(400));

    private HostileCouncil() {}

    /** Writes the data set: a family, with members, Stars and forms, in a district of each name. */
    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder families = new StringBuilder("family_id,district\n");
        StringBuilder individuals = new StringBuilder("individual_id,family_id,birth_date,ethnicity\n");
        StringBuilder episodes = new StringBuilder("episode_id,family_id,service,opened,closed\n");
        StringBuilder readings = new StringBuilder("family_id,date,kind,physical-health,home-and-money\n");
        StringBuilder assessments = new StringBuilder("assessment_id,family_id,date,kind\n");
        StringBuilder findings = new StringBuilder("assessment_id,issue,present\n");
        for (int n = 0; n < NAMES.size(); n++) {
            String name = NAMES.get(n);
            String id = quoted(n + name);
            families.append(id).append(',').append(quoted(name)).append('\n');
            individuals
                    .append(id)
                    .append(',')
                    .append(id)
                    .append(",1990-05-05,")
                    .append(quoted(name))
                    .append('\n');
            episodes.append(id)
                    .append(',')
                    .append(id)
                    .append(',')
                    .append(quoted(name))
                    .append(",2015-05-01,2016-01-10\n");
            readings.append(id)
                    .append(",2015-05-02,initial,2,")
                    .append(1 + n % 10)
                    .append('\n');
            readings.append(id)
                    .append(",2016-01-09,closure,5,")
                    .append(1 + n % 7)
                    .append('\n');
            assessments.append(quoted("a" + n)).append(',').append(id).append(",2015-05-02,initial\n");
            assessments.append(quoted("b" + n)).append(',').append(id).append(",2016-01-09,closure\n");
            findings.append(quoted("a" + n)).append(',').append(quoted(name)).append(",yes\n");
            findings.append(quoted("b" + n)).append(',').append(quoted(name)).append(",no\n");
        }
        Files.writeString(folder.resolve("families.csv"), families);
        Files.writeString(folder.resolve("individuals.csv"), individuals);
        Files.writeString(folder.resolve("episodes.csv"), episodes);
        Files.writeString(folder.resolve("star_readings.csv"), readings);
        Files.writeString(folder.resolve("assessments.csv"), assessments);
        Files.writeString(folder.resolve("findings.csv"), findings);
        return folder;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
