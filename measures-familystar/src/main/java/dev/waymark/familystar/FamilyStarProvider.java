package dev.waymark.familystar;

import dev.waymark.measure.MeasureProvider;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.OutcomeMeasure;
import java.util.List;

/** Offers the chapters of the Family Star report, for every Star that has a definition. */
public final class FamilyStarProvider implements MeasureProvider {

    private static final String VERSION = "1";
    private static final String SOURCE = "Annual Report 2015/16, Family Star chapters";

    /** For the service loader. */
    public FamilyStarProvider() {}

    @Override
    public List<OutcomeMeasure<?>> measures(MeasureSettings settings) {
        ScoreTables tables = new ScoreTables(settings.stars());
        return List.of(
                chapter("base", "Who is in the Star analysis", tables, Chapters::base),
                chapter("start", "Where families start", tables, Chapters::start),
                chapter("end", "Where families end", tables, Chapters::end),
                chapter("progress", "Who makes positive progress", tables, Chapters::progress),
                chapter("transitions", "From which stage to which", tables, Chapters::transitions),
                chapter("scores", "Mean scores and low scores", tables, Chapters::scores),
                chapter("family", "In how many areas families progress", tables, Chapters::family));
    }

    private static StarMeasure chapter(String name, String title, ScoreTables tables, Chapter chapter) {
        MeasureSpec spec =
                MeasureSpec.of("familystar." + name, VERSION, title, SOURCE).needing("star_readings");
        return new StarMeasure(spec, tables, chapter);
    }
}
