package dev.waymark.html;

import java.util.List;

/** A chapter of the page: a link in its contents, a heading, and what stands under it. */
record Section(String id, String title, List<Block> blocks) {

    /** A chapter that nothing can be said in, because the records for it are not in the data. */
    static Section withoutRecords(String id, String title) {
        return new Section(
                id,
                title,
                List.of(new Block.Text("The records that this chapter needs were not in the data, so it has no figures."
                        + " That is not the same as zero.")));
    }
}
