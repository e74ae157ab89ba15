package com.hackajob.pinpoint.simulation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class CheckerTest {

    /** What judges the product shares no mistake with it. */
    @Test
    void the_checker_knows_nothing_but_the_history() {
        var imported = new ClassFileImporter().importPackages("com.hackajob.pinpoint.simulation");

        classes()
                .that()
                .haveNameMatching(".*\\.(Checker|History)(\\$.*)?")
                .should()
                .onlyDependOnClassesThat()
                .haveNameMatching("java\\..*|.*\\.simulation\\.(Checker|History)(\\$.*)?|\\[.*|.*NullMarked")
                .check(imported);
    }
}
