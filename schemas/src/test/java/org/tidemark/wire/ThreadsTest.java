package org.tidemark.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tidemark.series.BatchId;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseEnd;

class ThreadsTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 2_000;

    @Test
    void severalThreadsMayWriteAndReadWithOneCodec() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int own = thread;
                work.add(() -> wrong(own));
            }

            for (Future<Integer> wrong : threads.invokeAll(work)) {
                assertThat(wrong.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** How many events were not read back as they were; each thread's texts differ in length and content. */
    private static int wrong(int thread) throws UndecodableException {
        Codec<Event> codec = Codecs.singleObject().events();
        int wrong = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Event event = event(thread, round);
            wrong += codec.decode(codec.encode(event)).equals(event) ? 0 : 1;
        }
        return wrong;
    }

    private static Event event(int thread, int round) {
        String text = String.valueOf((char) ('a' + thread)).repeat(1 + (round * 7 + thread) % 300);
        BatchId batch = new BatchId("EUROSTAT", text, Samples.PUBLISHED.plusMillis(round), text);
        if (round % 3 == 0) {
            return new ReleaseEnd("DE", batch, round, true, false);
        }
        Observation sample = Samples.OBSERVATION;
        return new Observation(
                sample.figure(),
                (double) round,
                null,
                text,
                sample.basis(),
                sample.status(),
                batch,
                thread,
                sample.receivedAt(),
                text);
    }
}
