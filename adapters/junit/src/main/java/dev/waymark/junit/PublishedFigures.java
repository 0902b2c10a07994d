package dev.waymark.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a test of every figure of a file of published figures, format {@code waymark-published/1}.
 *
 * <pre>{@code
 * @PublishedFigures("annual-report-2016.json")
 * void agreesWithTheAnnualReport(FigureUnderTest figure) {
 *     figure.agreesWith(report);
 * }
 * }</pre>
 *
 * <p>The method runs once a figure. A contradiction that the file lists under {@code expected}, with its reason,
 * passes; one that is listed and does not occur any more fails, so that the list stays true.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(PublishedFigureTests.class)
@SuppressWarnings("exports") // the extension is found through this annotation alone
public @interface PublishedFigures {

    /** The files, as resources beside the test class; figures of several files can refer to each other. */
    String[] value();
}
