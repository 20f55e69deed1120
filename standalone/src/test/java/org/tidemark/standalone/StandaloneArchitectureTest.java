package org.tidemark.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.tidemark.standalone", importOptions = ImportOption.DoNotIncludeTests.class)
class StandaloneArchitectureTest {
    private static final String PROGRESS = "org.tidemark.standalone.cli.ProgressBars";

    @ArchTest
    static final ArchRule theCommandLinePrintsWherePicocliTellsIt = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(PROGRESS)
            .should()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "out");

    @ArchTest
    static final ArchRule evenProgressStaysOffStandardOutput =
            noClasses().should().accessField(System.class, "out");

    @ArchTest
    static final ArchRule namesSayWhat =
            noClasses().should().haveNameMatching(".*(Utils?|Manager|Helper|Impl)(\\$.*)?");

    @ArchTest
    static final ArchRule avroStaysWithTheSchemas =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.tidemark.avro..", "org.apache.avro..");

    @ArchTest
    static final ArchRule onlyTheCommandsKnowThemselves = noClasses()
            .that()
            .resideOutsideOfPackage("..cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..cli..", "picocli..");

    @ArchTest
    static final ArchRule reportsKnowNoBroker = noClasses()
            .that()
            .resideInAPackage("..report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..run..", "..replay..", "..broker..", "org.apache.kafka..");
}
