package com.hackajob.pinpoint;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The shape of the code: what may know what. */
class ArchitectureTest {

    private static final String ROOT = "com.hackajob.pinpoint";
    private static final String[] FEATURES = {
        ROOT,
        ROOT + ".audit",
        ROOT + ".updates",
        ROOT + ".connection",
        ROOT + ".mapping",
        ROOT + ".export",
        ROOT + ".stagesync"
    };
    private static final String[] EDGES = {
        ROOT + ".lambda",
        ROOT + ".dynamodb",
        ROOT + ".secrets",
        ROOT + ".pinpoint",
        ROOT + ".hackajob",
        ROOT + ".document"
    };

    /** What edges share, and nobody else knows. */
    private static final String[] MEANS = {ROOT + ".http"};

    private static final JavaClasses MAIN =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);
    private static final JavaClasses LOCAL = new ClassFileImporter().importPackages(ROOT + ".local..");

    @Test
    void every_class_is_in_a_feature_or_at_an_edge_or_a_means_of_edges() {
        classes()
                .should()
                .resideInAnyPackage(concat(FEATURES, concat(EDGES, MEANS)))
                .check(MAIN);
    }

    @Test
    void features_are_plain_java() {
        classes()
                .that(resideInAnyPackage(FEATURES))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(concat(FEATURES, "java..", "javax.crypto..", "org.jspecify..")))
                .check(MAIN);
    }

    @Test
    void edges_export_nothing() {
        classes()
                .that(resideInAnyPackage(EDGES))
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .allowEmptyShould(false)
                .check(MAIN);
    }

    @Test
    void only_dynamodb_speaks_to_the_table() {
        noClasses()
                .that(not(resideInAPackage(ROOT + ".dynamodb")))
                .should()
                .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.services.dynamodb.."))
                .check(MAIN);
    }

    @Test
    void time_and_randomness_are_injected() {
        // SubsetTag is a constant in the shape that the PDF library asks for.
        noClasses()
                .that(not(resideInAPackage(ROOT + ".lambda")).and(not(simpleName("SubsetTag"))))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, SecureRandom.class)
                .check(MAIN);
    }

    @Test
    void no_cycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void every_package_is_null_marked() {
        MAIN.stream()
                .map(type -> type.getPackage())
                .distinct()
                .filter(type -> type.getName().startsWith(ROOT))
                .filter(type -> !type.isAnnotatedWith(NullMarked.class))
                .findAny()
                .ifPresent(missing -> {
                    throw new AssertionError(missing.getName() + " lacks @NullMarked");
                });
    }

    @Test
    void the_simulators_share_no_type_with_the_product() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".local.pinpoint..", ROOT + ".local.hackajob..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(concat(FEATURES, EDGES))
                .check(LOCAL);
    }

    private static String[] concat(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
