package org.tidemark.wire;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Avro stays behind one door. */
@AnalyzeClasses(packages = "org.tidemark", importOptions = ImportOption.DoNotIncludeTests.class)
class WireArchitectureTest {
    @ArchTest
    static final ArchRule onlyWireKnowsTheGeneratedClasses = classes()
            .that()
            .resideInAPackage("org.tidemark.avro..")
            .should()
            .onlyHaveDependentClassesThat(resideInAnyPackage("org.tidemark.avro..", "org.tidemark.wire.."));

    @ArchTest
    static final ArchRule onlyWireKnowsAvro = noClasses()
            .that()
            .resideOutsideOfPackages("org.tidemark.avro..", "org.tidemark.wire..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.avro.."));

    @ArchTest
    static final ArchRule coreDoesNotKnowTheWire = noClasses()
            .that()
            .resideOutsideOfPackage("org.tidemark.wire..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.tidemark.wire.."));

    @ArchTest
    static final ArchRule noAvroLeaksOutOfTheWire = noClasses()
            .that()
            .resideInAPackage("org.tidemark.wire..")
            .and()
            .arePublic()
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.tidemark.avro..", "org.apache.avro.."))
            .because("another encoding is another implementation of Codecs");

    @ArchTest
    static final ArchRule ofKafkaTheWireKnowsTopicsOnly = noClasses()
            .that()
            .doNotHaveSimpleName("Topics")
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.kafka.."));

    @ArchTest
    static final ArchRule noClassIsADrawerForOddsAndEnds =
            noClasses().should().haveNameMatching(".*(Utils?|Manager|Helpers?)(\\$.*)?");
}
