package dev.waymark.reference;

/**
 * One part of a report that is split by district or by service.
 *
 * @param dimension {@code district} or {@code service}
 * @param value the district or service; {@code not-recorded} for the families without a district
 */
public record ReferenceStratum(String dimension, String value) {

    /** The families of one district. */
    public static ReferenceStratum district(String value) {
        return new ReferenceStratum("district", value);
    }

    /** The families and episodes of one service. */
    public static ReferenceStratum service(String value) {
        return new ReferenceStratum("service", value);
    }
}
