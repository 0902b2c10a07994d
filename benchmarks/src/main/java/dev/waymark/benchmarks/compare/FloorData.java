package dev.waymark.benchmarks.compare;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The hand-written loop over primitive arrays: the floor.
 *
 * <p>One pass over the families, whose counts are whole numbers in arrays; each thread has its own, added up in the
 * end.
 */
final class FloorData implements LoadedData {

    private static final int FAMILIES_A_TURN = 4096;
    private static final int AREAS = Answers.AREAS.length;
    private static final int STAGES = Answers.STAGES.length;
    /** The stage of each score; that of no score is not asked for. */
    private static final int[] STAGE_OF = {0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4};

    private final FloorTables tables;
    private final FloorThreads threads;

    private FloorData(FloorTables tables, FloorThreads threads) {
        this.tables = tables;
        this.threads = threads;
    }

    static FloorData load(Path folder, int count) {
        FloorThreads threads = new FloorThreads(count);
        return new FloorData(FloorReader.read(folder, threads), threads);
    }

    @Override
    public void close() {
        threads.close();
    }

    /** What one thread counted. */
    private final class Counts {
        private final boolean areStagesAsked;
        private final boolean areIssuesAsked;
        private final boolean isActivityAsked;
        private final int[] stages = new int[tables.districts.length * AREAS * STAGES * STAGES];
        private final int[] answers = new int[tables.districts.length * tables.issues.length * 4];
        private final int[] activity = new int[tables.districts.length * 3];

        private Counts(Set<Question> questions) {
            areStagesAsked = questions.contains(Question.TRANSITIONS) || questions.contains(Question.PROGRESS);
            areIssuesAsked = questions.contains(Question.REDUCTION);
            isActivityAsked = questions.contains(Question.ACTIVITY);
        }

        private void count(int family) {
            int district = tables.districtOf[family];
            if (district < 0) {
                return;
            }
            int[] episodes = tables.episodes.cells;
            int workedWith = 0;
            int opening = 0;
            int opened = 0;
            int closed = -1;
            int end = tables.episodes.starts[family + 1] * FloorTables.EPISODE_CELLS;
            for (int at = tables.episodes.starts[family] * FloorTables.EPISODE_CELLS;
                    at < end;
                    at += FloorTables.EPISODE_CELLS) {
                int from = episodes[at + FloorTables.OPENED];
                int to = episodes[at + FloorTables.CLOSED];
                if (from <= Year.LAST_DAY) {
                    if (to >= Year.FIRST_DAY) {
                        workedWith = 1;
                        if (to <= Year.LAST_DAY && (to > closed || (to == closed && from > opened))) {
                            opened = from;
                            closed = to;
                        }
                    }
                    if (from >= Year.FIRST_DAY) {
                        opening = 1;
                    }
                }
            }
            if (isActivityAsked) {
                activity[3 * district] += workedWith;
                activity[3 * district + 1] += opening;
                activity[3 * district + 2] += closed >= 0 ? 1 : 0;
            }
            if (closed >= 0) {
                if (areStagesAsked) {
                    countStages(family, district, opened, closed);
                }
                if (areIssuesAsked) {
                    countIssues(family, district, opened, closed);
                }
            }
        }

        private void countStages(int family, int district, int opened, int closed) {
            int[] readings = tables.readings.cells;
            int begin = tables.readings.starts[family] * FloorTables.READING_CELLS;
            int end = tables.readings.starts[family + 1] * FloorTables.READING_CELLS;
            int first = -1;
            int firstDay = FloorTables.NEVER;
            for (int at = begin; at < end; at += FloorTables.READING_CELLS) {
                int day = readings[at + FloorTables.READ_ON];
                if (readings[at + FloorTables.READING_KIND] == FloorTables.INITIAL
                        && day >= opened
                        && day <= closed
                        && day < firstDay) {
                    first = at;
                    firstDay = day;
                }
            }
            int last = -1;
            int lastRank = -1;
            for (int at = begin; at < end; at += FloorTables.READING_CELLS) {
                int day = readings[at + FloorTables.READ_ON];
                int kind = readings[at + FloorTables.READING_KIND];
                // of one day the closure is the last
                int rank = 4 * day + kind;
                if (kind != FloorTables.INITIAL && day > firstDay && day <= closed && rank > lastRank) {
                    last = at;
                    lastRank = rank;
                }
            }
            if (last < 0) {
                return;
            }
            int cells = district * AREAS * STAGES * STAGES;
            int from = readings[first + FloorTables.SCORES];
            int to = readings[last + FloorTables.SCORES];
            for (int area = 0; area < 8; area++) {
                countArea(cells + area * STAGES * STAGES, (from >>> (4 * area)) & 15, (to >>> (4 * area)) & 15);
            }
            from = readings[first + FloorTables.MORE_SCORES];
            to = readings[last + FloorTables.MORE_SCORES];
            countArea(cells + 8 * STAGES * STAGES, from & 15, to & 15);
            countArea(cells + 9 * STAGES * STAGES, from >>> 4, to >>> 4);
        }

