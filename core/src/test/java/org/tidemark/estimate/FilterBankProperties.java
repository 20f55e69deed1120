package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FilterBankProperties {
    private static final List<Event> EVENTS = events();

    /** One vintage of one figure as it arrives. */
    private record Event(double time, String source, int vintage, double share) {
        Key key() {
            return new Key(time, source);
        }
    }

    private record Key(double time, String source) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparingDouble(Key::time).thenComparing(Key::source);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    @Property(tries = 200)
    void arrivalOrderNeverChangesTheState(@ForAll Random random) {
        List<Event> shuffled = new ArrayList<>(EVENTS);
        Collections.shuffle(shuffled, random);

        assertThat(stateAfter(shuffled)).isEqualTo(stateAfter(EVENTS));
    }

    @Property(tries = 100)
    void replayFromAStoredCheckpointIsTheWholeFold(
            @ForAll("extreme") List<Measurement> readings, @ForAll @IntRange(min = 1, max = 25) int position) {
        int kept = Math.min(position, readings.size());
        BankState checkpoint =
                BankState.fromArray(Readings.fold(readings.subList(0, kept)).toArray());

        BankState state = checkpoint;
        for (Measurement next : readings.subList(kept, readings.size())) {
            state = FilterBank.update(state, next);
        }

        assertThat(state).isEqualTo(Readings.fold(readings));
    }

    @Property(tries = 200)
    void everyStateIsFiniteWithWeightsOfSumOneAndVariancesNotNegative(@ForAll("extreme") List<Measurement> readings) {
        BankState state = Readings.fold(readings);

        double sum = 0;
        for (int m = 0; m < BankModel.MODELS; m++) {
            sum += state.weight(m);
            assertThat(state.weight(m)).isBetween(BankModel.FLOOR / BankModel.MODELS, 1.0);
            assertThat(state.number(m, OuStep.P11)).isPositive();
            assertThat(state.number(m, OuStep.P22)).isPositive();
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(state.toArray()).doesNotContain(Double.NaN);
        assertThat(BankState.fromArray(state.toArray())).isEqualTo(state).hasSameHashCodeAs(state);
    }

    @Property(tries = 100)
    void logLikelihoodIsFinite(@ForAll("extreme") List<Measurement> readings) {
        BankState state = Readings.fold(readings);

        FilterBank.Step step = FilterBank.step(state, new Measurement(state.time() + 1, 0.3, 0.01));

        assertThat(step.logLikelihood()).isFinite();
        assertThat(step.state()).isEqualTo(FilterBank.update(state, new Measurement(state.time() + 1, 0.3, 0.01)));
    }

    @Property(tries = 50)
    void updateAndPredictionLeaveTheirPriorAlone(@ForAll("extreme") List<Measurement> readings) {
        BankState state = Readings.fold(readings);
        double[] before = state.toArray();

        FilterBank.update(state, new Measurement(state.time() + 0.3, 0.5, 0));
        FilterBank.predict(state, 5);
        state.toArray()[0] = 0;

        assertThat(state.toArray()).isEqualTo(before);
    }

    @Provide
    Arbitrary<List<Measurement>> extreme() {
        return Readings.extreme();
    }

    /** The latest vintage of each figure, folded in order of time, then source. */
    private static BankState stateAfter(List<Event> arrived) {
        TreeMap<Key, Event> latest = new TreeMap<>();
        for (Event event : arrived) {
            latest.merge(event.key(), event, (a, b) -> b.vintage() > a.vintage() ? b : a);
        }
        return Readings.fold(latest.values().stream()
                .map(e -> new Measurement(e.time(), e.share(), 0.005))
                .toList());
    }

    /** 30 figures of two sources, 10 revisions of some, and 5 duplicates. */
    private static List<Event> events() {
        Random random = new Random(7);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int year = i / 2;
            double time = 2015.5 + year;
            events.add(new Event(time, i % 2 == 0 ? "A" : "B", 1, Link.LOGIT.share(-3 + 0.15 * i)));
        }
        for (int i = 0; i < 10; i++) {
            Event first = events.get(random.nextInt(30));
            int vintage = 2 + i;
            events.add(new Event(first.time(), first.source(), vintage, first.share() + 0.01 * random.nextDouble()));
        }
        events.addAll(List.copyOf(events.subList(20, 25)));
        return List.copyOf(events);
    }
}
