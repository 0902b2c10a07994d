package dev.waymark.jdbc;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Runs a parameterized test on each of the real engines, or of those that are named, where it is asked for. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(EngineSource.Engines.class)
public @interface EngineSource {

    /** The engines that the claim is about. */
    TestEngine[] value() default {
        TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.SQLITE, TestEngine.DUCKDB, TestEngine.MARIADB
    };

    /** The engines, one a run. */
    final class Engines extends AnnotationBasedArgumentsProvider<EngineSource> {
        @Override
        protected Stream<Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context, EngineSource source) {
            return Stream.of(source.value()).filter(TestEngine::isAskedFor).map(Arguments::of);
        }
    }
}
