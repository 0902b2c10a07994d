package dev.waymark.benchmarks.compare;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Java streams over records, as a team would write it that has the families as objects. */
final class StreamsData implements LoadedData {

    private static final LocalDate START = LocalDate.parse(Year.FIRST_DATE);
    private static final LocalDate END = LocalDate.parse(Year.LAST_DATE);

    /** What a reading or form was taken for, in the order in which those of one day stand. */
    private enum Kind {
        INITIAL,
        REVIEW,
        CLOSURE
    }

    private record Episode(String id, LocalDate opened, Optional<LocalDate> closed) {
        private Optional<LocalDate> seenClosed() {
            return closed.filter(day -> !day.isAfter(END));
        }

        private boolean isWorkedWith() {
            return seenClosed().map(day -> !day.isBefore(START)).orElse(true);
        }

        private boolean isClosed() {
            return seenClosed().filter(day -> !day.isBefore(START)).isPresent();
        }

        private boolean includes(LocalDate day) {
            return !day.isBefore(opened) && !day.isAfter(seenClosed().orElse(END));
        }
    }

    /** A reading's scores are 0 where none is recorded. */
    private record Reading(LocalDate date, Kind kind, List<Integer> scores) {}

    private record Form(String id, LocalDate date, Kind kind, Map<String, Boolean> answers) {}

    private record Family(String district, List<Episode> episodes, List<Reading> readings, List<Form> forms) {

        private Stream<Episode> seenEpisodes() {
            return episodes.stream().filter(episode -> !episode.opened().isAfter(END));
        }

        private Optional<Episode> counted() {
            return seenEpisodes()
                    .filter(Episode::isClosed)
                    .max(Comparator.comparing(
                                    (Episode episode) -> episode.seenClosed().orElseThrow())
                            .thenComparing(Episode::opened)
                            .thenComparing(Episode::id));
        }

        /** The first and the last of records that belong to the counted episode, if there are both. */
        private <R> Optional<Pair<R>> pair(
                List<R> records, Function<R, LocalDate> date, Function<R, Kind> kind, Function<R, String> id) {
            Comparator<R> order = Comparator.comparing(date).thenComparing(kind).thenComparing(id);
            return counted().flatMap(episode -> {
                List<R> belonging = records.stream()
                        .filter(r -> episode.includes(date.apply(r)))
                        .toList();
                Optional<R> first = belonging.stream()
                        .filter(r -> kind.apply(r) == Kind.INITIAL)
                        .min(order);
                Optional<R> last = first.flatMap(f -> belonging.stream()
                        .filter(r ->
                                kind.apply(r) != Kind.INITIAL && date.apply(r).isAfter(date.apply(f)))
                        .max(order));
                return last.map(l -> new Pair<>(first.orElseThrow(), l));
            });
        }

        private Optional<Pair<Reading>> readingPair() {
            return pair(readings, Reading::date, Reading::kind, reading -> "");
        }

        private Optional<Pair<Form>> formPair() {
            return pair(forms, Form::date, Form::kind, Form::id);
        }
    }

    private record Pair<R>(R first, R last) {}

    private record Transition(String district, int area, int first, int last) {}

    private record Answered(String district, String issue, boolean atFirst, boolean atLast) {}

    private final List<Family> families;
    private final boolean isParallel;

    private StreamsData(List<Family> families, boolean isParallel) {
        this.families = families;
        this.isParallel = isParallel;
    }

