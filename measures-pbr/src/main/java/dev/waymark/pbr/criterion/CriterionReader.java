package dev.waymark.pbr.criterion;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import dev.waymark.family.Incident;
import dev.waymark.family.Spell;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.HeadlineNeed;
import dev.waymark.taxonomy.Issue;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads criteria, problems and thresholds from a scheme file, and refuses what is not allowed there.
 *
 * <p>A threshold whose value is {@code null} is open: the scheme can be extended by one that gives it, and not be run
 * before. <b>Errors:</b> {@code WM-DEFINITION}, naming file, path and what is allowed. <b>Threads:</b> one at a time.
 */
public final class CriterionReader {

    private static final int MOST_MONTHS = 120;
    private static final int MOST_PERCENT = 100;
    private static final int DECIMALS_OF_PERCENT = 2;

    private final IssueTaxonomy taxonomy;
    private final List<Star> stars;
    private final List<Supplier<WaymarkException>> open = new ArrayList<>();
    private final Map<String, Integer> problems = new HashMap<>();

    /** A reader for one scheme. */
    public CriterionReader(IssueTaxonomy taxonomy, List<Star> stars) {
        this.taxonomy = taxonomy;
        this.stars = List.copyOf(stars);
    }

    /** The thresholds read so far that nobody has given a value, each as the error it is to run without it. */
    public List<Supplier<WaymarkException>> open() {
        return List.copyOf(open);
    }

    /** Reads a criterion of a family; {@code more} are the keys it may have besides those of its kind. */
    public Criterion family(Definition criterion, String... more) {
        return read(criterion, false, more);
    }

    private Criterion read(Definition criterion, boolean ofPerson, String... more) {
        Kinds.Kind kind =
                Kinds.of(criterion.at("kind").oneOf(Kinds.words(ofPerson).toArray(String[]::new)));
        List<String> allowed = new ArrayList<>(Arrays.asList(more));
        allowed.add("kind");
        allowed.addAll(kind.keys());
        criterion.allowOnly(allowed.toArray(String[]::new));
        return kind.read(new Part(this, criterion, ofPerson));
    }

    /** Reads the problems of a scheme, of which criteria may speak. */
    public ProblemList problems(Definition scheme) {
        List<ProblemList.Problem> read = new ArrayList<>();
        if (scheme.find("problems").isEmpty()) {
            return ProblemList.none();
        }
        for (Definition problem : scheme.at("problems").elements()) {
            problem.allowOnly("id", "title", "need", "issues", "signs");
            String id = problem.at("id").code();
            if (problems.putIfAbsent(id, read.size()) != null) {
                throw problem.at("id").refuse("an id that no other problem has");
            }
            List<Sign> signs = new ArrayList<>();
            if (problem.find("signs").isPresent()) {
                for (Definition sign : problem.at("signs").elements()) {
                    signs.add(Sign.read(new Part(this, sign, false)));
                }
            }
            problem.at("title").text(); // must be there, for people who read the scheme
            read.add(new ProblemList.Problem(id, new Part(this, problem, false).issues(), signs));
        }
        return new ProblemList(read, number(scheme, "problemMonthsBefore", 1, MOST_MONTHS));
    }

    /** Reads a threshold that is a whole number. */
    public Threshold number(Definition owner, String name, int least, int most) {
        return threshold(owner.at(name), name, least, most, 0);
    }

    /** A need of the run's taxonomy or of the one that ships, which the schemes that ship speak of. */
    private String need(Definition named) {
        String need = named.text();
        // the shipped one is read only for what the run's does not know
        return codes(taxonomy).anyMatch(need::equals)
                ? need
                : named.oneOf(Stream.concat(codes(taxonomy), codes(IssueTaxonomy.familySupport()))
                        .distinct()
                        .toArray(String[]::new));
    }

    private static Stream<String> codes(IssueTaxonomy taxonomy) {
        return taxonomy.needs().stream().map(HeadlineNeed::code);
    }

    private Threshold threshold(Definition threshold, String name, int least, int most, int decimals) {
        threshold.allowOnly("value", "mark", "source", "before");
        Mark mark = Mark.of(threshold.at("mark").oneOf("S", "V", "A"));
        String source = threshold.at("source").text();
        if (threshold.at("value").isNull()) {
            open.add(() -> threshold
                    .at("value")
                    .refuse("a value of your own, in a scheme that extends this one, since none is published; a number"
                            + " from " + least + " to " + most));
            return new Threshold(name, BigDecimal.valueOf(least), List.of(), mark, source);
        }
        List<Threshold.Earlier> earlier = new ArrayList<>();
        if (threshold.find("before").isPresent()) {
            LocalDate last = LocalDate.MIN;
            for (Definition one : threshold.at("before").elements()) {
                one.allowOnly("date", "value");
                LocalDate before = one.at("date").date();
                if (!before.isAfter(last)) {
                    throw one.at("date").refuse("a day after " + last + ", the one listed before it");
                }
                last = before;
                earlier.add(new Threshold.Earlier(before, one.at("value").decimal(least, most, decimals)));
            }
        }
        return new Threshold(name, threshold.at("value").decimal(least, most, decimals), earlier, mark, source);
    }

