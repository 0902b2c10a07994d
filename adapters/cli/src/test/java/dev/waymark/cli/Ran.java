package dev.waymark.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What a command did: its exit code and what it wrote. */
record Ran(int exitCode, String out, String errors) {

    /** Runs a command in this process. */
    static Ran command(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        PrintWriter toOut = new PrintWriter(out);
        PrintWriter toErrors = new PrintWriter(errors);
        int exitCode = Main.run(toOut, toErrors, texts);
        toOut.flush();
        toErrors.flush();
        return new Ran(exitCode, out.toString(), errors.toString());
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    List<String> errorLines() {
        return errors.lines().toList();
    }
}
