package org.tidemark.streams.architecture;

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

@AnalyzeClasses(packages = "org.tidemark.streams", importOptions = ImportOption.DoNotIncludeTests.class)
class StreamsArchitectureTest {
    /** Packages that show or run the flow. All others feed estimates, a new one too until it is named here. */
    private static final String[] SERVES = {
        "..streams.app..", "..streams.metrics..", "..streams.peer..", "..streams.topology.."
    };

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("org.tidemark.streams.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatFeedsAnEstimateReadsNoClockAndNoChance = noClasses()
            .that()
            .resideOutsideOfPackages(SERVES)
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
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule theFlowKnowsNothingOfHowItIsServed = noClasses()
            .that()
            .resideOutsideOfPackages(SERVES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..streams.app..", "..streams.topology..", "..streams.metrics..");

    @ArchTest
    static final ArchRule generatedClassesStayInTheWire =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.tidemark.avro..");

    @ArchTest
    static final ArchRule nothingPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noNameSaysNothing = noClasses().should().haveNameMatching(".*(Utils|Manager|Helper)");
}
