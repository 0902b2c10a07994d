package ${package};

import dev.waymark.measure.MeasureProvider;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.OutcomeMeasure;
import java.util.List;

/** The measures of this jar; named in META-INF/services and in module-info, so that both class path and module path find it. */
public final class Measures implements MeasureProvider {

    /** For the service loader. */
    public Measures() {}

    @Override
    public List<OutcomeMeasure<?>> measures(MeasureSettings settings) {
        return List.of(new ReadTwice());
    }
}
