package dev.waymark.html;

import java.util.List;

/** A piece of the page, in reading order. */
sealed interface Block permits Block.Text, Block.Points, Block.KeyFigures, Block.Part, Table, Chart {

    /** A paragraph. */
    record Text(String words) implements Block {}

    /** Sentences, one a point. */
    record Points(List<String> sentences) implements Block {}

    /** The main figures, large. */
    record KeyFigures(List<KeyFigure> figures) implements Block {}

    /** One main figure: the number, what it is, and the base or the detail behind it. */
    record KeyFigure(String number, String label, String detail) {}

    /** A part of a section with a heading of its own, beside which a code may stand; on paper it may begin a page. */
    record Part(String id, String title, String code, List<Block> blocks, boolean onOwnPage) implements Block {

        /** A part without a code. */
        Part(String id, String title, List<Block> blocks, boolean onOwnPage) {
            this(id, title, "", blocks, onOwnPage);
        }
    }
}
