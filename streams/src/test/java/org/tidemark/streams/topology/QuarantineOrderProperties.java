package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tidemark.engine.store.JudgementStore;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.Supersession;

/** What is held, and what is believed in the end, does not depend on the order in which releases arrive. */
class QuarantineOrderProperties {
    private static final int FIGURES = 11;

    /** What a flow says in the end. */
    private record End(SortedMap<String, String> estimates, SortedMap<String, String> judgements) {}

    private static End end(List<ReleaseSent> releases) {
        try (Flow flow = new Flow(StoreKind.MEMORY)) {
            releases.forEach(flow::send);
            SortedMap<String, String> judgements = new TreeMap<>();
            flow.entries(JudgementStore.NAME).forEach(entry -> {
                Assessment j = Flow.decoded(Flow.CODECS.judgements(), entry.value);
                judgements.put(j.part().toString(), j.status() + " " + j.confirms() + " " + j.findings());
            });
            return new End(flow.latestBytes(), judgements);
        }
    }

    @Property(tries = 60)
    void anyOrderOfReleasesEndsInTheSameBytesAndJudgements(
            @ForAll("releases") List<ReleaseSent> releases, @ForAll Random random) {
        List<ReleaseSent> shuffled = new ArrayList<>(releases);
        shuffled.addAll(releases.subList(0, releases.size() / 3));
        Collections.shuffle(shuffled, random);

        assertThat(end(shuffled)).isEqualTo(end(releases));
    }

    @Property(tries = 60)
    void asOfAnInstantTheyStandAsIfNothingHadBeenPublishedSince(
            @ForAll("releases") List<ReleaseSent> releases, @ForAll Random random) {
        Instant asOf = releases.get(random.nextInt(releases.size())).published();
        Supersession succession =
                new Supersession(Flow.CATALOGUE.recipes().releases().judging().orElseThrow());
        List<ReleaseSent> until =
                releases.stream().filter(r -> !r.published().isAfter(asOf)).toList();

        assertThat(statuses(succession.asOf(judged(releases), asOf))).isEqualTo(statuses(judged(until)));
    }

    private static List<Assessment> judged(List<ReleaseSent> releases) {
        try (Flow flow = new Flow(StoreKind.MEMORY)) {
            releases.forEach(flow::send);
            return flow.entries(JudgementStore.NAME).stream()
                    .map(entry -> Flow.decoded(Flow.CODECS.judgements(), entry.value))
                    .toList();
        }
    }

    private static List<String> statuses(List<Assessment> judgements) {
        return judgements.stream().map(j -> j.part() + " " + j.status()).toList();
    }

    @Property(tries = 120)
    void anyOrderOfNewFiguresEndsInTheSameBytesAndJudgements(
            @ForAll("newFigures") List<ReleaseSent> releases, @ForAll Random random) {
        List<ReleaseSent> shuffled = new ArrayList<>(releases);
        shuffled.addAll(releases.subList(0, releases.size() / 3));
        Collections.shuffle(shuffled, random);

        assertThat(end(shuffled)).isEqualTo(end(releases));
    }

    @Property(tries = 60)
    void asOfAnInstantNewFiguresStandAsIfNothingHadBeenPublishedSince(
            @ForAll("newFigures") List<ReleaseSent> releases, @ForAll Random random) {
        asOfAnInstantTheyStandAsIfNothingHadBeenPublishedSince(releases, random);
    }

    /** A year each, some slipped by a hundred, some stated again, sometimes two to a release. */
    @Provide
    Arbitrary<List<ReleaseSent>> newFigures() {
        Arbitrary<ReleaseSent> release = Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(1.0, 1.0, 1.0, 0.01, 0.01),
                        Arbitraries.integers().between(1, 3))
                .as((month, year, factor, count) -> {
                    ReleaseSent sent = ReleaseSent.of("EUROSTAT", "2023-0%d-11".formatted(month));
                    for (int i = year; i < year + count; i++) {
                        sent = sent.figure(Integer.toString(2012 + i), factor * (20 + i));
                    }
                    return sent;
                });
        return release.list().ofMinSize(3).ofMaxSize(9).map(releases -> {
            List<ReleaseSent> numbered = new ArrayList<>();
            releases.forEach(r -> numbered.add(r.load("load-" + numbered.size())));
            return numbered;
        });
    }

    @Provide
    Arbitrary<List<ReleaseSent>> releases() {
        Arbitrary<ReleaseSent> release = Combinators.combine(
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.of(1.0, 1.0, 1.0, 1.002, 1.3, 1.3, 0.5),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false, false))
                .as(QuarantineOrderProperties::release);
        return release.list().ofMinSize(2).ofMaxSize(7).map(releases -> {
            List<ReleaseSent> numbered = new ArrayList<>();
            releases.forEach(r -> numbered.add(r.load("load-" + numbered.size())));
            return numbered;
        });
    }

    private static ReleaseSent release(int month, double factor, int missing, boolean complete) {
        ReleaseSent release = ReleaseSent.of("EUROSTAT", "2023-0%d-11".formatted(month));
        for (int i = missing; i < FIGURES + missing; i++) {
            release = release.figure(Integer.toString(2008 + i), factor * (2 + i));
        }
        return complete ? release.completely() : release;
    }
}
