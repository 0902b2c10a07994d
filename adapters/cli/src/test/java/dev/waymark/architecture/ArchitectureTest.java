package dev.waymark.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.pbr.claim.Proposal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/** The rules of the house, held on the built classes. */
@AnalyzeClasses(
        packages = "dev.waymark",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeTestJars.class})
class ArchitectureTest {

    /** Leaves out the test helpers that one module hands to another as a jar. */
    static final class DoNotIncludeTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String[] CORE = {
        "dev.waymark",
        "dev.waymark.definition..",
        "dev.waymark.star..",
        "dev.waymark.taxonomy..",
        "dev.waymark.data..",
        "dev.waymark.store..",
        "dev.waymark.family..",
        "dev.waymark.measure..",
        "dev.waymark.figure..",
        "dev.waymark.run..",
        "dev.waymark.published..",
        "dev.waymark.activity..",
        "dev.waymark.timeliness..",
        "dev.waymark.issues..",
        "dev.waymark.eligibility.."
    };
    private static final String[] MEASURES_OF_CORE = {
        "dev.waymark.activity..", "dev.waymark.timeliness..", "dev.waymark.issues..", "dev.waymark.eligibility.."
    };
    private static final String[] MEASURES = {"dev.waymark.familystar..", "dev.waymark.pbr.."};
    private static final String[] ADAPTERS = {
        "dev.waymark.csv..",
        "dev.waymark.jdbc..",
        "dev.waymark.report..",
        "dev.waymark.disclosure..",
        "dev.waymark.html..",
        "dev.waymark.junit..",
        "dev.waymark.cli..",
        "dev.waymark.example.."
    };
    private static final int LEAST_CLASSES = 120;

    @ArchTest
    static void allClassesOfTheHouseAreLookedAt(JavaClasses classes) {
        assertThat(classes)
                .as("a rule over no classes holds always, so there must be at least as many as the house had")
                .hasSizeGreaterThanOrEqualTo(LEAST_CLASSES);
        assertThat(classes.stream().map(JavaClass::getPackageName).distinct())
                .as("every layer is on the class path")
                .contains(
                        "dev.waymark.run",
                        "dev.waymark.familystar",
                        "dev.waymark.pbr",
                        "dev.waymark.csv",
                        "dev.waymark.jdbc",
                        "dev.waymark.report",
                        "dev.waymark.disclosure",
                        "dev.waymark.html",
                        "dev.waymark.cli");
    }

    @ArchTest
    static final ArchRule coreKnowsNothingOutside = classes()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(concat(
                    CORE,
                    "java..",
                    "com.google.common..",
                    "com.fasterxml.jackson..",
                    "org.jspecify..",
                    "org.apiguardian..",
                    "org.apache.commons.statistics.."))
            .because("hosts embed core: what it needs they must carry");

    @ArchTest
    static final ArchRule measuresKnowOnlyCore = noClasses()
            .that()
            .resideInAnyPackage(MEASURES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ADAPTERS)
            .because("dependency runs from adapters to measures to core, never back");

    @ArchTest
    static final ArchRule adaptersDoNotKnowEachOther = slices().matching("dev.waymark.(csv|jdbc|report|junit)..")
            .should()
            .notDependOnEachOther()
            .because("a host takes the adapters it needs and no other");

    @ArchTest
    static final ArchRule pageKnowsNoOtherAdapter = noClasses()
            .that()
            .resideInAPackage("dev.waymark.html..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.waymark.csv..", "dev.waymark.report..")
            .because("the page is made of a report alone, whoever writes the files beside it");

