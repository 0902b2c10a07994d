package dev.waymark.family;

import java.util.function.Supplier;

/**
 * Something that a measure works with and uses again for family after family, so that nothing has to be made for each;
 * {@link FamilyCase#reused} gives it.
 *
 * <p>What it is must hold nothing of a family that the next one would find. <b>Threads:</b> this name of it is
 * immutable and may be shared; what it stands for is made once for each thread that visits families.
 *
 * @param <T> what it is
 */
public final class Reused<T> {

    private final Supplier<T> make;

    /** Something that is made this way when it is first asked for. */
    public Reused(Supplier<T> make) {
        this.make = make;
    }

    T make() {
        return make.get();
    }
}
