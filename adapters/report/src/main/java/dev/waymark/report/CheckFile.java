package dev.waymark.report;

import dev.waymark.html.CheckPage;
import dev.waymark.published.PublishedCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * The page that the verdicts on published figures are written to.
 *
 * <p>It is written under another name first and moved into place when it is whole; its folder is made if need be.
 * <b>Errors:</b> {@code WM-OUT} if it cannot be written. <b>Threads:</b> no state.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CheckFile {

    private CheckFile() {}

    /** Writes the page, in place of one that is there. */
    public static void write(PublishedCheck check, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            WholeFiles.write(Map.of(file, out -> CheckPage.write(check, out)));
        } catch (IOException e) {
            throw Unwritable.page(file, e);
        }
    }
}