    @ArchTest
    static final ArchRule noLibraryAdapterKnowsTheCommandLine = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.waymark.csv..",
                    "dev.waymark.jdbc..",
                    "dev.waymark.report..",
                    "dev.waymark.disclosure..",
                    "dev.waymark.html..",
                    "dev.waymark.junit..",
                    "dev.waymark.example..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.waymark.cli..", "picocli..")
            .because("the command line is a user of the library like any other");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("dev.waymark.(*)..")
            .should()
            .beFreeOfCycles()
            .because("each package can be understood with those below it alone");

    @ArchTest
    static final ArchRule measuresSeeFamiliesNotTheStore = noClasses()
            .that()
            .implement(OutcomeMeasure.class)
            .or()
            .resideInAnyPackage(concat(MEASURES_OF_CORE, MEASURES))
            .and()
            .doNotBelongToAnyOf(Proposal.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.waymark.store..")
            .because("the shared semantics stand once, in FamilyCase, and no measure writes them again; a proposal of"
                    + " claims is none, and goes from family to family itself");

    @ArchTest
    static final ArchRule publicSignaturesAreOurs = classes()
            .that()
            .resideInAnyPackage(concat(CORE, MEASURES))
            .and()
            .arePublic()
            .should(showNo("Guava or Jackson type", member -> true, ArchitectureTest::isForeign))
            .because("a host with another Guava or Jackson must be able to compile against us");

    /** What each mark promises is in docs/versioning.md. */
    @ArchTest
    static void everyPackageOfTheLibrarySaysHowStableItIs(JavaClasses classes) {
        List<String> library = new ArrayList<>(classes.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> !name.matches("dev\\.waymark\\.(cli|example|benchmarks)(\\..*)?"))
                .toList());
        assertThat(library).hasSizeGreaterThan(20);
        assertThat(library)
                .allMatch(name -> classes.getPackage(name)
                        .tryGetAnnotationOfType(API.class)
                        .filter(mark -> !mark.since().isEmpty())
                        .isPresent());
    }

    @ArchTest
    static final ArchRule whatIsStableNamesNothingThatMayChange = classes()
            .that()
            .arePublic()
            .should(showNo("type that is not stable", ArchitectureTest::isStable, ArchitectureTest::isOursAndNotStable))
            .because("who builds on a signature builds on the types that it names");

    /** docs/versioning.md promises what is marked, and the pom names what is compared with the last release. */
    @ArchTest
    static void comparedWithTheLastReleaseIsWhatIsStable(JavaClasses classes) throws IOException {
        Path pom = Path.of("../../pom.xml");
        String lists = Files.readString(pom);
        for (JavaClass type : classes) {
            String name = type.getName();
            if (type.getModifiers().contains(JavaModifier.PUBLIC)
                    && type.isTopLevelClass()
                    && lists.contains("<include>" + type.getPackageName() + "</include>")) {
                assertThat(lists.contains("<exclude>" + name + "</exclude>"))
                        .as("%s excluded in %s, as it is not stable", name, pom)
                        .isEqualTo(!isStable(type));
            }
        }
    }

    @ArchTest
    static final ArchRule onlyTheCommandLineWritesToTheTerminal = noClasses()
            .that()
            .resideOutsideOfPackage("dev.waymark.cli..")
            .and()
            .resideOutsideOfPackage("dev.waymark.benchmarks..")
            .and()
            .resideOutsideOfPackage("dev.waymark.junit..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because(
                    "a library does not speak to a host's terminal; a benchmark and a test kit speak to who runs them");

    @ArchTest
    static final ArchRule packagesAreWordsOfTheDomain = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..internal..")
            .because("such names say nothing about what is in them");

    @ArchTest
    static final ArchRule namesAreNouns = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameStartingWith("Abstract")
            .because("names are nouns a caseworker or an engineer of the field knows");

    private static ArchCondition<JavaClass> showNo(
            String what, Predicate<JavaMember> lookedAt, Predicate<JavaClass> refused) {
        return new ArchCondition<>("show no " + what + " in public signatures") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaMember member : type.getMembers()) {
                    if (isVisible(member) && lookedAt.test(member)) {
                        for (JavaClass used : typesOf(member)) {
                            events.add(new SimpleConditionEvent(
                                    member, !refused.test(used), member.getFullName() + " shows " + used.getName()));
                        }
                    }
                }
            }
        };
    }

    private static boolean isForeign(JavaClass type) {
        return type.getPackageName().startsWith("com.google.")
                || type.getPackageName().startsWith("com.fasterxml.");
    }

    private static boolean isOursAndNotStable(JavaClass type) {
        return type.getPackageName().startsWith("dev.waymark") && !isStable(type);
    }

    /** By the method's own mark, else by that of its type, of the type around that, or of the package. */
    private static boolean isStable(JavaMember member) {
        return member.tryGetAnnotationOfType(API.class)
                .map(ArchitectureTest::isStable)
                .orElseGet(() -> isStable(member.getOwner()));
    }

    private static boolean isStable(JavaClass type) {
        return type.tryGetAnnotationOfType(API.class)
                .map(ArchitectureTest::isStable)
                .orElseGet(() -> type.getEnclosingClass()
                        .map(ArchitectureTest::isStable)
                        .orElseGet(() -> type.getPackage()
                                .tryGetAnnotationOfType(API.class)
                                .filter(ArchitectureTest::isStable)
                                .isPresent()));
    }

    private static boolean isStable(API mark) {
        return mark.status() == API.Status.STABLE;
    }

    private static boolean isVisible(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
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
        return types;
    }

    private static String[] concat(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
