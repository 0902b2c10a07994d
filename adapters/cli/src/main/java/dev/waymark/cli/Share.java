package dev.waymark.cli;

import dev.waymark.WaymarkException;
import java.math.BigDecimal;

/** A share as a caller writes it, {@code 10%} or {@code 10}. */
final class Share {

    private Share() {}

    static BigDecimal of(String text) {
        try {
            return new BigDecimal(text.strip().replaceFirst(" ?%$", ""));
        } catch (NumberFormatException e) {
            throw new WaymarkException("WM-SHARE", "'" + text + "' is no share. Write one like 10%.", e);
        }
    }
}
