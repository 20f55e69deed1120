package org.tidemark.producers.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A format reads, the loader decides, one package speaks to the cluster. */
@AnalyzeClasses(packages = "org.tidemark.producers", importOptions = ImportOption.DoNotIncludeTests.class)
class ProducersArchitectureTest {
    private static final String ROOT = "org.tidemark.producers";
    /** Everything of ours that a format may know: the port in the root package, text, and core. */
    private static final DescribedPredicate<JavaClass> PORT_TEXT_AND_CORE = resideInAnyPackage(
            ROOT,
            ROOT + ".text..",
            "org.tidemark.series..",
            "org.tidemark.catalogue..",
            "org.tidemark.publication..",
            "org.tidemark.text..",
            "org.tidemark.validate..");

    @ArchTest
    static final ArchRule btosKnowsNoOtherFormatAndNoLoader = isAFormat("btos");

    @ArchTest
    static final ArchRule indeedKnowsNoOtherFormatAndNoLoader = isAFormat("indeed");

    @ArchTest
    static final ArchRule sdmxKnowsNoOtherFormatAndNoLoader = isAFormat("sdmx");

    @ArchTest
    static final ArchRule microsoftKnowsNoOtherFormatAndNoLoader = isAFormat("microsoft");

    @ArchTest
    static final ArchRule fredmdKnowsNoOtherFormatAndNoLoader = isAFormat("fredmd");

    @ArchTest
    static final ArchRule plaincsvKnowsNoOtherFormatAndNoLoader = isAFormat("plaincsv");

    @ArchTest
    static final ArchRule exposureKnowsNoOtherFormatAndNoLoader = isAFormat("exposure");

    @ArchTest
    static final ArchRule mappedKnowsNoOtherFormatAndNoLoader = isAFormat("mapped");

    @ArchTest
    static final ArchRule everyPackageIsKnownHere = noClasses()
            .should()
            .resideOutsideOfPackages(
                    ROOT,
                    ROOT + ".text..",
                    ROOT + ".load..",
                    ROOT + ".kafka..",
                    ROOT + ".push..",
                    ROOT + ".watch..",
                    ROOT + ".btos..",
                    ROOT + ".indeed..",
                    ROOT + ".sdmx..",
                    ROOT + ".microsoft..",
                    ROOT + ".fredmd..",
                    ROOT + ".plaincsv..",
                    ROOT + ".exposure..",
                    ROOT + ".mapped..")
            .because("a new format is added to the rules above");

    @ArchTest
    static final ArchRule thePortAndTextKnowNothingBehindThem = noClasses()
            .that()
            .resideInAnyPackage(ROOT, ROOT + ".text..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.tidemark..").and(DescribedPredicate.not(PORT_TEXT_AND_CORE)));

    @ArchTest
    static final ArchRule onlyTheListOfFormatsKnowsThem = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".load..", ROOT + ".kafka..", ROOT + ".push..", ROOT + ".watch..")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".load.Formats")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    ROOT + ".btos..",
                    ROOT + ".indeed..",
                    ROOT + ".sdmx..",
                    ROOT + ".microsoft..",
                    ROOT + ".fredmd..",
                    ROOT + ".plaincsv..",
                    ROOT + ".exposure..",
                    ROOT + ".mapped.."));

    @ArchTest
    static final ArchRule onlyOnePackageSpeaksToTheCluster = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".kafka..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.kafka..", "org.tidemark.wire..", ROOT + ".kafka.."))
            .because("a load can go anywhere, and tests send it nowhere");

    @ArchTest
    static final ArchRule nobodyKnowsTheGeneratedClasses =
            noClasses().should().dependOnClassesThat(resideInAnyPackage("org.tidemark.avro..", "org.apache.avro.."));

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule onlyTheCallerHasTheTime = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the same files must mean the same on any day");

    @ArchTest
    static final ArchRule noClassIsADrawerForOddsAndEnds =
            noClasses().should().haveNameMatching(".*(Utils?|Manager|Helpers?)(\\$.*)?");

    private static ArchRule isAFormat(String name) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.tidemark..")
                        .and(DescribedPredicate.not(PORT_TEXT_AND_CORE))
                        .and(DescribedPredicate.not(resideInAPackage(ROOT + "." + name + ".."))));
    }
}
