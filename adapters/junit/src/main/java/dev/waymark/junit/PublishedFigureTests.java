package dev.waymark.junit;

import dev.waymark.definition.Definition;
import dev.waymark.published.PublishedFigure;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a method annotated with {@link PublishedFigures} once a figure. */
final class PublishedFigureTests implements TestTemplateInvocationContextProvider {

    /** For JUnit. */
    PublishedFigureTests() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(PublishedFigures.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        dev.waymark.published.PublishedFigures figures = dev.waymark.published.PublishedFigures.read(
                Arrays.stream(method.getAnnotation(PublishedFigures.class).value())
                        .map(name -> Definition.resource(context.getRequiredTestClass(), name))
                        .toArray(Definition[]::new));
        return figures.figures().stream().map(figure -> new OneFigure(figures, figure));
    }

    private record OneFigure(dev.waymark.published.PublishedFigures figures, PublishedFigure figure)
            implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return figure.id() + ": " + figure.text() + ", " + figure.printed();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new OneTest(new FigureUnderTest(figures, figure.id())));
        }
    }

    private record OneTest(FigureUnderTest figure) implements ParameterResolver, AfterTestExecutionCallback {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == FigureUnderTest.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return figure;
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {
            if (context.getExecutionException().isEmpty()) {
                figure.failIfNotAsked();
            }
        }
    }
}
