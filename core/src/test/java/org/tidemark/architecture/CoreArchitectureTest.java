package org.tidemark.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** What keeps core pure and its packages in one direction. Each rule has its why; none has an exception list. */
@AnalyzeClasses(packages = "org.tidemark", importOptions = ImportOption.DoNotIncludeTests.class)
class CoreArchitectureTest {
    /** The functions of Math whose result is the same bits on every machine. */
    private static final String EXACT_MATH = "abs|max|min|sqrt|floor|ceil|rint|round|signum|copySign|fma|ulp|next\\w+"
            + "|scalb|getExponent|floorDiv|floorMod|\\w+Exact|multiplyHigh";

    /** Filled by {@link #mayKnow}, in the order of the rules. */
    private static final List<String> RULED = new ArrayList<>();

    @ArchTest
    static final ArchRule coreKnowsNothingButJavaAndItself = classes()
            .that()
            .resideOutsideOfPackage("org.tidemark.catalogue..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations..", "org.tidemark.."));

    @ArchTest
    static final ArchRule onlyTheCatalogueReadsYaml = classes()
            .that()
            .resideInAPackage("org.tidemark.catalogue..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "org.jspecify.annotations..", "org.tidemark..", "com.fasterxml.."));

    @ArchTest
    static final ArchRule coreTouchesNoFileNetworkOrLog = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("java.nio.file..", "java.net..", "java.util.logging..", "org.slf4j..")
                            .or(describe("files", c -> c.getFullName().matches("java\\.io\\.(File|RandomAccess).*"))))
            .because("the caller reads and core decides");

    @ArchTest
    static final ArchRule coreAsksNoClock = noClasses()
            .should()
            .accessTargetWhere(touches("java\\.time\\..*", "now")
                    .or(touches("java.lang.System", "currentTimeMillis|nanoTime"))
                    .or(touches("java\\.time\\.(Clock|InstantSource)", ".*"))
                    .or(touches("java\\.util\\.(Date|Calendar|GregorianCalendar)", ".*")))
            .because("estimates advance on published only, and a replay must say what was said then");

    @ArchTest
    static final ArchRule coreThrowsNoDice = noClasses()
            .should()
            .accessTargetWhere(touches("java\\.(util|security)\\..*Random.*", ".*")
                    .or(touches("java\\.util\\.random\\..*", ".*"))
                    .or(touches("java.util.UUID", "randomUUID"))
                    .or(touches("java.util.Collections", "shuffle"))
                    .or(touches("java\\.lang\\.(Strict)?Math", "random"))
                    .or(touches("java.lang.System", "identityHashCode")))
            .because("the same log gives the same output, byte for byte");

    @ArchTest
    static final ArchRule coreNeitherPrintsNorExitsNorAsksItsSurroundings = noClasses()
            .should()
            .accessTargetWhere(touches("java.lang.System", "out|err|in|exit|getProperty|getenv")
                    .or(touches(".*", "printStackTrace")))
            .because("the caller reads and core decides");

    @ArchTest
    static final ArchRule mathematicsIsExactOrStrict = noClasses()
            .should()
            .accessTargetWhere(touches("java.lang.Math", "(?!(" + EXACT_MATH + ")$).*"))
            .because("Math's other functions differ between machines, interpreter and compiler; use StrictMath");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.tidemark.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule textKnowsNoOtherPackage = mayKnow("text");

    @ArchTest
    static final ArchRule versionKnowsNoOtherPackage = mayKnow("version");

    @ArchTest
    static final ArchRule seriesKnowsNoOtherPackage = mayKnow("series");

    @ArchTest
    static final ArchRule catalogueKnowsOnlySeries = mayKnow("catalogue", "series");

    @ArchTest
    static final ArchRule publicationKnowsOnlyWhatComesBefore = mayKnow("publication", "series", "catalogue");

    @ArchTest
    static final ArchRule calendarKnowsOnlyWhatComesBefore = mayKnow("calendar", "series", "catalogue");

    @ArchTest
    static final ArchRule validateKnowsOnlyWhatComesBefore = mayKnow("validate", "series", "catalogue");

    @ArchTest
    static final ArchRule reviseKnowsOnlyWhatComesBefore = mayKnow("revise", "series", "catalogue", "validate");

    @ArchTest
    static final ArchRule releaseKnowsOnlyWhatComesBefore =
            mayKnow("release", "series", "catalogue", "validate", "revise");

    @ArchTest
    static final ArchRule estimateKnowsOnlySeries = mayKnow("estimate", "series");

    @ArchTest
    static final ArchRule figuresKnowOnlyWhatComesBefore = mayKnow("figures", "series", "estimate");

    @ArchTest
    static final ArchRule judgeKnowsOnlyWhatComesBefore = mayKnow("judge", "series", "catalogue", "estimate");

    @ArchTest
    static final ArchRule penetrationKnowsNoOtherEstimator =
            mayKnow("penetration", "series", "catalogue", "calendar", "estimate", "figures");

    @ArchTest
    static final ArchRule newsKnowsNoSingleEstimator =
            mayKnow("news", "series", "catalogue", "validate", "revise", "estimate", "figures");

    @ArchTest
    static final ArchRule gapKnowsNoOtherEstimator = mayKnow("gap", "series", "catalogue", "estimate", "figures");

    @ArchTest
    static final ArchRule ledgerKnowsNoOtherEstimator = mayKnow("ledger", "series", "catalogue", "estimate", "figures");

    @ArchTest
    static final ArchRule exposureKnowsNoOtherEstimator =
            mayKnow("exposure", "series", "catalogue", "estimate", "figures");

    @ArchTest
    static final ArchRule reallocationKnowsNoOtherEstimator =
            mayKnow("reallocation", "series", "catalogue", "estimate", "figures");

    @ArchTest
    static final ArchRule poolKnowsNoOtherEstimator = mayKnow("pool", "series", "catalogue", "estimate", "figures");

    /** Of revise the changes of values, which become those of a panel. */
    @ArchTest
    static final ArchRule measureKnowsNoOtherEstimator =
            mayKnow("measure", "series", "catalogue", "revise", "estimate", "figures");

    /** Of news the history that they ask for. */
    @ArchTest
    static final ArchRule projectionKnowsNoOtherEstimator = mayKnow("projection", "series", "estimate", "news");

    @ArchTest
    static final ArchRule accuracyKnowsOnlyWhatProjects = mayKnow("accuracy", "series", "estimate", "projection");

    @ArchTest
    static final ArchRule toldKnowsOnlyWhatItTells = mayKnow("told", "series", "catalogue", "estimate");

    @ArchTest
    static final ArchRule alertKnowsOnlyWhatIsSaid = mayKnow(
            "alert",
            "series",
            "catalogue",
            "validate",
            "revise",
            "estimate",
            "figures",
            "news",
            "judge",
            "pool",
            "measure");

    @ArchTest
    static final ArchRule awaitedKnowsOnlyWhatIsSaidAndWhatWatchesIt = mayKnow(
            "awaited", "series", "catalogue", "calendar", "estimate", "figures", "judge", "alert", "projection");

    @ArchTest
    static final ArchRule everyPackageHasARuleAbove = noClasses()
            .should()
            .resideOutsideOfPackages(
                    RULED.stream().map(name -> "org.tidemark." + name + "..").toArray(String[]::new))
            .because("a package that no rule names may know everything");

    @ArchTest
    static final ArchRule noStateIsOpenToAll =
            fields().that().arePublic().should().beFinal().because("a value that exists is valid, and stays so");

    @ArchTest
    static final ArchRule noClassIsADrawerForOddsAndEnds = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Manager|Helpers?)(\\$.*)?")
            .because("a name says what; split by meaning");

    private static ArchRule mayKnow(String name, String... earlier) {
        RULED.add(name);
        // Everybody may make foreign text harmless.
        DescribedPredicate<JavaClass> known =
                resideInAPackage("org.tidemark." + name).or(resideInAPackage("org.tidemark.text"));
        for (String one : earlier) {
            known = known.or(resideInAPackage("org.tidemark." + one + ".."));
        }
        return noClasses()
                .that()
                .resideInAPackage("org.tidemark." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.tidemark..").and(not(known)))
                .because("data flow one way and no arrow points back")
                .allowEmptyShould(true);
    }

    /** Calls and references alike: {@code Instant::now} asks the clock as much as {@code Instant.now()} does. */
    private static DescribedPredicate<JavaAccess<?>> touches(String owner, String member) {
        return describe(
                owner + "." + member,
                access -> access.getTargetOwner().getFullName().matches(owner)
                        && access.getTarget().getName().matches(member));
    }
}
