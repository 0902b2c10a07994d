package dev.waymark;

import java.util.List;

/**
 * Something a caller must put right before Waymark can go on: one sentence with a stable code.
 *
 * <p>The message reads {@code CODE: what (value, place). What to do.} Codes start with {@code WM-} and stay the same
 * from version to version, so that a host can act on {@link #code()}. A message never quotes text that could name a
 * person. {@link #details()} holds further lines (such as the first rejected rows of a strict run); it is empty for
 * most.
 */
public final class WaymarkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> details;

    /** A problem with its code and the sentences that say what, where and what to do. */
    public WaymarkException(String code, String message) {
        this(code, message, List.of());
    }

    /** A problem that another exception caused. */
    public WaymarkException(String code, String message, Throwable cause) {
        super(code + ": " + message, cause);
        this.code = code;
        this.details = List.of();
    }

    /** A problem with further lines that list where it was found. */
    public WaymarkException(String code, String message, List<String> details) {
        super(code + ": " + message);
        this.code = code;
        this.details = List.copyOf(details);
    }

    private WaymarkException(WaymarkException same, List<String> details) {
        super(same.getMessage(), same);
        this.code = same.code;
        this.details = List.copyOf(details);
    }

    /** The same problem with these lines in place of its own, for who knows more of where it comes from. */
    public WaymarkException withDetails(List<String> lines) {
        return new WaymarkException(this, lines);
    }

    /** The stable code, such as {@code WM-PERIOD}. */
    public String code() {
        return code;
    }

    /** Further lines beside the message, in the order they should be read; empty for most problems. */
    public List<String> details() {
        return details == null ? List.of() : details;
    }
}
