package dev.waymark.run;

import dev.waymark.WaymarkException;
import dev.waymark.data.TextOrder;
import dev.waymark.measure.MeasureProvider;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.OutcomeMeasure;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The measures that a run can choose from.
 *
 * <p>{@link #load} and {@link #of} are the only ways in: there is no static registry. <b>Errors:</b> two measures with
 * one id, an id that is reserved, and a provider that cannot be made or cannot give its measures are refused when the
 * catalog is made, naming classes and jars. <b>Threads:</b> immutable.
 */
public final class MeasureCatalog {

    /**
     * The order of the measures that ship with Waymark, by the part of the id before the first dot; others follow A to
     * Z.
     */
    private static final List<String> SHIPPED =
            List.of("activity", "timeliness", "issues", "eligibility", "familystar", "pbr");

    private static final String OWN_PACKAGES = "dev.waymark.";

    private final List<MeasureProvider> providers;

    private MeasureCatalog(List<MeasureProvider> providers) {
        this.providers = List.copyOf(providers);
        measures(MeasureSettings.defaults());
    }

    /** The measures of all providers that a class loader finds. */
    public static MeasureCatalog load(ClassLoader loader) {
        List<MeasureProvider> found = new ArrayList<>();
        try {
            ServiceLoader.load(MeasureProvider.class, loader).forEach(found::add);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new WaymarkException(
                    "WM-PROVIDER",
                    "a provider of measures cannot be made: " + e.getMessage()
                            + ". Correct META-INF/services of its jar, or leave the jar out.",
                    e);
        }
        return new MeasureCatalog(found);
    }

    /** The measures of these providers. */
    public static MeasureCatalog of(MeasureProvider... providers) {
        return new MeasureCatalog(Arrays.asList(providers));
    }

    /** A measure, with where it comes from. */
    public record Listed(OutcomeMeasure<?> measure, String provider, String jar) {}

    /** The measures made for these settings: those of Waymark first, then the others by id. */
    public List<Listed> measures(MeasureSettings settings) {
        Map<String, Listed> byId = new LinkedHashMap<>();
        for (MeasureProvider provider : providers) {
            for (Offered offered : offered(provider, settings)) {
                String id = offered.id();
                Listed listed = new Listed(
                        offered.measure(),
                        provider.getClass().getName(),
                        jarOf(offered.measure().getClass()));
                refuseReserved(id, listed);
                Listed other = byId.putIfAbsent(id, listed);
                if (other != null) {
                    throw new WaymarkException(
                            "WM-MEASURE-TWICE",
                            "two measures claim '" + id + "': " + nameOf(other) + " and " + nameOf(listed)
                                    + ". Remove one, or list the providers with MeasureCatalog.of(...).");
                }
            }
        }
        List<Listed> measures = new ArrayList<>(byId.values());
        measures.sort(Comparator.comparingInt(
                        (Listed m) -> rank(m.measure().spec().id()))
                .thenComparing(
                        m -> rank(m.measure().spec().id()) < SHIPPED.size()
                                ? ""
                                : m.measure().spec().id(),
                        TextOrder.A_TO_Z));
        return measures;
    }

    private record Offered(OutcomeMeasure<?> measure, String id) {}

    private static List<Offered> offered(MeasureProvider provider, MeasureSettings settings) {
        try {
            List<Offered> offered = new ArrayList<>();
            for (OutcomeMeasure<?> measure : provider.measures(settings)) {
                offered.add(new Offered(measure, measure.spec().id()));
            }
            return offered;
        } catch (WaymarkException e) {
            throw e;
        } catch (Throwable e) {
            Failed.throwIfOfTheJvm(e);
            throw new WaymarkException(
                    "WM-PROVIDER",
                    "the provider " + provider.getClass().getName() + " (" + jarOf(provider.getClass())
                            + ") cannot give its measures: " + Failed.problem(e)
                            + ". Leave its jar out, or report it to its author.",
                    e);
        }
    }

    private static int rank(String id) {
        int place = SHIPPED.indexOf(prefix(id));
        return place < 0 ? SHIPPED.size() : place;
    }

    private static String prefix(String id) {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }

    private static void refuseReserved(String id, Listed listed) {
        boolean own = listed.measure().getClass().getName().startsWith(OWN_PACKAGES);
        if (!own && SHIPPED.contains(prefix(id))) {
            throw new WaymarkException(
                    "WM-MEASURE-ID",
                    "the id '" + id + "' of " + nameOf(listed)
                            + " is reserved for measures of Waymark. Give it a prefix of your own.");
        }
        if (!own && id.indexOf('.') < 0) {
            throw new WaymarkException(
                    "WM-MEASURE-ID",
                    "the id '" + id + "' of " + nameOf(listed) + " has no prefix. Give it one of your own, such as"
                            + " anytown." + id + ".");
        }
    }

    private static String nameOf(Listed listed) {
        return listed.measure().getClass().getName() + " (" + listed.jar() + ")";
    }

    private static String jarOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null) {
            return "no jar";
        }
        String path = pathOf(location).replaceAll("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** With blanks as blanks, where they are written by the rules. */
    private static String pathOf(URL location) {
        try {
            String path = location.toURI().getPath();
            return path == null ? location.getPath() : path;
        } catch (URISyntaxException e) {
            return location.getPath();
        }
    }
}
