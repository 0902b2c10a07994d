package dev.waymark.benchmarks.compare;

import static org.dflib.Exp.$col;
import static org.dflib.Exp.$int;
import static org.dflib.Exp.$str;
import static org.dflib.Exp.count;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dflib.DataFrame;
import org.dflib.Extractor;
import org.dflib.Hasher;
import org.dflib.builder.DataFrameAppender;
import org.dflib.row.RowProxy;

/** DFLib data frames: ids, days and kinds as columns of ints; first and last are those of sorted groups. */
final class DflibData implements LoadedData {

    private static final int INITIAL = 0;

    private final DataFrame families;
    private final DataFrame episodes;
    private final DataFrame readings;
    private final DataFrame forms;
    private final DataFrame findings;

    private DflibData(DataFrame families, DataFrame episodes, DataFrame readings, DataFrame forms, DataFrame findings) {
        this.families = families;
        this.episodes = episodes;
        this.readings = readings;
        this.forms = forms;
        this.findings = findings;
    }

    private static Extractor<CsvRecord, ?> number(int column) {
        return Extractor.$int(row -> Integer.parseInt(row.getField(column)));
    }

    private static Extractor<CsvRecord, ?> day(int column) {
        return Extractor.$int(row -> row.getField(column).isEmpty()
                ? Integer.MAX_VALUE
                : (int) LocalDate.parse(row.getField(column)).toEpochDay());
    }

    private static Extractor<CsvRecord, ?> kind(int column) {
        return Extractor.$int(row -> List.of("initial", "review", "closure").indexOf(row.getField(column)));
    }

    /** Texts of which there are few, each once. */
    private static Extractor<CsvRecord, ?> word(int column) {
        Map<String, String> words = new HashMap<>();
        return Extractor.$col(row -> words.computeIfAbsent(row.getField(column), word -> word));
    }

    private static Extractor<CsvRecord, ?> score(int column) {
        return Extractor.$int(row -> row.getField(column).isEmpty() ? 0 : Integer.parseInt(row.getField(column)));
    }

    private static DataFrame read(Path folder, String table, List<String> names, List<Extractor<CsvRecord, ?>> cells) {
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
        Extractor<CsvRecord, ?>[] extractors = cells.toArray(new Extractor[0]);
        DataFrameAppender<CsvRecord> rows = DataFrame.byRow(extractors)
                .columnNames(names.toArray(String[]::new))
                .appender();
        CsvLines.read(folder, table, rows::append);
        return rows.toDataFrame();
    }

    static DflibData load(Path folder) {
        List<String> readingColumns = new ArrayList<>(List.of("family", "day", "kind"));
        List<Extractor<CsvRecord, ?>> readingCells = new ArrayList<>(List.of(number(0), day(1), kind(2)));
        for (int area = 0; area < Answers.AREAS.length; area++) {
            readingColumns.add("score" + area);
            readingCells.add(score(3 + area));
        }
        return new DflibData(
                read(folder, "families", List.of("family", "district"), List.of(number(0), word(1))),
                read(folder, "episodes", List.of("family", "opened", "closed"), List.of(number(1), day(3), day(4))),
                read(folder, "star_readings", readingColumns, readingCells),
                read(
                        folder,
                        "assessments",
                        List.of("form", "id", "family", "day", "kind"),
                        List.of(number(0), Extractor.$col(row -> row.getField(0)), number(1), day(3), kind(4))),
                read(folder, "findings", List.of("form", "issue", "present"), List.of(number(0), word(1), word(2))));
    }

