package dev.waymark.measure;

import dev.waymark.data.TextOrder;
import dev.waymark.family.FamilyCase;
import dev.waymark.measure.Tally.Counter;
import dev.waymark.measure.Tally.Counters;
import dev.waymark.measure.Tally.Sum;
import dev.waymark.measure.Tally.TextCounter;
import dev.waymark.measure.Tally.TextCounters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A counting that only counts named things: names its counts once, as fields, and counts a family under them.
 *
 * <p>Merging and writing down are the same for all and done here. <b>Threads:</b> immutable once constructed.
 */
public abstract class TallyCounting implements Counting<Tally> {

    private int counts;
    private int[] textSizes = new int[0];

    /** A counting without names yet. */
    protected TallyCounting() {}

    /** Names a count. */
    protected final Counter counter() {
        return new Counter(counts++);
    }

    /** Names a row of counts, one for each of so many things. */
    protected final Counters counters(int things) {
        Counters counters = new Counters(counts, things);
        counts += things;
        return counters;
    }

    /** Names counts under texts that only the data knows. */
    protected final TextCounter textCounter() {
        return new TextCounter(addedText(1));
    }

    /** Names rows of counts under texts that only the data knows, each with a place for so many things. */
    protected final TextCounters textCounters(int things) {
        return new TextCounters(addedText(things), things);
    }

    private int addedText(int things) {
        textSizes = Arrays.copyOf(textSizes, textSizes.length + 1);
        textSizes[textSizes.length - 1] = things;
        return textSizes.length - 1;
    }

    /** Names the sums behind a mean. */
    protected final Sum sum() {
        Sum sum = new Sum(counts);
        counts += 3;
        return sum;
    }

    /** Counts one family. */
    protected abstract void count(FamilyCase family, Tally tally);

    @Override
    public final Tally newState() {
        return new Tally(counts, textSizes);
    }

    @Override
    public final void accept(Tally state, FamilyCase family) {
        count(family, state);
    }

    @Override
    public final Tally merge(Tally left, Tally right) {
        left.merge(right);
        return left;
    }

    @Override
    public final StateCodec<Tally> codec() {
        return new StateCodec<>() {
            @Override
            public byte[] encode(Tally state) {
                return write(state);
            }

            @Override
            public Tally decode(byte[] bytes) {
                return read(bytes);
            }
        };
    }

    private static byte[] write(Tally tally) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(tally.counts, out);
            for (int place = 0; place < tally.sizes.length; place++) {
                Map<String, long[]> ordered = new TreeMap<>(TextOrder.A_TO_Z);
                ordered.putAll(tally.byText(place));
                out.writeInt(ordered.size());
                for (Map.Entry<String, long[]> text : ordered.entrySet()) {
                    byte[] utf8 = text.getKey().getBytes(StandardCharsets.UTF_8);
                    out.writeInt(utf8.length);
                    out.write(utf8);
                    write(text.getValue(), out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** All at once: a state has thousands of counts, and a stream takes eight steps for each. */
    private static void write(long[] counts, DataOutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(counts.length * Long.BYTES);
        bytes.asLongBuffer().put(counts);
        out.write(bytes.array());
    }

    private Tally read(byte[] bytes) {
        Tally tally = newState();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            read(tally.counts, in);
            for (int place = 0; place < textSizes.length; place++) {
                for (int left = in.readInt(); left > 0; left--) {
                    String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                    long[] row = new long[textSizes[place]];
                    read(row, in);
                    tally.byText(place).put(text, row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tally;
    }

    private static void read(long[] counts, DataInputStream in) throws IOException {
        byte[] bytes = new byte[counts.length * Long.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asLongBuffer().get(counts);
    }
}
