package dev.waymark.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A data set of three families in a folder, and the commands run on it. */
final class SmallCouncil {

    static final String FAMILIES = "family_id,district\n1,Blaby\n2,Melton\n3,\n";

    /** Family 1 is opened and closed in the year, family 2 carried in and still open, family 3 gone before. */
    static final String EPISODES = """
            episode_id,family_id,service,opened,closed,worker_id
            7,1,ifs,2015-05-01,2015-12-01,w1
            8,2,ifs,2014-10-01,,w1
            9,3,ifs,2013-01-01,2014-01-01,
            """;

    /** Family 1 goes from accepting help to finding what works on one area, and stays at the top on another. */
    static final String READINGS = """
            family_id,date,kind,physical-health,home-and-money
            1,2015-05-10,initial,4,10
            1,2015-12-01,closure,7,9
            """;

    private final Path folder;

    SmallCouncil(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectory(data());
        write("families.csv", FAMILIES);
        write("episodes.csv", EPISODES);
        write("star_readings.csv", READINGS);
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Where reports go; made by them. */
    Path out() {
        return folder.resolve("out");
    }

    Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String name, byte[] bytes) throws IOException {
        Path file = data().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    Ran report(Object... more) {
        return report(data(), out(), more);
    }

    static Ran report(Path data, Path out, Object... more) {
        return command(List.of("report", "--data", data, "--period", "2015/16", "--out", out), more);
    }

    Ran explain(String measure, String family, Object... more) {
        return command(
                List.of("explain", "--data", data(), "--period", "2015/16", "--measure", measure, "--family", family),
                more);
    }

    Ran families(String figure, Object... more) {
        return command(List.of("families", "--data", data(), "--period", "2015/16", "--figure", figure), more);
    }

    Ran validate(Object... more) {
        return command(List.of("validate", "--data", data()), more);
    }

    private static Ran command(List<Object> start, Object... more) {
        List<Object> arguments = new ArrayList<>(start);
        arguments.addAll(Arrays.asList(more));
        return Ran.command(arguments.toArray());
    }

    static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
