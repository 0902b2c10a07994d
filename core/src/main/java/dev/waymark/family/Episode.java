package dev.waymark.family;

import java.time.LocalDate;
import java.util.Optional;

/** One spell of the family with a service, as it stood on the as-at date: a later closing is not known yet. */
public final class Episode extends CaseRecord {

    private final CaseColumns columns;
    private final Optional<Episode> present = Optional.of(this);
    private final FamilyCase family;

    Episode(CaseColumns columns, FamilyCase family) {
        this.columns = columns;
        this.family = family;
    }

    Optional<Episode> present() {
        return present;
    }

    /** The id. */
    public String id() {
        return columns.episodes.ids().get(row);
    }

    /** The service. */
    public String service() {
        return columns.services.text(columns.service.get(row));
    }

    /** The worker, if one is named. */
    public Optional<String> worker() {
        return columns.workers.ifRecorded(columns.worker.get(row));
    }

    /** The first day, as days since 1970-01-01. */
    public int openedDay() {
        return columns.opened.get(row);
    }

    /** The first day. */
    public LocalDate opened() {
        return date(openedDay());
    }

    /** Whether the episode was closed by the as-at date. */
    public boolean isClosed() {
        int closed = columns.closed.get(row);
        return closed != CaseColumns.NONE && closed <= family.asAtDay();
    }

    /** The day of closing as days since 1970-01-01, or {@link Integer#MAX_VALUE} while the episode is not closed. */
    public int closedDay() {
        return isClosed() ? columns.closed.get(row) : Integer.MAX_VALUE;
    }

    /** The day of closing, if the episode is closed. */
    public Optional<LocalDate> closed() {
        return isClosed() ? Optional.of(date(closedDay())) : Optional.empty();
    }

    /** Whether the episode was open at the end of a day: opened on or before it, and not closed or closed after it. */
    public boolean isOpenOn(int day) {
        return openedDay() <= day && closedDay() > day;
    }

    /**
     * Whether a record of this day belongs to the episode: from opening to closing (or to the as-at date), both
     * included.
     */
    public boolean includes(int day) {
        return openedDay() <= day && day <= Math.min(closedDay(), family.asAtDay());
    }
}