    /** One criterion, or sign of a problem, as it is read. */
    static final class Part {
        private final CriterionReader reader;
        private final Definition definition;
        private final boolean ofPerson;

        private Part(CriterionReader reader, Definition definition, boolean ofPerson) {
            this.reader = reader;
            this.definition = definition;
            this.ofPerson = ofPerson;
        }

        Definition definition() {
            return definition;
        }

        Threshold whole(String name, int least, int most) {
            return reader.number(definition.at("thresholds"), name, least, most);
        }

        /** A whole number among others, such as lengths by type. */
        Threshold wholeIn(Definition numbers, String name, int least, int most) {
            return reader.number(numbers, name, least, most);
        }

        Threshold months(String name) {
            return whole(name, 1, MOST_MONTHS);
        }

        Threshold percent(String name) {
            return reader.threshold(definition.at("thresholds").at(name), name, 0, MOST_PERCENT, DECIMALS_OF_PERCENT);
        }

        boolean has(String threshold) {
            return definition.at("thresholds").find(threshold).isPresent();
        }

        void allowThresholds(String... names) {
            definition.at("thresholds").allowOnly(names);
        }

        /** The criteria of a list, about the same family or person. */
        Criterion[] criteria(String key) {
            List<Definition> elements = definition.at(key).elements();
            if (elements.isEmpty()) {
                throw definition.at(key).refuse("a list of at least one criterion");
            }
            return elements.stream()
                    .map(element -> reader.read(element, ofPerson))
                    .toArray(Criterion[]::new);
        }

        /** A criterion about the same family or person. */
        Criterion criterion(String key) {
            return reader.read(definition.at(key), ofPerson);
        }

        /** A criterion about each of some members. */
        Criterion criterionOfPerson(String key) {
            return reader.read(definition.at(key), true);
        }

        Set<Incident.Event> events(String key) {
            Set<Incident.Event> events = new LinkedHashSet<>();
            String[] words = Arrays.stream(Incident.Event.values())
                    .map(Incident.Event::word)
                    .toArray(String[]::new);
            for (Definition event : some(key)) {
                events.add(Incident.Event.valueOf(constant(event.oneOf(words))));
            }
            return events;
        }

        Set<Spell.State> states(String key) {
            Set<Spell.State> states = new LinkedHashSet<>();
            String[] words =
                    Arrays.stream(Spell.State.values()).map(Spell.State::word).toArray(String[]::new);
            for (Definition state : some(key)) {
                states.add(Spell.State.valueOf(constant(state.oneOf(words))));
            }
            return states;
        }

        private List<Definition> some(String key) {
            List<Definition> elements = definition.at(key).elements();
            if (elements.isEmpty()) {
                throw definition.at(key).refuse("a list that is not empty");
            }
            return elements;
        }

        private static String constant(String word) {
            return word.toUpperCase(Locale.ROOT).replace('-', '_');
        }

        /** The place of the problem that is named. */
        int problem(String key) {
            Integer place = reader.problems.get(definition.at(key).text());
            if (place == null) {
                throw definition
                        .at(key)
                        .refuse("the id of a problem of the scheme: "
                                + String.join(
                                        ", ",
                                        reader.problems.keySet().stream()
                                                .sorted()
                                                .toList()));
            }
            return place;
        }

        /** The issues that are listed, or that the taxonomy files under the headline need that is named. */
        IssueSet issues() {
            if (definition.find("issues").isPresent()) {
                return new IssueSet(
                        some("issues").stream().map(Definition::text).collect(Collectors.toSet()));
            }
            String need = reader.need(definition.at("need"));
            Set<String> issues = new LinkedHashSet<>();
            for (Issue issue : reader.taxonomy.issues()) {
                if (issue.need().equals(Optional.of(need))) {
                    issues.add(issue.code());
                }
            }
            return new IssueSet(issues);
        }

        /** The Star that is named, or the Family Star Plus. */
        Star star(String key) {
            String id = definition.find(key).map(Definition::text).orElse(Star.DEFAULT_ID);
            return reader.stars.stream()
                    .filter(star -> star.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> definition
                            .at(key)
                            .refuse("the id of a Star that has a definition: "
                                    + String.join(
                                            ", ",
                                            reader.stars.stream().map(Star::id).toList())));
        }
    }
}
