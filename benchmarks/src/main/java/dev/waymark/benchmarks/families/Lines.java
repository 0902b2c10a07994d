package dev.waymark.benchmarks.families;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Lines of CSV as bytes, without a String for each field. */
final class Lines {

    /** Days from 1970 on, ready as text. */
    private static final byte[][] DAYS = IntStream.range(0, 20_000)
            .mapToObj(day -> LocalDate.ofEpochDay(day).toString().getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private byte[] bytes = new byte[1 << 16];
    private int length;

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    Lines text(byte[] text) {
        reserve(text.length + 1);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    Lines number(int number) {
        reserve(12);
        int digits = 1;
        for (int rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        int rest = number;
        for (int place = length + digits - 1; place >= length; place--) {
            bytes[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    /** A date, given as days since 1970-01-01. */
    Lines day(int day) {
        return text(DAYS[day]);
    }

    Lines comma() {
        reserve(1);
        bytes[length++] = ',';
        return this;
    }

    void end() {
        reserve(1);
        bytes[length++] = '\n';
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
