package dev.waymark.benchmarks.families;

import dev.waymark.star.Star;
import dev.waymark.taxonomy.Issue;
import dev.waymark.taxonomy.IssueTaxonomy;
import dev.waymark.taxonomy.Level;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes up one family after the other and adds its rows to a block.
 *
 * <p>A family depends on the seed and its number only, so blocks can be made side by side. The shares below make every
 * branch of the shared semantics occur: episodes closed before, in and after the year and not at all; readings and
 * forms that are missing, lie outside the episode or share a day; scores that are empty; answers that are unknown.
 */
final class FamilyWriter {

    static final int ISSUES = 60;
    static final int ANSWERS_A_FORM = 22;
    private static final int DISTRICTS = 12;
    private static final int AREAS = Star.familyStarPlus().areas().size();
    private static final int HIGHEST = Star.familyStarPlus().maxScore();

    private static final int FIRST_OPENING = (int) LocalDate.of(2014, 3, 1).toEpochDay();
    private static final int DAYS_OF_OPENINGS = 720;

    private static final byte[] INITIAL = bytes("initial");
    private static final byte[] REVIEW = bytes("review");
    private static final byte[] CLOSURE = bytes("closure");
    private static final byte[] YES = bytes("yes");
    private static final byte[] NO = bytes("no");
    private static final byte[] UNKNOWN = bytes("unknown");
    private static final byte[] DISTRICT = bytes("District ");
    private static final byte[] WORKER = bytes("w");
    private static final byte[][] SERVICES = {bytes("intensive-family-support"), bytes("targeted-support")};
    private static final byte[][] CODES =
            codes().stream().map(FamilyWriter::bytes).toArray(byte[][]::new);

    private final long seed;
    private final Block block;
    private SplittableRandom random = new SplittableRandom(0);
    private final int[] asked = new int[ISSUES];

    FamilyWriter(long seed, Block block) {
        this.seed = seed;
        this.block = block;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The issues of the shipped taxonomy that families are asked about, and a council's own for the rest. */
    private static List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (Issue issue : IssueTaxonomy.familySupport().issues()) {
            if (issue.level() == Level.FAMILY && codes.size() < ISSUES) {
                codes.add(issue.code());
            }
        }
        while (codes.size() < ISSUES) {
            codes.add(String.format(Locale.ROOT, "anytown-question-%02d", codes.size()));
        }
        return codes;
    }

    private boolean oneIn(int cases) {
        return random.nextInt(cases) == 0;
    }

    /** Adds a family; the first has the number 1. */
    void write(int family) {
        random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + family);
        Lines families = block.of(Table.FAMILIES);
        families.number(family).comma();
        if (!oneIn(50)) {
            families.text(DISTRICT).number(1 + random.nextInt(DISTRICTS));
        }
        families.end();