    static StreamsData load(Path folder, int threads) {
        Map<String, Family> families = new LinkedHashMap<>();
        CsvLines.read(folder, "families", row -> {
            String district = row.getField(1).isEmpty() ? Answers.NOT_RECORDED : row.getField(1);
            families.put(
                    row.getField(0), new Family(district, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        });
        CsvLines.read(
                folder,
                "episodes",
                row -> family(families, row.getField(1))
                        .episodes()
                        .add(new Episode(
                                row.getField(0),
                                LocalDate.parse(row.getField(3)),
                                row.getField(4).isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(LocalDate.parse(row.getField(4))))));
        CsvLines.read(
                folder,
                "star_readings",
                row -> family(families, row.getField(0))
                        .readings()
                        .add(new Reading(
                                LocalDate.parse(row.getField(1)),
                                kind(row.getField(2)),
                                IntStream.range(0, Answers.AREAS.length)
                                        .mapToObj(area -> row.getField(3 + area))
                                        .map(score -> score.isEmpty() ? 0 : Integer.valueOf(score))
                                        .toList())));
        Map<String, Form> forms = new HashMap<>();
        CsvLines.read(folder, "assessments", row -> {
            Form form =
                    new Form(row.getField(0), LocalDate.parse(row.getField(3)), kind(row.getField(4)), new HashMap<>());
            forms.put(form.id(), form);
            family(families, row.getField(1)).forms().add(form);
        });
        Map<String, String> issues = new HashMap<>();
        CsvLines.read(folder, "findings", row -> {
            if (!row.getField(2).equals("unknown")) {
                String issue = issues.computeIfAbsent(row.getField(1), Function.identity());
                Objects.requireNonNull(forms.get(row.getField(0)))
                        .answers()
                        .put(issue, row.getField(2).equals("yes"));
            }
        });
        return new StreamsData(List.copyOf(families.values()), threads > 1);
    }

    private static Family family(Map<String, Family> families, String id) {
        return Objects.requireNonNull(families.get(id));
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "initial" -> Kind.INITIAL;
            case "review" -> Kind.REVIEW;
            default -> Kind.CLOSURE;
        };
    }

    private Stream<Family> families() {
        return isParallel ? families.parallelStream() : families.stream();
    }

    @Override
    public Answers answer(Set<Question> questions) {
        List<String> districts = families().map(Family::district).distinct().toList();
        Map<Answered, Long> pairs = questions.contains(Question.REDUCTION) ? answered() : Map.of();
        List<String> issues =
                pairs.keySet().stream().map(Answered::issue).distinct().toList();
        Answers answers = new Answers(districts.toArray(String[]::new), issues.toArray(String[]::new));
        pairs.forEach((pair, count) -> answers.addPair(
                districts.indexOf(pair.district()),
                issues.indexOf(pair.issue()),
                pair.atFirst(),
                pair.atLast(),
                count));
        if (questions.contains(Question.TRANSITIONS) || questions.contains(Question.PROGRESS)) {
            transitions().forEach((t, count) -> {
                int district = districts.indexOf(t.district());
                if (questions.contains(Question.TRANSITIONS)) {
                    answers.addTransition(district, t.area(), t.first(), t.last(), count);
                }
                if (questions.contains(Question.PROGRESS)) {
                    answers.addProgress(district, t.area(), t.first(), count, t.last() > t.first() ? count : 0);
                }
            });
        }
        if (questions.contains(Question.ACTIVITY)) {
            families()
                    .collect(groupingBy(Family::district))
                    .forEach((district, of) -> answers.addActivity(
                            districts.indexOf(district),
                            having(of, Episode::isWorkedWith),
                            having(of, episode -> !episode.opened().isBefore(START)),
                            having(of, Episode::isClosed)));
        }
        return answers;
    }

    private static long having(List<Family> families, java.util.function.Predicate<Episode> episode) {
        return families.stream()
                .filter(family -> family.seenEpisodes().anyMatch(episode))
                .count();
    }

    private Map<Transition, Long> transitions() {
        return families()
                .flatMap(family -> family.readingPair().stream()
                        .flatMap(pair -> IntStream.range(0, Answers.AREAS.length)
                                .filter(area -> pair.first().scores().get(area) > 0
                                        && pair.last().scores().get(area) > 0)
                                .mapToObj(area -> new Transition(
                                        family.district(),
                                        area,
                                        (pair.first().scores().get(area) - 1) / 2,
                                        (pair.last().scores().get(area) - 1) / 2))))
                .collect(groupingBy(Function.identity(), counting()));
    }

    private Map<Answered, Long> answered() {
        return families()
                .flatMap(family -> family.formPair().stream()
                        .flatMap(pair -> pair.first().answers().entrySet().stream()
                                .filter(answer -> pair.last().answers().containsKey(answer.getKey()))
                                .map(answer -> new Answered(
                                        family.district(),
                                        answer.getKey(),
                                        answer.getValue(),
                                        Objects.requireNonNull(
                                                pair.last().answers().get(answer.getKey()))))))
                .collect(groupingBy(Function.identity(), counting()));
    }
}
