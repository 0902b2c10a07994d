package dev.waymark.pbr.scheme;

import dev.waymark.WaymarkException;
import dev.waymark.data.TextOrder;
import dev.waymark.definition.Definition;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The schemes that there are: those that ship, and those a caller brings.
 *
 * <p>A scheme may extend another and say only what differs. A caller's scheme with the id of one that ships takes its
 * place, and may extend it. <b>Errors:</b> {@code WM-DEFINITION} for a scheme that cannot be read, two of one id, a
 * cycle, an unknown scheme to extend; {@code WM-SCHEME-UNKNOWN} for a choice that is not there. <b>Threads:</b>
 * immutable.
 */
public final class SchemeBook {

    private static final List<String> SHIPPED =
            List.of("troubled-families-1", "troubled-families-2", "supporting-families-2022");

    private final Map<String, Scheme> schemes = new LinkedHashMap<>();

    private SchemeBook(
            Map<String, Definition> shipped, Map<String, Definition> own, IssueTaxonomy taxonomy, List<Star> stars) {
        Map<String, Definition> all = new LinkedHashMap<>(shipped);
        all.putAll(own);
        all.forEach((id, definition) ->
                schemes.put(id, Scheme.read(whole(definition, new ArrayList<>(), shipped, own), taxonomy, stars)));
    }

    /** The schemes that ship and those of these definitions, format {@code waymark-scheme/1}. */
    public static SchemeBook of(List<Definition> own, IssueTaxonomy taxonomy, List<Star> stars) {
        Map<String, Definition> shipped = new LinkedHashMap<>();
        for (String id : SHIPPED) {
            shipped.put(id, Definition.resource(SchemeBook.class, id + ".json"));
        }
        Map<String, Definition> byId = new LinkedHashMap<>();
        for (Definition definition : own) {
            definition.requireFormat(Scheme.FORMAT);
            if (byId.putIfAbsent(definition.at("id").code(), definition) != null) {
                throw definition.at("id").refuse("an id that no other scheme given has");
            }
        }
        return new SchemeBook(shipped, byId, taxonomy, stars);
    }

    /** A definition with all that it extends. */
    private static Definition whole(
            Definition scheme, List<Definition> below, Map<String, Definition> shipped, Map<String, Definition> own) {
        if (scheme.find("extends").isEmpty()) {
            return scheme;
        }
        Definition extended = scheme.at("extends");
        String id = extended.text();
        Map<String, Definition> known = new HashMap<>(shipped);
        known.putAll(own);
        boolean isOwnNameOfShipped = id.equals(scheme.at("id").text()) && own.get(id) == scheme;
        Optional<Definition> other = Optional.ofNullable(isOwnNameOfShipped ? shipped.get(id) : known.get(id));
        if (other.isEmpty() && !isOwnNameOfShipped) {
            throw extended.refuse("the id of a scheme: "
                    + String.join(
                            ", ",
                            known.keySet().stream().sorted(TextOrder.A_TO_Z).toList()));
        }
        List<Definition> path = new ArrayList<>(below);
        path.add(scheme);
        if (other.isEmpty() || path.contains(other.get())) {
            throw extended.refuse("the id of a scheme that does not extend this one: "
                    + String.join(
                            " -> ",
                            path.stream().map(one -> one.at("id").text()).toList())
                    + " -> " + id + " is a cycle");
        }
        return scheme.extending(whole(other.get(), path, shipped, own));
    }

    /** The schemes, A to Z. */
    public List<Scheme> all() {
        return schemes.keySet().stream()
                .sorted(TextOrder.A_TO_Z)
                .flatMap(id -> Optional.ofNullable(schemes.get(id)).stream())
                .toList();
    }

    /**
     * The scheme of an id, which must be complete.
     *
     * @throws WaymarkException {@code WM-SCHEME-UNKNOWN} if there is none, {@code WM-DEFINITION} if a number of it that
     *     is not published has not been given
     */
    public Scheme scheme(String id) {
        Scheme scheme = schemes.get(id);
        if (scheme == null) {
            throw new WaymarkException(
                    "WM-SCHEME-UNKNOWN",
                    "there is no scheme '" + id + "'. There are: "
                            + String.join(", ", all().stream().map(Scheme::id).toList())
                            + ". Choose one of them, or give yours with --schemes.");
        }
        if (!scheme.open().isEmpty()) {
            throw scheme.open().get(0).get();
        }
        return scheme;
    }

    /**
     * The schemes to run, A to Z: those chosen, or, with none chosen, those whose programme runs on the as-at date and
     * of which every number is given.
     */
    public List<Scheme> running(LocalDate asAt, List<String> chosen) {
        if (!chosen.isEmpty()) {
            return chosen.stream()
                    .distinct()
                    .sorted(TextOrder.A_TO_Z)
                    .map(this::scheme)
                    .toList();
        }
        return all().stream()
                .filter(scheme -> scheme.runsOn(asAt) && scheme.open().isEmpty())
                .toList();
    }
}