        int opened = FIRST_OPENING + random.nextInt(DAYS_OF_OPENINGS);
        int closed = opened + 30 + random.nextInt(390);
        boolean stillOpen = oneIn(8);
        episode(family, 0, opened, stillOpen ? -1 : closed);
        if (oneIn(16) && !stillOpen) {
            if (oneIn(8)) {
                episode(family, 1, opened, closed);
            } else {
                opened = oneIn(3) ? opened + 15 : closed + 20 + random.nextInt(130);
                closed = opened + 30 + random.nextInt(200);
                episode(family, 1, opened, closed);
            }
        }
        readings(family, opened, closed);
        forms(family, opened, closed);
    }

    private void episode(int family, int place, int opened, int closed) {
        Lines episodes = block.of(Table.EPISODES);
        episodes.number(2 * family - 1 + place).comma().number(family).comma();
        episodes.text(SERVICES[place]).comma().day(opened).comma();
        if (closed >= 0) {
            episodes.day(closed);
        }
        episodes.comma().text(WORKER).number(random.nextInt(50)).end();
    }

    /** 3.5 readings on average. */
    private void readings(int family, int opened, int closed) {
        int drawn = random.nextInt(100);
        int readings = drawn < 2 ? 0 : drawn < 7 ? 1 : drawn < 15 ? 2 : drawn < 45 ? 3 : drawn < 81 ? 4 : 5;
        int day = opened + (oneIn(30) ? -4 : random.nextInt(20));
        int stride = Math.max(2, (closed - day) / Math.max(1, readings - 1));
        long scores = 0;
        byte[] kind = REVIEW;
        boolean sameDay = false;
        for (int reading = 0; reading < readings; reading++) {
            byte[] before = kind;
            if (reading == 0) {
                kind = oneIn(14) ? REVIEW : INITIAL;
            } else if (reading == readings - 1 && !oneIn(5)) {
                kind = CLOSURE;
            } else {
                kind = oneIn(25) ? INITIAL : oneIn(30) ? CLOSURE : REVIEW;
            }
            // two of one day differ in kind, three there are not: a day and kind has one reading
            sameDay = reading > 0 && !sameDay && kind != before && oneIn(12);
            if (reading > 0 && !sameDay) {
                day += 1 + (reading == readings - 1 ? stride - 1 - random.nextInt(2) : random.nextInt(stride));
            }
            scores = reading == 0 ? firstScores() : laterScores(scores);
            reading(family, day, kind, scores);
        }
    }

    /** The scores of all areas, four bits each. */
    private long firstScores() {
        long scores = 0;
        for (int area = 0; area < AREAS; area++) {
            scores |= (long) (1 + (random.nextInt(HIGHEST) + random.nextInt(HIGHEST)) / 2) << (4 * area);
        }
        return scores;
    }

    private long laterScores(long before) {
        long scores = 0;
        for (int area = 0; area < AREAS; area++) {
            int score = (int) ((before >>> (4 * area)) & 15) + random.nextInt(5) - 1;
            scores |= (long) Math.min(HIGHEST, Math.max(1, score)) << (4 * area);
        }
        return scores;
    }

    private void reading(int family, int day, byte[] kind, long scores) {
        Lines readings = block.of(Table.STAR_READINGS);
        readings.number(family).comma().day(day).comma().text(kind);
        for (int area = 0; area < AREAS; area++) {
            readings.comma();
            if (!oneIn(33)) {
                readings.number((int) ((scores >>> (4 * area)) & 15));
            }
        }
        readings.end();
    }

    /** Two forms on average. */
    private void forms(int family, int opened, int closed) {
        ask();
        int first = opened + (oneIn(30) ? -3 : random.nextInt(25));
        int last = closed - (oneIn(30) ? -6 : random.nextInt(10));
        int drawn = random.nextInt(100);
        if (drawn < 2) {
            return;
        }
        if (drawn < 6) {
            form(family, 0, first, INITIAL, 0);
        } else if (drawn < 10) {
            form(family, 0, last, CLOSURE, 0);
        } else if (drawn < 88) {
            form(family, 0, first, INITIAL, 0);
            form(family, 1, oneIn(40) ? first : last, oneIn(8) ? REVIEW : CLOSURE, 1);
        } else {
            form(family, 0, first, INITIAL, 0);
            switch (random.nextInt(4)) {
                case 0 -> form(family, 1, first, INITIAL, 0);
                case 1 -> form(family, 1, last, CLOSURE, 1);
                case 2 -> form(family, 1, last, REVIEW, 1);
                default -> form(family, 1, (first + last) / 2, REVIEW, 1);
            }
            form(family, 2, last, oneIn(10) ? REVIEW : CLOSURE, 1);
        }
    }

    /** Draws the questions of the family's forms. */
    private void ask() {
        for (int issue = 0; issue < ISSUES; issue++) {
            asked[issue] = issue;
        }
        for (int place = 0; place < ANSWERS_A_FORM + 2; place++) {
            int other = place + random.nextInt(ISSUES - place);
            int issue = asked[other];
            asked[other] = asked[place];
            asked[place] = issue;
        }
    }

    /** A form; the later ones ask two questions that the first does not, and leave two out. */
    private void form(int family, int place, int day, byte[] kind, int later) {
        int id = 4 * family - 3 + place;
        block.of(Table.ASSESSMENTS)
                .number(id)
                .comma()
                .number(family)
                .comma()
                .comma()
                .day(day)
                .comma()
                .text(kind)
                .end();
        Lines findings = block.of(Table.FINDINGS);
        int yes = later == 0 ? 40 : 25;
        for (int answer = 2 * later; answer < ANSWERS_A_FORM + 2 * later; answer++) {
            int drawn = random.nextInt(100);
            findings.number(id).comma().text(CODES[asked[answer]]).comma();
            findings.text(drawn < yes ? YES : drawn < 85 ? NO : UNKNOWN).end();
        }
    }
}