        private void countArea(int cells, int from, int to) {
            if (from != 0 && to != 0) {
                stages[cells + STAGE_OF[from] * STAGES + STAGE_OF[to]]++;
            }
        }

        private void countIssues(int family, int district, int opened, int closed) {
            int[] forms = tables.forms.cells;
            int begin = tables.forms.starts[family] * FloorTables.FORM_CELLS;
            int end = tables.forms.starts[family + 1] * FloorTables.FORM_CELLS;
            int first = -1;
            int firstDay = FloorTables.NEVER;
            for (int at = begin; at < end; at += FloorTables.FORM_CELLS) {
                int day = forms[at + FloorTables.FORM_DAY];
                if (forms[at + FloorTables.FORM_KIND] == FloorTables.INITIAL
                        && day >= opened
                        && day <= closed
                        && (day < firstDay
                                || (day == firstDay
                                        && isBefore(
                                                forms[at + FloorTables.FORM_ID],
                                                forms[first + FloorTables.FORM_ID])))) {
                    first = at;
                    firstDay = day;
                }
            }
            int last = -1;
            int lastRank = -1;
            for (int at = begin; at < end; at += FloorTables.FORM_CELLS) {
                int day = forms[at + FloorTables.FORM_DAY];
                int kind = forms[at + FloorTables.FORM_KIND];
                int rank = 4 * day + kind;
                if (kind != FloorTables.INITIAL
                        && day > firstDay
                        && day <= closed
                        && (rank > lastRank
                                || (rank == lastRank
                                        && isBefore(
                                                forms[last + FloorTables.FORM_ID], forms[at + FloorTables.FORM_ID])))) {
                    last = at;
                    lastRank = rank;
                }
            }
            if (last < 0) {
                return;
            }
            int before = forms[first + FloorTables.FORM_ID];
            int after = forms[last + FloorTables.FORM_ID];
            long atFirst = tables.present[before];
            long atLast = tables.present[after];
            int cells = district * tables.issues.length * 4;
            for (long both = tables.answered[before] & tables.answered[after]; both != 0; both &= both - 1) {
                int issue = Long.numberOfTrailingZeros(both);
                int pair = (int) (atFirst >>> issue & 1) << 1 | (int) (atLast >>> issue & 1);
                answers[cells + 4 * issue + pair]++;
            }
        }

        private void add(Counts other) {
            add(stages, other.stages);
            add(answers, other.answers);
            add(activity, other.activity);
        }

        private void add(int[] counts, int[] more) {
            for (int at = 0; at < counts.length; at++) {
                counts[at] += more[at];
            }
        }
    }

    /** Whether one id, as text, stands before another. */
    private static boolean isBefore(int id, int other) {
        return Integer.toString(id).compareTo(Integer.toString(other)) < 0;
    }

    @Override
    public Answers answer(Set<Question> questions) {
        Counts[] counts = new Counts[threads.count];
        AtomicInteger turn = new AtomicInteger();
        threads.run(new FloorThreads.Work() {
            @Override
            public void run(int thread) {
                Counts own = new Counts(questions);
                counts[thread] = own;
                int families = tables.districtOf.length;
                for (int from = turn.getAndAdd(FAMILIES_A_TURN);
                        from < families;
                        from = turn.getAndAdd(FAMILIES_A_TURN)) {
                    int to = Math.min(families, from + FAMILIES_A_TURN);
                    for (int family = from; family < to; family++) {
                        own.count(family);
                    }
                }
            }
        });
        for (int thread = 1; thread < counts.length; thread++) {
            counts[0].add(counts[thread]);
        }
        return answers(counts[0], questions);
    }

    private Answers answers(Counts counts, Set<Question> questions) {
        Answers answers = new Answers(tables.districts, tables.issues);
        for (int district = 0; district < tables.districts.length; district++) {
            for (int area = 0; area < AREAS; area++) {
                for (int first = 0; first < STAGES; first++) {
                    int cells = ((district * AREAS + area) * STAGES + first) * STAGES;
                    int families = 0;
                    int progressed = 0;
                    for (int last = 0; last < STAGES; last++) {
                        int count = counts.stages[cells + last];
                        families += count;
                        // a higher stage is a higher score
                        progressed += last > first ? count : 0;
                        if (questions.contains(Question.TRANSITIONS)) {
                            answers.addTransition(district, area, first, last, count);
                        }
                    }
                    if (questions.contains(Question.PROGRESS)) {
                        answers.addProgress(district, area, first, families, progressed);
                    }
                }
            }
            for (int issue = 0; issue < tables.issues.length; issue++) {
                for (int pair = 0; pair < 4; pair++) {
                    int count = counts.answers[(district * tables.issues.length + issue) * 4 + pair];
                    answers.addPair(district, issue, pair >= 2, pair % 2 == 1, count);
                }
            }
            int at = 3 * district;
            answers.addActivity(district, counts.activity[at], counts.activity[at + 1], counts.activity[at + 2]);
        }
        return answers;
    }
}
