package dev.waymark.all;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The built jar, entry by entry: what a host that has other versions of our libraries relies on. */
class AllJarIT {

    private static final Path JAR = Path.of(System.getProperty("all.jar"));
    private static final String SHADED = "dev.waymark.shaded.";

    @Test
    void nothingIsOutsideOurPackagesAndTheDescriptionOfTheJar() throws IOException {
        assertThat(entries())
                .hasSizeGreaterThan(1000)
                .allMatch(name -> name.startsWith("dev/waymark/")
                        || name.startsWith("META-INF/")
                        || name.equals("dev/")
                        || name.equals("module-info.class"));
    }

    @Test
    void noClassIsVersionedOrUnderAnotherName() throws IOException {
        assertThat(entries()).noneMatch(name -> name.startsWith("META-INF/versions/"));
        assertThat(entries().stream().filter(name -> name.endsWith("module-info.class")))
                .containsExactly("module-info.class");
        assertThat(entries().stream().filter(name -> name.startsWith("META-INF/") && name.endsWith(".class")))
                .isEmpty();
    }

    @Test
    void noEntryIsThereTwice() throws IOException {
        assertThat(entries().stream().filter(name -> !name.endsWith("/"))).doesNotHaveDuplicates();
    }

    @Test
    void servicesOfAllPartsAreMergedAndUseTheNewNames() throws IOException {
        assertThat(lines("META-INF/services/dev.waymark.measure.MeasureProvider"))
                .containsExactlyInAnyOrder(
                        "dev.waymark.activity.ActivityProvider",
                        "dev.waymark.timeliness.TimelinessProvider",
                        "dev.waymark.issues.IssuesProvider",
                        "dev.waymark.eligibility.EligibilityProvider",
                        "dev.waymark.familystar.FamilyStarProvider",
                        "dev.waymark.pbr.PbrProvider");
        assertThat(entries().stream()
                        .filter(name -> name.startsWith("META-INF/services/") && !name.endsWith("/"))
                        .map(name -> name.substring("META-INF/services/".length())))
                .allMatch(name -> name.startsWith("dev.waymark."));
    }

    @Test
    void licencesOfTheLibrariesInsideAreInside() throws IOException {
        assertThat(String.join("\n", lines("META-INF/LICENSE")))
                .contains("Apache License", "Version 2.0, January 2004", "MIT License", "Oliver Siegmar");
        assertThat(String.join("\n", lines("META-INF/NOTICE")))
                .contains("Waymark", "Jackson", "Apache Commons Statistics", "Apache Commons Numbers");
        assertThat(String.join("\n", lines("META-INF/THIRD-PARTY-NOTICES")))
                .contains(
                        "Guava", "failureaccess", "Jackson", "Commons Statistics", "Commons Numbers", "jte", "FastCSV");
        assertThat(entries())
                .contains(
                        "META-INF/FastDoubleParser-LICENSE",
                        "META-INF/Schubfach-LICENSE",
                        "dev/waymark/html/script-licences.txt",
                        "dev/waymark/html/styles-licence.txt");
    }

    @Test
    void everyLibraryInsideIsNamedInTheNotices() throws IOException {
        Set<String> libraries = entries().stream()
                .filter(name -> name.startsWith("dev/waymark/shaded/") && name.endsWith(".class"))
                .map(name ->
                        String.join("/", List.of(name.split("/")).subList(3, Math.min(6, name.split("/").length - 1))))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(libraries)
                .as("a library that is new here needs its licence in THIRD-PARTY-NOTICES")
                .containsExactly(
                        "com/fasterxml/jackson",
                        "com/google/common",
                        "com/google/thirdparty",
                        "de/siegmar/fastcsv",
                        "gg/jte",
                        "gg/jte/html",
                        "gg/jte/output",
                        "gg/jte/runtime",
                        "gg/jte/support",
                        "org/apache/commons");
    }

    @Test
    void descriptorExportsOurWordsAndNothingShaded() {
        ModuleDescriptor descriptor =
                ModuleFinder.of(JAR).find("dev.waymark.all").orElseThrow().descriptor();

        assertThat(descriptor.isAutomatic()).isFalse();
        assertThat(descriptor.exports().stream().map(ModuleDescriptor.Exports::source))
                .contains("dev.waymark.run", "dev.waymark.measure", "dev.waymark.csv", "dev.waymark.report")
                .doesNotContain("dev.waymark.pbr.criterion")
                .noneMatch(name -> name.startsWith(SHADED));
        assertThat(descriptor.requires().stream().map(ModuleDescriptor.Requires::name))
                .containsExactlyInAnyOrder(
                        "java.base", "java.sql", "java.logging", "org.apiguardian.api", "org.jspecify");
        assertThat(descriptor.provides().stream()
                        .filter(provides -> provides.service().equals("dev.waymark.measure.MeasureProvider"))
                        .flatMap(provides -> provides.providers().stream()))
                .hasSize(6);
    }

    @Test
    void noPublicSignatureShowsARelocatedName() throws IOException {
        JavaClasses classes;
        try (JarFile jar = new JarFile(JAR.toFile())) {
            classes = new ClassFileImporter()
                    .withImportOption(location -> !location.contains("/shaded/"))
                    .importJar(jar);
        }
        assertThat(classes.contain("dev.waymark.run.MeasureRun")).isTrue();
        Set<String> exported =
                ModuleFinder.of(JAR).find("dev.waymark.all").orElseThrow().descriptor().exports().stream()
                        .map(ModuleDescriptor.Exports::source)
                        .collect(Collectors.toSet());

        assertThat(classes.stream()
                        .filter(type -> exported.contains(type.getPackageName()))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        // made from the templates of the page; public because that tool makes them so
                        .filter(type -> !type.getSimpleName().matches("Jte.+Generated"))
                        .flatMap(type -> type.getMembers().stream())
                        .filter(AllJarIT::isVisible)
                        .filter(member -> typesOf(member).stream()
                                .anyMatch(type -> type.getName().startsWith(SHADED)))
                        .map(JavaMember::getFullName))
                .isEmpty();
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static List<JavaClass> typesOf(JavaMember member) {
        List<JavaClass> types = new ArrayList<>();
        if (member instanceof JavaField field) {
            types.addAll(field.getAllInvolvedRawTypes());
        }
        if (member instanceof JavaCodeUnit unit) {
            types.addAll(unit.getReturnType().getAllInvolvedRawTypes());
            unit.getParameterTypes().forEach(parameter -> types.addAll(parameter.getAllInvolvedRawTypes()));
        }
        member.getAnnotations().forEach(annotation -> types.add(annotation.getRawType()));
        return types;
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    private static List<String> lines(String entry) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile());
                InputStream in = jar.getInputStream(jar.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
