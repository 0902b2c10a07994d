package dev.waymark.run;

import java.util.Arrays;

/** What a measure is asked in the course of a run. */
enum Step {
    COUNTING(0, "counting"),
    NEW_STATE(1, "newState"),
    ACCEPT(2, "accept"),
    MERGE(3, "merge"),
    CODEC(4, "codec"),
    FINISH(5, "finish");

    final int code;

    /** The name of the method, which an author knows. */
    final String word;

    Step(int code, String word) {
        this.code = code;
        this.word = word;
    }

    static Step of(int code) {
        return Arrays.stream(values())
                .filter(step -> step.code == code)
                .findFirst()
                .orElseThrow();
    }
}
