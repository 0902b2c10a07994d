package dev.waymark.family;

import dev.waymark.star.Star;
import java.time.LocalDate;
import java.util.Optional;

/** One completed Star of the family. */
public final class StarReading extends CaseRecord {

    private final CaseColumns columns;
    private final Optional<StarReading> present = Optional.of(this);

    StarReading(CaseColumns columns) {
        this.columns = columns;
    }

    Optional<StarReading> present() {
        return present;
    }

    /** The Star that was used. */
    public Star star() {
        return columns.stars[columns.readingStar.get(row)];
    }

    /** When in the work it was taken. */
    public Kind kind() {
        return Kind.of(columns.readingKind.get(row));
    }

    /** The day, as days since 1970-01-01. */
    public int day() {
        return columns.readingDate.get(row);
    }

    /** The day. */
    public LocalDate date() {
        return date(day());
    }

    /** Whether an area (its place in the Star) was scored. */
    public boolean isScored(int area) {
        return columns.scores.get(row, area) != CaseColumns.NO_SCORE;
    }

    /**
     * The score of an area (its place in the Star).
     *
     * @throws IllegalStateException if the area was not scored
     */
    public int score(int area) {
        byte score = columns.scores.get(row, area);
        if (score == CaseColumns.NO_SCORE) {
            throw new IllegalStateException("the area was not scored. Ask isScored(area) first.");
        }
        return score;
    }
}
