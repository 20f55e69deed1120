package org.tidemark.engine.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/** What keeps the engine pure: it decides, and others read topics, clocks, files and stores for it. */
@AnalyzeClasses(packages = "org.tidemark.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineArchitectureTest {
    @ArchTest
    static final ArchRule theEngineKnowsNothingButJavaCoreAndItsContracts = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations..", "org.tidemark.."))
            .because("no Kafka, log, web or file may decide what is believed");

    @ArchTest
    static final ArchRule theEngineTouchesNoFileAndNoNetwork = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.net..", "java.util.logging.."));

    @ArchTest
    static final ArchRule theEngineAsksNoClockAndNoChance = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .because("a replay must say what was said then, byte for byte");

    @ArchTest
    static final ArchRule nothingKnowsWhoRunsIt = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.tidemark.streams..",
                    "org.tidemark.producers..",
                    "org.tidemark.standalone..",
                    "org.tidemark.avro.."));

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("org.tidemark.engine.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noNameSaysNothing = noClasses().should().haveNameMatching(".*(Utils|Manager|Helper)");
}