    @Override
    public Answers answer(Set<Question> questions) {
        DataFrame seen = episodes.rows($int("opened").le(Year.LAST_DAY)).select();
        DataFrame counted = seen.rows($int("closed").between(Year.FIRST_DAY, Year.LAST_DAY))
                .select()
                .sort($int("closed").asc(), $int("opened").asc())
                .group("family")
                .agg(
                        $int("family").first().as("family"),
                        $int("opened").last().as("opened"),
                        $int("closed").last().as("closed"))
                .innerJoin(families)
                .on("family")
                .cols("family", "opened", "closed", "district")
                .select();
        DataFrame pairs = questions.contains(Question.REDUCTION) ? answerPairs(counted) : DataFrame.empty("issue");
        List<String> districts = texts(families, "district");
        List<String> issues = texts(pairs, "issue");
        Answers answers = new Answers(
                districts.stream()
                        .map(district -> district.isEmpty() ? Answers.NOT_RECORDED : district)
                        .toArray(String[]::new),
                issues.toArray(String[]::new));
        if (questions.contains(Question.TRANSITIONS) || questions.contains(Question.PROGRESS)) {
            addStages(readingPairs(counted), districts, questions, answers);
        }
        if (questions.contains(Question.REDUCTION)) {
            addReductions(pairs, districts, issues, answers);
        }
        if (questions.contains(Question.ACTIVITY)) {
            addActivity(seen, districts, answers);
        }
        return answers;
    }

    private static List<String> texts(DataFrame rows, String column) {
        List<String> texts = new ArrayList<>();
        rows.getColumn(column).unique().forEach(text -> texts.add((String) text));
        return texts;
    }

    private static String text(RowProxy row, String column) {
        return row.get(column, String.class);
    }

    private static int number(RowProxy row, String column) {
        return row.get(column, Integer.class);
    }

    /** The district, and the scores of the first and the last reading: {@code first0, last0} and so on. */
    private DataFrame readingPairs(DataFrame counted) {
        List<org.dflib.Exp<?>> firsts = new ArrayList<>(List.of(
                $int("family").first().as("family"),
                $str("district").first().as("district"),
                $int("closed").first().as("closed"),
                $int("day").first().as("firstDay")));
        List<org.dflib.Exp<?>> lasts =
                new ArrayList<>(List.of($str("district").first().as("district")));
        for (int area = 0; area < Answers.AREAS.length; area++) {
            firsts.add($int("score" + area).first().as("first" + area));
            lasts.add($int("first" + area).first().as("first" + area));
            lasts.add($int("score" + area).last().as("last" + area));
        }
        DataFrame first = readings.rows($int("kind").eq(INITIAL))
                .select()
                .innerJoin(counted)
                .on("family")
                .colsExcept("kind")
                .select()
                .rows($int("day").ge($int("opened")).and($int("day").le($int("closed"))))
                .select()
                .sort($int("day").asc())
                .group("family")
                .agg(firsts.toArray(org.dflib.Exp<?>[]::new));
        return readings.rows($int("kind").gt(INITIAL))
                .select()
                .innerJoin(first)
                .on("family")
                .select()
                .rows($int("day").gt($int("firstDay")).and($int("day").le($int("closed"))))
                .select()
                .sort($int("day").asc(), $int("kind").asc())
                .group("family")
                .agg(lasts.toArray(org.dflib.Exp<?>[]::new));
    }

    private static void addStages(DataFrame pairs, List<String> districts, Set<Question> questions, Answers answers) {
        for (int area = 0; area < Answers.AREAS.length; area++) {
            int place = area;
            DataFrame stages = pairs.rows(
                            $int("first" + area).gt(0).and($int("last" + area).gt(0)))
                    .select()
                    .cols("district", "first", "last")
                    .select(
                            $str("district"),
                            $int("first" + area).mapVal(DflibData::stage),
                            $int("last" + area).mapVal(DflibData::stage));
            if (questions.contains(Question.TRANSITIONS)) {
                stages.group("district", "first", "last")
                        .agg(
                                $str("district").first().as("district"),
                                $col("first").first().as("first"),
                                $col("last").first().as("last"),
                                count().as("families"))
                        .forEach(row -> answers.addTransition(
                                districts.indexOf(text(row, "district")),
                                place,
                                number(row, "first"),
                                number(row, "last"),
                                number(row, "families")));
            }
            if (questions.contains(Question.PROGRESS)) {
                stages.group("district", "first")
                        .agg(
                                $str("district").first().as("district"),
                                $col("first").first().as("first"),
                                count().as("families"),
                                count($int("last").gt($int("first"))).as("progressed"))
                        .forEach(row -> answers.addProgress(
                                districts.indexOf(text(row, "district")),
                                place,
                                number(row, "first"),
                                number(row, "families"),
                                number(row, "progressed")));
            }
        }
    }

