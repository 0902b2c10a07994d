package dev.waymark.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.csv.CsvFolder;
import dev.waymark.family.Period;
import dev.waymark.report.ReportJson;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One catalog and one store, used by 16 threads at once: every run gives the bytes that it gives alone, with a catalog
 * and a store of its own. What is shared is new, so that the threads are also the first to use it.
 */
class SharedByThreadsTest {

    private static final long SEED = 3000;
    private static final int THREADS = 16;
    private static final int QUESTIONS_A_THREAD = 4;

    private static final List<String> PERIODS =
            List.of("2015/16", "2014/15", "2015/16-Q1", "2015/16-Q4", "2015-02-28..2016-02-29");
    private static final List<List<String>> MEASURES =
            List.of(List.of(), List.of("familystar"), List.of("activity", "timeliness"), List.of("issues", "pbr"));
    private static final List<List<String>> SCHEMES =
            List.of(List.of(), List.of("troubled-families-1"), List.of("troubled-families-1", "troubled-families-2"));
    private static final List<List<Stratum>> STRATA = List.of(
            List.of(), List.of(Stratum.DISTRICT), List.of(Stratum.SERVICE), List.of(Stratum.SERVICE, Stratum.DISTRICT));

    @TempDir
    private Path folder;

    /** What a thread asks. */
    private record Asked(
            String period, List<String> measures, List<String> schemes, List<Stratum> strata, int threads) {

        private String json(CaseStore store, MeasureCatalog catalog) throws IOException {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            ReportJson.write(
                    MeasureRun.of(store, catalog, Period.parse(period))
                            .measures(measures)
                            .choose("scheme", schemes)
                            .by(strata.toArray(Stratum[]::new))
                            .threads(threads)
                            .report(),
                    json);
            return json.toString(StandardCharsets.UTF_8);
        }
    }

    private static MeasureCatalog catalog() {
        return MeasureCatalog.load(SharedByThreadsTest.class.getClassLoader());
    }

    private static List<Asked> questions() {
        List<Asked> questions = new ArrayList<>();
        for (int place = 0; place < THREADS; place++) {
            questions.add(new Asked(
                    PERIODS.get(place % PERIODS.size()),
                    MEASURES.get(place % MEASURES.size()),
                    SCHEMES.get(place % SCHEMES.size()),
                    STRATA.get(place / MEASURES.size()),
                    1 + place % 2));
        }
        return questions;
    }

    @Test
    void sixteenThreadsGetTheBytesThatEachGetsAlone() throws Exception {
        RandomCouncil council = RandomCouncil.withTwoStars(SEED);
        council.write(folder);
        List<Asked> questions = questions();
        List<String> alone = new ArrayList<>();
        for (Asked asked : questions) {
            alone.add(asked.json(CaseStore.read(CsvFolder.of(folder)), catalog()));
        }
        assertThat(alone).as("no two ask the same").doesNotHaveDuplicates();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<List<String>> together = together(pool, CaseStore.read(CsvFolder.of(folder)), questions);

            for (int place = 0; place < THREADS; place++) {
                assertThat(together.get(place))
                        .as("%s, %s", questions.get(place), council)
                        .hasSize(QUESTIONS_A_THREAD)
                        .containsOnly(alone.get(place));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** By question, what the threads got: all begin at once, each with another question. */
    private static List<List<String>> together(ExecutorService pool, CaseStore store, List<Asked> questions)
            throws Exception {
        MeasureCatalog catalog = catalog();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<List<String>>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread;
            running.add(pool.submit(() -> {
                List<String> got = new ArrayList<>();
                start.await();
                for (int turn = 0; turn < QUESTIONS_A_THREAD; turn++) {
                    got.add(questions.get(place(first, turn)).json(store, catalog));
                }
                return got;
            }));
        }
        List<List<String>> byQuestion = new ArrayList<>();
        questions.forEach(any -> byQuestion.add(new ArrayList<>()));
        for (int thread = 0; thread < THREADS; thread++) {
            List<String> got = running.get(thread).get();
            for (int turn = 0; turn < QUESTIONS_A_THREAD; turn++) {
                byQuestion.get(place(thread, turn)).add(got.get(turn));
            }
        }
        return byQuestion;
    }

    /** Five has no divisor in common with the number of threads: every question is asked by as many of them. */
    private static int place(int thread, int turn) {
        return (thread + 5 * turn) % THREADS;
    }
}
