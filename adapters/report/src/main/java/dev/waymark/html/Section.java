package dev.waymark.html;

import java.util.List;

/**
 * A chapter of the page: a link in its contents, a heading, and what stands under it.
 *
 * @param measures whose figures it shows, so that no other chapter need do so
 */
record Section(String id, String title, List<String> measures, List<Block> blocks) {

    /** A chapter that leaves it to others to show the figures of any measure in full. */
    Section(String id, String title, List<Block> blocks) {
        this(id, title, List.of(), blocks);
    }

    /** A chapter that nothing can be said in, because the records for it are not in the data. */
    static Section withoutRecords(String id, String title, String measure) {
        return new Section(
                id,
                title,
                List.of(measure),
                List.of(new Block.Text("The records that this chapter needs were not in the data, so it has no figures."
                        + " That is not the same as zero.")));
    }
}
