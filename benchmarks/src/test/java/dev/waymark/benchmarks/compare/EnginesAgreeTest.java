package dev.waymark.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.benchmarks.families.MadeUpFamilies;
import dev.waymark.star.Area;
import dev.waymark.star.Stage;
import dev.waymark.star.Star;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is timed before all engines give the same numbers. */
class EnginesAgreeTest {

    private static final EnumSet<Question> ALL = EnumSet.allOf(Question.class);
    private static final int FAMILIES = 1500;

    @TempDir
    static Path byHand;

    @BeforeAll
    static void writeFolder() throws IOException {
        write("families", "family_id,district", "1,North", "2,", "3,North", "4,North", "5,North");
        write(
                "episodes",
                "episode_id,family_id,service,opened,closed,worker_id",
                // of two closed on one day the one opened later counts
                "9,1,s,2015-04-10,2015-09-30,",
                "10,1,s,2015-05-01,2015-09-30,",
                // closed after the as-at date, so still open
                "11,2,s,2015-01-01,2016-04-01,",
                // closed before the year, opened after it
                "12,3,s,2014-01-01,2015-03-31,",
                "13,4,s,2015-04-01,2016-03-31,",
                "14,5,s,2016-04-01,,");
        write(
                "star_readings",
                "family_id,date,kind," + String.join(",", Answers.AREAS),
                // before the counted episode
                "1,2015-04-12,initial,1,1,1,1,1,1,1,1,1,1",
                "1,2015-05-01,initial,2,5,,,,,,,7,",
                // of one day the closure is the last
                "1,2015-09-30,closure,4,6,,,,,,,,",
                "1,2015-09-30,review,2,1,,,,,,,1,",
                // the family is not closed
                "2,2015-05-01,initial,1,1,1,1,1,1,1,1,1,1",
                "2,2016-01-01,closure,5,5,5,5,5,5,5,5,5,5",
                // the earliest initial reading is the first; the episode's last day belongs to it, the next does not
                "4,2015-04-01,initial,9,,,,,,,,,",
                "4,2015-04-05,initial,1,,,,,,,,,",
                "4,2016-03-31,closure,4,,,,,,,,,",
                "4,2016-04-01,closure,10,,,,,,,,,");
        write(
                "assessments",
                "assessment_id,family_id,individual_id,date,kind",
                // "10" is before "9" as text, and "99" after "100"
                "9,1,,2015-05-02,initial",
                "10,1,,2015-05-02,initial",
                "99,1,,2015-09-30,closure",
                "100,1,,2015-09-30,closure",
                "999,1,,2015-09-30,review",
                "20,4,,2015-04-01,initial",
                // not after the first
                "21,4,,2015-04-01,closure",
                "22,4,,2016-01-01,review");
        write(
                "findings",
                "assessment_id,issue,present",
                "9,rent-arrears,no",
                "10,rent-arrears,yes",
                "10,damp,yes",
                "10,noise,no",
                "99,rent-arrears,no",
                "99,damp,unknown",
                "99,noise,yes",
                "100,rent-arrears,yes",
                "999,rent-arrears,yes",
                "20,rent-arrears,yes",
                "20,noise,yes",
                "21,rent-arrears,no",
                "22,rent-arrears,yes");
    }

    private static void write(String table, String... lines) throws IOException {
        Files.writeString(byHand.resolve(table + ".csv"), String.join("\n", lines) + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void givesWhatIsWorkedOutByHand(Engine engine) {
        assertThat(engine.readAndAnswer(byHand, 2).lines())
                .containsExactly(
                        "activity, North, families, worked-with 2, opened 2, closed 2",
                        "activity, not-recorded, families, worked-with 1, opened 0, closed 0",
                        "progress, North, physical-health, effective-parenting, families 1, progressed 0",
                        "progress, North, physical-health, stuck, families 1, progressed 1",
                        "progress, North, your-well-being, trying, families 1, progressed 0",
                        "reduction, North, noise, families 1, at-first 0, at-last 1, no-longer 0",
                        "reduction, North, rent-arrears, families 2, at-first 2, at-last 1, no-longer 1",
                        "transitions, North, physical-health, effective-parenting to accepting-help, families 1",
                        "transitions, North, physical-health, stuck to accepting-help, families 1",
                        "transitions, North, your-well-being, trying to trying, families 1");
    }

    @ParameterizedTest
    @EnumSource
    void answersOnlyWhatIsAsked(Engine engine) {
        try (LoadedData data = engine.load(byHand, 1)) {
            for (Question question : Question.values()) {
                assertThat(data.answer(EnumSet.of(question)).lines())
                        .as("%s, asked for %s", engine, question)
                        .containsExactlyElementsOf(engine.readAndAnswer(byHand, 1).lines().stream()
                                .filter(line -> line.startsWith(question.name().toLowerCase(Locale.ROOT) + ","))
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20150401, 77})
    void allGiveTheSameNumbers(long seed, @TempDir Path folder) {
        MadeUpFamilies families = new MadeUpFamilies(FAMILIES, seed);
        families.write(folder);
        List<String> expected = OurData.load(families.tables(), 1).answer(ALL).lines();
        assertThat(expected).as("seed %d", seed).hasSizeGreaterThan(3000);
        for (Engine engine : Engine.values()) {
            assertThat(engine.readAndAnswer(folder, 2).lines())
                    .as("%s, seed %d", engine, seed)
                    .isEqualTo(expected);
            try (LoadedData data = engine.load(folder, 1)) {
                for (int time = 1; time <= 2; time++) {
                    assertThat(data.answer(ALL).lines())
                            .as("%s, loaded, time %d, seed %d", engine, time, seed)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void namesAreThoseOfTheStar() {
        Star star = Star.familyStarPlus();
        assertThat(Answers.AREAS)
                .containsExactlyElementsOf(star.areas().stream().map(Area::code).toList());
        assertThat(Answers.STAGES)
                .containsExactlyElementsOf(
                        star.stages().stream().map(Stage::code).toList());
    }
}
