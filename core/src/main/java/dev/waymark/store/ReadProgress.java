package dev.waymark.store;

import org.apiguardian.api.API;

/** Is told how reading goes on. <b>Threads:</b> called from several. */
@API(status = API.Status.STABLE, since = "0.1")
@FunctionalInterface
public interface ReadProgress {

    /** So many more rows of a table were read. */
    void rowsRead(String table, long rows);
}
