package org.tidemark.standalone.broker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.tidemark.standalone", importOptions = ImportOption.DoNotIncludeTests.class)
class BrokerArchitectureTest {
    @ArchTest
    static final ArchRule onlyOneClassKnowsTheInternalsOfKafka = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(KafkaNode.class.getName())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "kafka..",
                    "scala..",
                    "org.apache.kafka.server..",
                    "org.apache.kafka.metadata..",
                    "org.apache.kafka.storage..",
                    "org.apache.kafka.raft..",
                    "org.apache.kafka.common.utils..");

    @ArchTest
    static final ArchRule theBrokerKnowsNothingOfTheCommands = noClasses()
            .that()
            .resideInAPackage("..broker..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tidemark.standalone.cli..");
}
