package dev.waymark.run;

import dev.waymark.family.FamilyCase;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Figures;
import dev.waymark.measure.Counting;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.measure.StateCodec;
import dev.waymark.measure.Whole;
import java.nio.ByteBuffer;
import java.util.List;

/** A sound measure that counts families, to be broken in one place by a test. */
class Breakable implements OutcomeMeasure<Breakable.State>, Counting<Breakable.State> {

    static final class State {
        private long families;
    }

    private final String id;

    Breakable(String id) {
        this.id = id;
    }

    @Override
    public MeasureSpec spec() {
        return MeasureSpec.of(id, "1", "Families", "this test");
    }

    @Override
    public Counting<State> counting() {
        return this;
    }

    @Override
    public State newState() {
        return new State();
    }

    @Override
    public void accept(State state, FamilyCase family) {
        state.families++;
    }

    @Override
    public State merge(State left, State right) {
        left.families += right.families;
        return left;
    }

    @Override
    public StateCodec<State> codec() {
        return new StateCodec<>() {
            @Override
            public byte[] encode(State state) {
                return ByteBuffer.allocate(Long.BYTES).putLong(state.families).array();
            }

            @Override
            public State decode(byte[] bytes) {
                State state = new State();
                state.families = ByteBuffer.wrap(bytes).getLong();
                return state;
            }
        };
    }

    @Override
    public List<Figure> finish(State state, Whole<State> whole) {
        return List.of(count(id, "families", state.families));
    }

    static Figure count(String measure, String figure, long families) {
        Figures figures = Figures.of(measure, List.of());
        figures.count(figure, Dimensions.NONE, families, "families");
        return figures.list().get(0);
    }
}
