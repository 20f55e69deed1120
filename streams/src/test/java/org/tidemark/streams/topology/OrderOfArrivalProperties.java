package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tidemark.series.BatchId;
import org.tidemark.series.Event;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;

/** The final estimates depend on what has been said, not on the order in which it arrived. */
class OrderOfArrivalProperties {
    private static final int TRIES = 150;

    private static SortedMap<String, String> latest(List<? extends Event> log) {
        try (Flow flow = Flow.ofEverything(StoreKind.MEMORY)) {
            return flow.send(log).latestBytes();
        }
    }

    private static List<Event> log(List<ReleaseSent> releases) {
        return releases.stream().flatMap(r -> r.events().stream()).toList();
    }

    @Property(tries = TRIES)
    void theEstimatesAreThoseOfThePureReference(@ForAll("releases") List<ReleaseSent> releases) {
        try (Flow flow = new Flow(StoreKind.MEMORY)) {
            assertThat(flow.send(log(releases)).latest()).isEqualTo(Reference.latest(releases));
        }
    }

    @Property(tries = TRIES)
    void anyOrderOfReleasesAndAnyRepetitionEndsInTheSameBytes(
            @ForAll("releases") List<ReleaseSent> releases, @ForAll Random random) {
        List<ReleaseSent> shuffled = new ArrayList<>(releases);
        shuffled.addAll(releases.subList(0, releases.size() / 2));
        Collections.shuffle(shuffled, random);

        assertThat(latest(log(shuffled))).isEqualTo(latest(log(releases)));
    }

    @Property(tries = TRIES)
    void releasesThatInterleaveEndInTheSameBytes(
            @ForAll("releases") List<ReleaseSent> releases, @ForAll Random random) {
        assertThat(latest(interleaved(releases, random))).isEqualTo(latest(log(releases)));
    }

    @Property(tries = TRIES)
    void howManyReleasesShareAnUpdateDoesNotShowInTheEnd(
            @ForAll("releases") List<ReleaseSent> releases, @ForAll Random random) {
        List<ReleaseSent> waiting = new ArrayList<>(releases.stream()
                .map(r -> random.nextBoolean() ? r.withMoreAtInstant() : r)
                .toList());
        for (String economy : List.of("DE", "FR")) {
            waiting.add(ReleaseSent.of("EUROSTAT", "2030-01-01").in(economy));
        }

        assertThat(latest(log(waiting))).isEqualTo(latest(log(releases)));
    }

    /** Figures of a release in any order, its closing last, and others in between. */
    private static List<Event> interleaved(List<ReleaseSent> releases, Random random) {
        List<Iterator<Event>> queues = new ArrayList<>();
        for (ReleaseSent release : releases) {
            List<Event> events = new ArrayList<>(release.observations());
            Collections.shuffle(events, random);
            events.add(release.closing());
            queues.add(events.iterator());
        }
        List<Event> log = new ArrayList<>();
        while (!queues.isEmpty()) {
            Iterator<Event> queue = queues.get(random.nextInt(queues.size()));
            log.add(queue.next());
            queues.removeIf(q -> !q.hasNext());
        }
        return log;
    }

    @Provide
    Arbitrary<List<ReleaseSent>> releases() {
        // Few instants, sources and periods, so that they meet; the number makes each load another.
        return release().list().ofMinSize(1).ofMaxSize(8).map(releases -> {
            List<ReleaseSent> numbered = new ArrayList<>();
            releases.forEach(r -> numbered.add(r.load("load-" + numbered.size())));
            return numbered;
        });
    }

    private static Arbitrary<ReleaseSent> release() {
        Arbitrary<BatchId> batches = Combinators.combine(
                        Arbitraries.of("EUROSTAT", "EUROSTAT", "RAMP"),
                        Arbitraries.integers().between(1, 6))
                .as((source, month) ->
                        new BatchId(source, "r", PublicationDate.parse("2022-0%d-11".formatted(month)), "none"));
        return Combinators.combine(
                        Arbitraries.of("DE", "DE", "FR"),
                        batches,
                        figure().list().ofMaxSize(6),
                        Arbitraries.of(true, false, false),
                        Arbitraries.just(false))
                .as(ReleaseSent::new);
    }

    private static Arbitrary<ReleaseSent.Figure> figure() {
        // 150 percent, and a period that has not begun, are refused; two values are one within rounding.
        Arbitrary<Double> values =
                Arbitraries.of(5.0, 5.0, 5.0 + 1e-9, 7.0, 40.0, 150.0).injectNull(0.15);
        Arbitrary<Double> errors = Arbitraries.of(0.5, 1.0).injectNull(0.7);
        Arbitrary<Period> periods = Arbitraries.of("2019", "2020", "2020-07-01/2020-07-02", "2021-H1", "2022-03")
                .map(Period::parse);
        return Combinators.combine(
                        Arbitraries.of(ReleaseSent.ANY_USE, ReleaseSent.ANY_USE, "adoption.people.any_use"),
                        Arbitraries.of("TOTAL", "TOTAL", "NACE:J"),
                        periods,
                        values,
                        errors,
                        Arbitraries.just("percent"))
                .as(ReleaseSent.Figure::new);
    }
}
