package dev.waymark.pbr;

import dev.waymark.measure.MeasureProvider;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.pbr.scheme.Scheme;
import dev.waymark.pbr.scheme.SchemeBook;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        Map<String, String> parameters = parameters(running);
        return List.of(
                new SchemeMeasure(
                        spec("pbr.results", "Which families meet a scheme", parameters), counts, SchemeTally::results),
                new SchemeMeasure(
                        spec("pbr.claims", "What was claimed, and what results pay", parameters),
                        counts,
                        SchemeTally::claims),
                new FinanceMeasure(spec("pbr.finance", "The pooled budget and what a family cost", Map.of())));
    }

    private static List<Scheme> running(MeasureSettings settings) {
        if (settings.asAt().isEmpty()) {
            return List.of();
        }
        return SchemeBook.of(settings.definitions(Scheme.FORMAT), settings.taxonomy(), settings.stars())
                .running(settings.asAt().get(), settings.chosen("scheme"));
    }

    private static MeasureSpec spec(String id, String title, Map<String, String> parameters) {
        return new MeasureSpec(
                id, VERSION, title, List.of(), parameters, "the programmes' financial frameworks; see docs/schemes.md");
    }

    private static Map<String, String> parameters(List<Scheme> running) {
        Map<String, String> parameters = new TreeMap<>();
        for (Scheme scheme : running) {
            scheme.parameters().forEach((name, value) -> parameters.put(scheme.id() + "." + name, value));
        }
        return parameters;
    }
}
