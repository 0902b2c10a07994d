package dev.waymark.example;

import java.util.ArrayList;
import java.util.List;

/** Cards of which there are so many of each kind: dealt to the last, they come out in exactly the counts chosen. */
final class Deck<T> {

    private final List<T> cards = new ArrayList<>();
    private int dealt;

    Deck<T> with(int copies, T card) {
        for (int i = 0; i < copies; i++) {
            cards.add(card);
        }
        return this;
    }

    Deck<T> shuffled(Chance chance) {
        chance.shuffle(cards);
        return this;
    }

    boolean isEmpty() {
        return dealt == cards.size();
    }

    /** The next card, which is then gone. */
    T deal() {
        return cards.get(dealt++);
    }

    /** A card like those of the whole deck, none of which is taken. */
    T likeOne(Chance chance) {
        return chance.oneOf(cards);
    }
}
