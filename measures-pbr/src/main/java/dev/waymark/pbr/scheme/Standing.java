package dev.waymark.pbr.scheme;

/** Whether a family is judged under a scheme. */
public enum Standing {
    /** It has no episode that was open within the look-back, so it is not looked at. */
    NOT_LOOKED_AT,
    /** It was claimed under the scheme before the period, and is never claimed again. */
    ALREADY_CLAIMED,
    /** It is judged. */
    EVALUATED
}
