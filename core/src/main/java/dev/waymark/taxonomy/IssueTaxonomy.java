package dev.waymark.taxonomy;

import dev.waymark.definition.Definition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The issues that a council's forms ask about, filed under headline needs and areas of a Star.
 *
 * <p>A council's own taxonomy either stands alone or extends the one that ships: then an issue or need it lists takes
 * the place of the one with the same code, and the others are added behind. <b>Errors:</b> {@code WM-DEFINITION},
 * naming file and path, for an unknown level, subject, need or taxonomy to extend, and for a code that stands twice.
 * <b>Threads:</b> immutable. <b>Source:</b> the format {@code waymark-issues/1} in docs/data-format.md.
 */
public final class IssueTaxonomy {

    private static final String FORMAT = "waymark-issues/1";
    private static final String SHIPPED = "family-support";

    private final String id;
    private final String version;
    private final Map<String, HeadlineNeed> needs;
    private final Map<String, Issue> issues;

    private IssueTaxonomy(String id, String version, Map<String, HeadlineNeed> needs, Map<String, Issue> issues) {
        this.id = id;
        this.version = version;
        this.needs = needs;
        this.issues = issues;
    }

    /** The taxonomy that ships: issues of family support under six headline needs. */
    public static IssueTaxonomy familySupport() {
        return read(Definition.resource(IssueTaxonomy.class, SHIPPED + ".json"));
    }

    /** Reads a taxonomy from its definition, format {@code waymark-issues/1}. */
    public static IssueTaxonomy read(Definition taxonomy) {
        taxonomy.requireFormat(FORMAT);
        taxonomy.allowOnly("format", "id", "version", "extends", "needs", "issues");
        Map<String, HeadlineNeed> needs = new LinkedHashMap<>();
        Map<String, Issue> issues = new LinkedHashMap<>();
        if (taxonomy.find("extends").isPresent()) {
            taxonomy.at("extends").oneOf(SHIPPED);
            IssueTaxonomy shipped = familySupport();
            needs.putAll(shipped.needs);
            issues.putAll(shipped.issues);
        }
        readNeeds(taxonomy).forEach(need -> needs.put(need.code(), need));
        readIssues(taxonomy, needs.keySet()).forEach(issue -> issues.put(issue.code(), issue));
        return new IssueTaxonomy(
                taxonomy.at("id").code(), taxonomy.at("version").text(), needs, issues);
    }

    private static List<HeadlineNeed> readNeeds(Definition taxonomy) {
        List<HeadlineNeed> needs = new ArrayList<>();
        for (Definition need : list(taxonomy, "needs")) {
            need.allowOnly("code", "label");
            String code = need.at("code").code();
            if (needs.stream().anyMatch(other -> other.code().equals(code))) {
                throw need.at("code").refuse("a code that no other need of the file has");
            }
            needs.add(new HeadlineNeed(code, need.at("label").text()));
        }
        return needs;
    }

    private static List<Issue> readIssues(Definition taxonomy, Collection<String> needs) {
        Map<String, Issue> issues = new LinkedHashMap<>();
        for (Definition issue : list(taxonomy, "issues")) {
            issue.allowOnly("code", "label", "level", "subject", "starArea", "need");
            Level level = Level.valueOf(word(issue.at("level"), Level.values()));
            if (level == Level.FAMILY && issue.find("subject").isPresent()) {
                throw issue.at("subject").refuse("null, since the issue is one of the family");
            }
            Optional<String> need = issue.find("need").map(Definition::code);
            if (need.isPresent() && !needs.contains(need.get())) {
                throw issue.at("need").refuse("null or a headline need: " + String.join(", ", needs));
            }
            Issue read = new Issue(
                    issue.at("code").text(),
                    issue.at("label").text(),
                    level,
                    level == Level.FAMILY
                            ? Optional.empty()
                            : Optional.of(Issue.Subject.valueOf(word(issue.at("subject"), Issue.Subject.values()))),
                    issue.find("starArea").map(Definition::code),
                    need);
            if (issues.putIfAbsent(read.code(), read) != null) {
                throw issue.at("code").refuse("a code that no other issue of the file has");
            }
        }
        return List.copyOf(issues.values());
    }

    private static List<Definition> list(Definition taxonomy, String name) {
        boolean extendsAnother = taxonomy.find("extends").isPresent();
        return extendsAnother && taxonomy.find(name).isEmpty()
                ? List.of()
                : taxonomy.at(name).elements();
    }

    private static String word(Definition value, Enum<?>[] words) {
        return value.oneOf(Arrays.stream(words)
                        .map(w -> w.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new))
                .toUpperCase(Locale.ROOT);
    }

    /** Names the taxonomy. */
    public String id() {
        return id;
    }

    /** The version of the definition. */
    public String version() {
        return version;
    }

    /** The headline needs, in their order. */
    public List<HeadlineNeed> needs() {
        return List.copyOf(needs.values());
    }

    /** The issues, in their order. */
    public List<Issue> issues() {
        return List.copyOf(issues.values());
    }

    /** The issue with a code; empty for one that the taxonomy does not list. */
    public Optional<Issue> issue(String code) {
        return Optional.ofNullable(issues.get(code));
    }

    /** The place in {@link #needs()} of the headline need that an issue shows; -1 if it shows none or is not listed. */
    public int needOf(String issue) {
        Optional<String> need = issue(issue).flatMap(Issue::need);
        return need.isEmpty() ? -1 : List.copyOf(needs.keySet()).indexOf(need.get());
    }
}
