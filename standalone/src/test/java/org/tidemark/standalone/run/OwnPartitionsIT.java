package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.TestSystem;
import org.tidemark.standalone.broker.DataPlace;
import org.tidemark.standalone.broker.EmbeddedBroker;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.wire.Topics;

/** An own broker has as many partitions as there are threads; a directory of before keeps the four that it was made with. */
class OwnPartitionsIT {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final int OF_BEFORE = 4;

    private final Path dir;
    private final Path first;
    private final Path second;

    OwnPartitionsIT(@TempDir Path dir) throws Exception {
        this.dir = dir;
        first = new Figures().weekly(List.of("AT", "BE", "CZ", "EE"), 3).in(dir, "first.csv");
        second = new Figures()
                .firms("AT", "2024-01-01/2024-01-07", 9.9, "2024-03-01")
                .in(dir, "second.csv");
    }

    @Test
    void aDirectoryOfFourPartitionsIsGoneOnWithAndSaysTheSameAsANewOne() throws Exception {
        Path before = dir.resolve("before");
        makeTopicsAsBefore(before);
        Path now = dir.resolve("now");

        load(before, first);
        load(now, first);

        try (TestSystem onFour = TestSystem.own(before);
                TestSystem onOne = TestSystem.own(now)) {
            onFour.load(second);
            onOne.load(second);
            assertThat(partitions(onFour.connection())).containsExactly(1, OF_BEFORE);
            assertThat(partitions(onOne.connection())).containsExactly(1);
            assertThat(onFour.latest()).isEqualTo(onOne.latest()).isNotEmpty();
            assertThat(onFour.counts()).isEqualTo(onOne.counts());
        }
    }

    private static void makeTopicsAsBefore(Path dataDir) {
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(new EmbeddedBroker.Settings(DataPlace.named(dataDir, "--data-dir"), 0))) {
            var unused =
                    TopicSetup.ensure(Map.of("bootstrap.servers", broker.bootstrap()), TOPICS, OF_BEFORE, (short) 1);
        }
    }

    private static void load(Path dataDir, Path file) throws Exception {
        try (TestSystem system = TestSystem.own(dataDir)) {
            system.load(file);
        }
    }

    /** How many partitions topics and changelogs have: each number once. */
    private static Set<Integer> partitions(Map<String, Object> connection) throws Exception {
        try (Admin admin = Admin.create(connection)) {
            Set<String> names =
                    Objects.requireNonNull(admin.listTopics().names().get());
            return admin.describeTopics(names).allTopicNames().get().values().stream()
                    .map(topic -> topic.partitions().size())
                    .collect(Collectors.toSet());
        }
    }
}
