/** Measures of our own. */
module ${package} {
    requires dev.waymark.core;

    exports ${package};

    provides dev.waymark.measure.MeasureProvider with
            ${package}.Measures;
}
