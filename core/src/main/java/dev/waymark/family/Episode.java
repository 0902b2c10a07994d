package dev.waymark.family;

import java.time.LocalDate;
import java.util.Optional;

/** One spell of the family with a service, as it stood on the as-at date: a later closing is not known yet. */
public final class Episode extends CaseRecord {

    private final CaseColumns columns;
    private final Optional<Episode> present = Optional.of(this);
    /** What every measure asks for, taken out of the columns once a family. */
    private int opened;

    private int closed;
    /** The last day of which a record can belong to it: that of closing, or the as-at date. */
    private int last;

    Episode(CaseColumns columns) {
        this.columns = columns;
    }

    /** Takes in the days of the row as they were known on a day. */
    Episode asKnownOn(int asAtDay) {
        opened = columns.opened.get(row);
        int recorded = columns.closed.get(row);
        closed = recorded == CaseColumns.NONE || recorded > asAtDay ? Integer.MAX_VALUE : recorded;
        last = Math.min(closed, asAtDay);
        return this;
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
        return opened;
    }

    /** The first day. */
    public LocalDate opened() {
        return date(opened);
    }

    /** Whether the episode was closed by the as-at date. */
    public boolean isClosed() {
        return closed != Integer.MAX_VALUE;
    }

    /** The day of closing as days since 1970-01-01, or {@link Integer#MAX_VALUE} while the episode is not closed. */
    public int closedDay() {
        return closed;
    }

    /** The day of closing, if the episode is closed. */
    public Optional<LocalDate> closed() {
        return isClosed() ? Optional.of(date(closed)) : Optional.empty();
    }

    /** Whether the episode was open at the end of a day: opened on or before it, and not closed or closed after it. */
    public boolean isOpenOn(int day) {
        return opened <= day && closed > day;
    }

    /**
     * Whether a record of this day belongs to the episode: from opening to closing (or to the as-at date), both
     * included.
     */
    public boolean includes(int day) {
        return opened <= day && day <= last;
    }
}
