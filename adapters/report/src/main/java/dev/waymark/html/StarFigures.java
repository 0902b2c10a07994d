package dev.waymark.html;

import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.star.Area;
import dev.waymark.star.Stage;
import dev.waymark.star.Star;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of one Star of the report, with the titles of its areas and stages. */
final class StarFigures {

    private static final String MODULE = "familystar";
    private static final int RAMP = 9;

    /** An area or stage: its code in figures, its title, and the scores of a stage. */
    record Coded(String code, String title, String scores) {}

    private final Reported reported;
    private final Dimensions star;
    private final Optional<Star> definition;
    private final List<Coded> areas;
    private final List<Coded> stages;

    private StarFigures(
            Reported reported, Dimensions star, Optional<Star> definition, List<Coded> areas, List<Coded> stages) {
        this.reported = reported;
        this.star = star;
        this.definition = definition;
        this.areas = areas;
        this.stages = stages;
    }

    /** The Stars that the report has figures of, in its order. */
    static List<StarFigures> of(Reported reported, Titles titles) {
        List<StarFigures> stars = new ArrayList<>();
        List<String> ids = reported.values(MODULE, Dimensions.NONE, "star");
        if (ids.isEmpty() && reported.measures().stream().anyMatch(measure -> measure.startsWith(MODULE + "."))) {
            stars.add(of(reported, Dimensions.NONE, titles));
        }
        for (String id : ids) {
            stars.add(of(reported, Dimensions.of("star", id), titles));
        }
        return stars;
    }

    private static StarFigures of(Reported reported, Dimensions star, Titles titles) {
        List<String> areaCodes = reported.values(MODULE, star, "area");
        List<String> stageCodes = reported.values(MODULE, star, "stage", "stage-at-first", "stage-at-last");
        List<Star> definitions = titles.stars().stream()
                .filter(known -> star.values().isEmpty()
                        ? mayBe(areaCodes, known.areas().stream().map(Area::code))
                                && mayBe(stageCodes, known.stages().stream().map(Stage::code))
                        : star.values().containsValue(known.id()))
                .toList();
        Optional<Star> definition = definitions.size() == 1 ? Optional.of(definitions.get(0)) : Optional.empty();
        List<Coded> areas = definition.isPresent()
                ? definition.get().areas().stream()
                        .map(area -> new Coded(area.code(), Titles.ofData(area.title()), ""))
                        .toList()
                : areaCodes.stream()
                        .map(code -> new Coded(code, Titles.ofCode(code), ""))
                        .toList();
        List<Coded> stages = definition.isPresent()
                ? definition.get().stages().stream()
                        .map(stage -> new Coded(stage.code(), Titles.ofData(stage.title()), scores(stage)))
                        .toList()
                : stageCodes.stream()
                        .map(code -> new Coded(code, Titles.ofCode(code), ""))
                        .toList();
        return new StarFigures(reported, star, definition, areas, stages);
    }

    private static String scores(Stage stage) {
        return stage.from() == stage.to() ? "" + stage.from() : stage.from() + " to " + stage.to();
    }

    /**
     * Whether codes may be a Star's: a report of one Star does not name it, and without some measures it has no areas
     * or no stages to know it by.
     */
    private static boolean mayBe(List<String> reported, Stream<String> known) {
        return reported.isEmpty() || known.toList().equals(reported);
    }

    /** The same Star's figures in one value of a stratum. */
    StarFigures in(Reported stratum) {
        return new StarFigures(stratum, star, definition, areas, stages);
    }

    String title() {
        return definition
                .map(Star::title)
                .map(Titles::ofData)
                .orElseGet(() -> star.values().values().stream()
                        .map(Titles::ofCode)
                        .findFirst()
                        .orElse("Star"));
    }

    /** What makes an id of the page this Star's: empty where there is one Star only. */
    String suffix() {
        return star.values().values().stream().map(id -> "-" + id).collect(Collectors.joining());
    }

    boolean isOneOfSeveral() {
        return !star.values().isEmpty();
    }

    boolean has(String measure) {
        return reported.has(measure);
    }

    Optional<Star> definition() {
        return definition;
    }

    List<Coded> areas() {
        return areas;
    }

    List<Coded> stages() {
        return stages;
    }

    /** Which of the nine colours a stage has: the first for the lowest, the last for the highest. */
    int ramp(int stage) {
        return stages.size() < 2 ? RAMP : 1 + (stage * (RAMP - 1) + (stages.size() - 1) / 2) / (stages.size() - 1);
    }

    Optional<Figure> find(String measure, String figure) {
        return reported.find(measure, figure, star);
    }

    Optional<Figure> find(String measure, String figure, Coded area) {
        return reported.find(measure, figure, star.and("area", area.code()));
    }

    Optional<Figure> find(String measure, String figure, Coded area, Coded stage) {
        return reported.find(measure, figure, star.and("area", area.code()).and("stage", stage.code()));
    }

    Optional<Figure> transition(Coded area, Coded first, Coded last) {
        return reported.find(
                "familystar.transitions",
                "families",
                star.and("area", area.code())
                        .and("stage-at-first", first.code())
                        .and("stage-at-last", last.code()));
    }

    /** Those figures of a measure that the report has, under names for readers; see {@link Reported#named}. */
    List<Named> named(String measure, String... idsAndNames) {
        return reported.named(measure, star, idsAndNames);
    }

    /** The figure of each area, under its title. */
    List<Named> byArea(String measure, String figure) {
        List<Named> named = new ArrayList<>();
        for (Coded area : areas) {
            find(measure, figure, area).ifPresent(found -> named.add(new Named(area.title(), found)));
        }
        return named;
    }
}
