package dev.waymark.disclosure;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import java.util.List;
import java.util.Optional;

/**
 * What may be published of a count: which are suppressed, and how the others are rounded.
 *
 * <p>The policies that ship with Waymark are {@code none}, {@code dfe}, {@code nhs} and {@code midpoint6}; a council's
 * own is a file of the same format, {@code waymark-disclosure/1}. <b>Errors:</b> {@code WM-DISCLOSURE} for a name that
 * is no policy, {@code WM-DEFINITION} for a file that is none. <b>Threads:</b> immutable.
 *
 * @param id the policy's id
 * @param version the version of the policy
 * @param title what the policy is, in a few words
 * @param source where its rules come from
 * @param suppressUpTo counts from 1 to this one are suppressed; 0 where none is
 * @param complements whether a percentage is suppressed too when only so few of its base are not in its numerator
 * @param rounding how the counts that are shown are rounded; empty where they are exact
 */
public record DisclosurePolicy(
        String id,
        String version,
        String title,
        String source,
        int suppressUpTo,
        boolean complements,
        Optional<Rounding> rounding) {

    private static final List<String> NAMES = List.of("none", "dfe", "nhs", "midpoint6");
    private static final int LARGEST = 1000;

    /** The names of the policies that ship with Waymark. */
    public static List<String> names() {
        return NAMES;
    }

    /** The policy of this name that ships with Waymark. */
    public static DisclosurePolicy named(String name) {
        if (!NAMES.contains(name)) {
            throw new WaymarkException(
                    "WM-DISCLOSURE",
                    "there is no disclosure policy '" + name + "'. Take one of " + String.join(", ", NAMES)
                            + ", or give the file of your own.");
        }
        return read(Definition.resource(DisclosurePolicy.class, name + ".json"));
    }

    /** Reads a policy from its definition, format {@code waymark-disclosure/1}. */
    public static DisclosurePolicy read(Definition policy) {
        policy.requireFormat("waymark-disclosure/1");
        policy.allowOnly("format", "id", "version", "title", "source", "suppressUpTo", "complements", "rounding");
        int suppressUpTo = policy.at("suppressUpTo").whole(0, LARGEST);
        return new DisclosurePolicy(
                policy.at("id").code(),
                policy.at("version").text(),
                policy.at("title").text(),
                policy.at("source").text(),
                suppressUpTo,
                policy.at("complements").yes(),
                policy.find("rounding").map(rounding -> Rounding.read(rounding, suppressUpTo)));
    }

    /** Whether every figure stays as it is. */
    public boolean changesNothing() {
        return suppressUpTo == 0 && rounding.isEmpty();
    }

    /** Whether a count is so small that it is not shown. Zero is shown. */
    public boolean suppresses(long count) {
        return count > 0 && count <= suppressUpTo;
    }

    /** A number as it is published, if it is: a count that the policy does not suppress, or a difference of counts. */
    public long rounded(long number) {
        return rounding.isPresent() ? rounding.get().rounded(number) : number;
    }

    /** The policy in words for those who read the figures. */
    public String inWords() {
        if (changesNothing()) {
            return "No figure is suppressed or rounded, however small.";
        }
        StringBuilder words = new StringBuilder();
        if (suppressUpTo > 0) {
            words.append("Counts from 1 to ")
                    .append(suppressUpTo)
                    .append(" are suppressed, and with them what rests on");
            words.append(complements ? " them or leaves so few out of its base." : " them.");
        }
        if (rounding.isPresent()) {
            words.append(words.isEmpty() ? "" : " ").append(rounding.get().inWords());
        }
        words.append(" Further figures are suppressed where one that must not be seen could be worked out from them.");
        return words.toString();
    }
}