    private static int stage(int score) {
        return (score - 1) / 2;
    }

    /** {@code district, issue, first, last}: the answers to an issue in both forms, yes or no. */
    private DataFrame answerPairs(DataFrame counted) {
        DataFrame first = forms.rows($int("kind").eq(INITIAL))
                .select()
                .innerJoin(counted)
                .on("family")
                .cols("form", "id", "family", "day", "opened", "closed", "district")
                .select()
                .rows($int("day").ge($int("opened")).and($int("day").le($int("closed"))))
                .select()
                .sort($int("day").asc(), $str("id").asc())
                .group("family")
                .agg(
                        $int("family").first().as("family"),
                        $str("district").first().as("district"),
                        $int("closed").first().as("closed"),
                        $int("day").first().as("firstDay"),
                        $int("form").first().as("pair"));
        DataFrame pairs = forms.rows($int("kind").gt(INITIAL))
                .select()
                .innerJoin(first)
                .on("family")
                .cols("form", "id", "family", "day", "kind", "closed", "firstDay", "pair", "district")
                .select()
                .rows($int("day").gt($int("firstDay")).and($int("day").le($int("closed"))))
                .select()
                .sort($int("day").asc(), $int("kind").asc(), $str("id").asc())
                .group("family")
                .agg(
                        $str("district").first().as("district"),
                        $int("pair").first().as("pair"),
                        $int("form").last().as("lastForm"));
        DataFrame answered = findings.rows($str("present").ne("unknown")).select();
        DataFrame atFirst = answered.innerJoin(pairs)
                .on("form", "pair")
                .cols("pair", "district", "issue", "present")
                .selectAs("pair", "district", "issue", "first");
        DataFrame atLast = answered.innerJoin(pairs)
                .on("form", "lastForm")
                .cols("pair", "issue", "present")
                .selectAs("pair", "issue", "last");
        return atFirst.innerJoin(atLast)
                .on(Hasher.of("pair").and("issue"))
                .cols("district", "issue", "first", "last")
                .select();
    }

    private static void addReductions(DataFrame pairs, List<String> districts, List<String> issues, Answers answers) {
        pairs.group("district", "issue", "first", "last")
                .agg(
                        $str("district").first().as("district"),
                        $str("issue").first().as("issue"),
                        $str("first").first().as("first"),
                        $str("last").first().as("last"),
                        count().as("families"))
                .forEach(row -> answers.addPair(
                        districts.indexOf(text(row, "district")),
                        issues.indexOf(text(row, "issue")),
                        text(row, "first").equals("yes"),
                        text(row, "last").equals("yes"),
                        number(row, "families")));
    }

    private void addActivity(DataFrame seen, List<String> districts, Answers answers) {
        seen.group("family")
                .agg(
                        $int("family").first().as("family"),
                        count($int("closed").ge(Year.FIRST_DAY)).as("workedWith"),
                        count($int("opened").ge(Year.FIRST_DAY)).as("opened"),
                        count($int("closed").between(Year.FIRST_DAY, Year.LAST_DAY))
                                .as("closed"))
                .innerJoin(families)
                .on("family")
                .cols("district", "workedWith", "opened", "closed")
                .select()
                .group("district")
                .agg(
                        $str("district").first().as("district"),
                        count($int("workedWith").gt(0)).as("workedWith"),
                        count($int("opened").gt(0)).as("opened"),
                        count($int("closed").gt(0)).as("closed"))
                .forEach(row -> answers.addActivity(
                        districts.indexOf(text(row, "district")),
                        number(row, "workedWith"),
                        number(row, "opened"),
                        number(row, "closed")));
    }
}
