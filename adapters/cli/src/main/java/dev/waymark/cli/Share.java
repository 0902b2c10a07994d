package dev.waymark.cli;

import dev.waymark.WaymarkException;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A share as a caller writes it, {@code 10%}: with its sign, since 0.6 without it may be meant as 60 %. */
final class Share {

    private static final Pattern PERCENTAGE = Pattern.compile("(-?\\d+(?:\\.\\d+)?) ?%");

    private Share() {}

    static BigDecimal of(String text) {
        Matcher percentage = PERCENTAGE.matcher(text.strip());
        if (!percentage.matches()) {
            throw new WaymarkException(
                    "WM-SHARE", "'" + text + "' is no share. Write a number with the sign %, like 60%.");
        }
        return new BigDecimal(percentage.group(1));
    }
}
