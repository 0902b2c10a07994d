package dev.waymark.benchmarks.compare;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** One engine as a whole process: reads a CSV folder, prints the answers. */
public final class AnswerCommand {

    private AnswerCommand() {}

    /** {@code AnswerCommand ENGINE DIR THREADS}. */
    public static void main(String[] arguments) {
        if (arguments.length != 3) {
            System.err.println(
                    "Usage: java -cp benchmarks.jar " + AnswerCommand.class.getName() + " ENGINE DIR THREADS");
            System.exit(2);
        }
        Engine engine = Engine.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        print(engine.readAndAnswer(Path.of(arguments[1]), Integer.parseInt(arguments[2])));
    }

    static void print(Answers answers) {
        StringBuilder text = new StringBuilder();
        for (String line : answers.lines()) {
            text.append(line).append('\n');
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.print(text);
        out.flush();
    }
}
