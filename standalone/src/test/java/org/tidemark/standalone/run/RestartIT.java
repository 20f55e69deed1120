package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;

/** A system that ends and goes on says what one that never ended says, byte for byte. */
@ExtendWith(KafkaBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartIT {
    private final TestBroker broker;
    private final Path dir;
    private final Path first;
    private final Path second;
    private final TestSystem unbroken;

    RestartIT(TestBroker broker, @TempDir Path dir) throws Exception {
        this.broker = broker;
        this.dir = dir;
        first = new Figures().weekly(List.of("AT", "BE", "CZ", "EE"), 40).in(dir, "first.csv");
        // Revises what the first file says of 2023, so that a checkpoint in the middle is needed.
        second = new Figures()
                .firms("AT", "2023-05-01/2023-05-07", 9.9, "2024-03-01")
                .firms("BE", "2023-10-16/2023-10-22", 14.4, "2024-03-01")
                .firms("EE", "2024-01-01/2024-01-07", 18.8, "2024-03-01")
                .in(dir, "second.csv");
        unbroken = TestSystem.on(broker, "unbroken", dir.resolve("unbroken"));
    }

    @BeforeAll
    void seeAllInOneGo() throws Exception {
        unbroken.load(first);
        unbroken.load(second);
    }

    @AfterAll
    void close() {
        unbroken.close();
    }

    @Test
    void onTheStateThatItLeft() throws Exception {
        assertGoesOn("kept", dir.resolve("kept"), dir.resolve("kept"));
    }

    @Test
    void onAnEmptyDirectoryFromTheChangelogs() throws Exception {
        assertGoesOn("moved", dir.resolve("old"), dir.resolve("new"));
    }

    private void assertGoesOn(String name, Path before, Path after) throws Exception {
        try (TestSystem tidemark = TestSystem.onDisk(broker, name, before)) {
            tidemark.load(first);
        }
        try (TestSystem tidemark = TestSystem.onDisk(broker, name, after)) {
            tidemark.load(second);

            SortedMap<Integer, List<String>> estimates =
                    tidemark.bytes(tidemark.topics().estimates());
            assertThat(estimates).isEqualTo(unbroken.bytes(unbroken.topics().estimates()));
            assertThat(tidemark.counts()).isEqualTo(unbroken.counts());
            assertThat(tidemark.get("/api/v1/estimates?economy=EE&format=csv").body())
                    .isEqualTo(unbroken.get("/api/v1/estimates?economy=EE&format=csv")
                            .body());
        }
    }
}
