package dev.waymark.familystar;

import dev.waymark.family.FamilyCase;
import dev.waymark.family.StarReading;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Figures;
import dev.waymark.measure.Counting;
import dev.waymark.measure.Evidence;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.measure.Tally;
import dev.waymark.measure.Whole;
import dev.waymark.star.Star;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One chapter of the Family Star report, such as {@code familystar.progress}.
 *
 * <p><b>Reads</b> episodes and Star readings. <b>Counts</b> each family closed in the period once per Star, in its
 * counted episode, by the scores of its first and last reading; all chapters share these counts. <b>Gives</b> the
 * chapter's figures for each Star that the data has readings of, or for the Family Star Plus if it has none; a base
 * without families gives {@code no-value}, never 0 %. <b>Merging</b> is exact in any order. <b>Threads:</b> immutable.
 * <b>Source:</b> Annual Report 2015/16, the chapters on where families start, what progress they make and where they
 * end.
 */
public final class StarMeasure implements OutcomeMeasure<Tally> {

    private final MeasureSpec spec;
    private final ScoreTables tables;
    private final Chapter chapter;

    StarMeasure(MeasureSpec spec, ScoreTables tables, Chapter chapter) {
        this.spec = spec;
        this.tables = tables;
        this.chapter = chapter;
    }

    @Override
    public MeasureSpec spec() {
        return spec;
    }

    @Override
    public Counting<Tally> counting() {
        return tables;
    }

    @Override
    public List<Figure> finish(Tally state, Whole<Tally> whole) {
        Figures figures = Figures.of(spec.id(), whole.tables()).needing(spec.needs());
        List<ScoreTables.OfStar> inData = tables.stars.stream()
                .filter(star -> whole.stars().contains(star.star))
                .toList();
        List<ScoreTables.OfStar> reported = inData.isEmpty()
                ? tables.stars.stream()
                        .filter(star -> star.star.id().equals(Star.DEFAULT_ID))
                        .toList()
                : inData;
        for (ScoreTables.OfStar star : reported) {
            chapter.write(new StarTally(star, state, tables, reported.size() > 1), figures);
        }
        return figures.listFigureByFigure();
    }

    @Override
    public List<Evidence> evidence(FamilyCase family) {
        List<Evidence> evidence = new ArrayList<>(OutcomeMeasure.super.evidence(family));
        for (StarReading reading : family.readings()) {
            List<String> roles = new ArrayList<>();
            if (isSame(family.firstReading(reading.star()), reading)) {
                roles.add("first");
            }
            if (isSame(family.lastReading(reading.star()), reading)) {
                roles.add("last");
            }
            evidence.add(new Evidence("star_readings", Optional.empty(), reading.date(), roles, values(reading)));
        }
        return evidence;
    }

    private static boolean isSame(Optional<StarReading> chosen, StarReading reading) {
        return chosen.isPresent() && chosen.get().equals(reading);
    }

    private static Map<String, String> values(StarReading reading) {
        Star star = reading.star();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", reading.kind().word());
        values.put("star", star.id());
        for (int area = 0; area < star.areas().size(); area++) {
            if (reading.isScored(area)) {
                int score = reading.score(area);
                values.put(
                        star.areas().get(area).code(),
                        score + " (" + star.stages().get(star.stageIndex(score)).code() + ")");
            }
        }
        return values;
    }
}
