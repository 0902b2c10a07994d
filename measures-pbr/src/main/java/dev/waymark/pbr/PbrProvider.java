package dev.waymark.pbr;

import dev.waymark.measure.MeasureProvider;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.pbr.scheme.Scheme;
import dev.waymark.pbr.scheme.SchemeBook;
import java.util.List;

/**
 * Offers the measures of payment by results, for the schemes that run.
 *
 * <p>A caller brings schemes as definitions of the format {@code waymark-scheme/1} and chooses by id under
 * {@code scheme}; with none chosen those run whose programme contains the as-at date.
 */
public final class PbrProvider implements MeasureProvider {

    private static final String VERSION = "1";

    /** For the service loader. */
    public PbrProvider() {}

    @Override
    public List<OutcomeMeasure<?>> measures(MeasureSettings settings) {
        List<Scheme> running = running(settings);
        SchemeCounts counts = new SchemeCounts(running);
        String version = version(running);
        return List.of(
                new SchemeMeasure(
                        spec("pbr.results", "Which families meet a scheme", version), counts, SchemeTally::results),
                new SchemeMeasure(
                        spec("pbr.claims", "What was claimed, and what results pay", version),
                        counts,
                        SchemeTally::claims),
                new FinanceMeasure(spec("pbr.finance", "The pooled budget and what a family cost", VERSION)));
    }

    private static List<Scheme> running(MeasureSettings settings) {
        if (settings.asAt().isEmpty()) {
            return List.of();
        }
        return SchemeBook.of(settings.definitions(Scheme.FORMAT), settings.taxonomy(), settings.stars())
                .running(settings.asAt().get(), settings.chosen("scheme"));
    }

    private static MeasureSpec spec(String id, String title, String version) {
        return MeasureSpec.of(id, version, title, "the programmes' financial frameworks; see docs/schemes.md");
    }

    /** Other schemes, or other versions of them, give other figures from the same data. */
    private static String version(List<Scheme> running) {
        return running.isEmpty()
                ? VERSION
                : VERSION + " with "
                        + String.join(
                                ", ",
                                running.stream()
                                        .map(scheme -> scheme.id() + " " + scheme.version())
                                        .toList());
    }
}
