package org.tidemark.api.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.tidemark.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ApiArchitectureTest {
    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("org.tidemark.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theFlowIsReadAndNotRun =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.tidemark.streams.topology..");

    @ArchTest
    static final ArchRule generatedClassesStayInTheWire =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.tidemark.avro..");

    @ArchTest
    static final ArchRule nothingPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noNameSaysNothing = noClasses().should().haveNameMatching(".*(Utils|Manager|Helper)");
}
