package org.tidemark.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.streams.state.FilledStores.estimate;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tidemark.streams.state.FilledStores;
import org.tidemark.wire.Codecs;

class WarmUpTest {
    private final AtomicBoolean readable = new AtomicBoolean();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong told = new AtomicLong();

    @Test
    void isNotDoneWhileTheEstimatesCannotBeRead() {
        try (WarmUp rehearsal = new WarmUp(readable::get, read::get, told::incrementAndGet)) {
            read.set(1_000_000);
            rehearsal.round();
            assertThat(rehearsal.isDone()).isFalse();
            assertThat(rehearsal.isOver()).isFalse();

            readable.set(true);
            rehearsal.round();
            assertThat(rehearsal.isDone()).isTrue();
        }
    }

    @Test
    void goesOnUntilEnoughEstimatesHaveBeenRead() {
        readable.set(true);
        try (WarmUp rehearsal = new WarmUp(readable::get, () -> read.addAndGet(20_000), told::incrementAndGet)) {
            rehearsal.round();
            assertThat(rehearsal.isDone()).isTrue();
            assertThat(rehearsal.isOver()).isFalse();
            rehearsal.round();
            assertThat(rehearsal.isOver()).isFalse();

            rehearsal.round();
            assertThat(rehearsal.isOver()).isTrue();
        }
    }

    @Test
    void goesOnForHalfAMinuteWhereThereIsLittleToRead() {
        readable.set(true);
        try (WarmUp rehearsal = new WarmUp(readable::get, read::get, told::incrementAndGet)) {
            for (int i = 0; i < 29; i++) {
                rehearsal.round();
            }
            assertThat(rehearsal.isOver()).isFalse();
            rehearsal.round();
            assertThat(rehearsal.isOver()).isTrue();
        }
    }

    @Test
    void isDoneAfterThreeScrapesAndNotBefore() {
        AtomicLong scrapes = new AtomicLong();
        try (WarmUp rehearsal = new WarmUp(() -> scrapes.incrementAndGet() != 2, read::get, told::incrementAndGet)) {
            rehearsal.round();
            assertThat(rehearsal.isDone()).as("lost its stores on the way").isFalse();

            rehearsal.round();
            assertThat(rehearsal.isDone()).isTrue();
            assertThat(scrapes).hasValue(5);
            rehearsal.round();
            assertThat(scrapes).hasValue(6);
            assertThat(told).hasValue(1);
        }
    }

    @Test
    void aScrapeThatFailsKeepsNobodyWaiting() {
        WarmUp rehearsal = new WarmUp(
                () -> {
                    throw new IllegalStateException("made by the test");
                },
                read::get,
                told::incrementAndGet);
        try (rehearsal) {
            rehearsal.round();
            assertThat(rehearsal.isDone()).isTrue();
            assertThat(rehearsal.isOver()).isTrue();
            assertThat(told).hasValue(1);
        }
    }

    @Test
    void untilItIsDoneAScrapeShowsNoEstimatesAndAfterwardsAllOfThem() {
        FilledStores stores = new FilledStores();
        for (int i = 0; i < 15_000; i++) {
            stores.put(estimate("X%05d".formatted(i), "TOTAL", "2024-05-31", 20, 5));
        }
        try (MonitorMetrics metrics = new MonitorMetrics(Codecs.singleObject(), 100);
                WarmUp rehearsal = metrics.rehearsal()) {
            rehearsal.round();
            assertThat(rehearsal.isDone()).as("there is no store").isFalse();
            metrics.read(stores);
            assertThat(scraped(metrics))
                    .contains("tidemark_stores_readable 0.0")
                    .doesNotContain("economy=");

            rehearsal.round();
            assertThat(rehearsal.isDone()).isTrue();
            assertThat(rehearsal.isOver()).isFalse();
            assertThat(scraped(metrics))
                    .contains("tidemark_stores_readable 1.0")
                    .contains("economy=\"X00000\"");

            rehearsal.round();
            assertThat(rehearsal.isOver())
                    .as("what Prometheus scrapes counts as well")
                    .isTrue();
        }
    }

    private static String scraped(MonitorMetrics metrics) {
        return new String(metrics.scrape(null).body(), StandardCharsets.UTF_8);
    }
}
