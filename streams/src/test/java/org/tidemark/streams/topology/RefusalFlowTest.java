package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.release.WithdrawalCount;
import org.tidemark.revise.Outcome;
import org.tidemark.series.Observation;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/** What is refused is counted once, wherever it is counted, and names the line that it came from. */
class RefusalFlowTest extends FlowSuite {
    RefusalFlowTest(StoreKind kind) {
        super(kind);
    }

    private static Observation readAt(Observation o, String place) {
        return new Observation(
                o.figure(),
                o.value(),
                o.standardError(),
                o.unit(),
                o.basis(),
                o.status(),
                o.batch(),
                o.ordinal(),
                o.receivedAt(),
                o.note(),
                place);
    }

    private SortedMap<RejectReason, Long> counted() {
        SortedMap<RejectReason, Long> counted = new TreeMap<>();
        flow.refusals()
                .counts()
                .values()
                .forEach(byReason -> byReason.forEach((reason, n) -> {
                    if (n > 0) {
                        counted.merge(reason, n, Long::sum);
                    }
                }));
        return counted;
    }

    @Test
    @DisplayName("B04-uk-el-xk: a refusal behind the topic names file and line, and the record beside them")
    void aRefusalBehindTheTopicNamesFileAndLine() {
        ReleaseSent release = eurostat("2024-05-17").figure("2022", 950.0);
        flow.send(List.of(readAt(release.observations().get(0), "codes.csv, line 3")))
                .send(List.of(release.closing()));

        assertThat(flow.rejections()).singleElement().satisfies(r -> {
            assertThat(r.place()).isEqualTo("codes.csv, line 3");
            assertThat(r.record()).isEqualTo("topic tidemark.observations, partition 0, offset 0");
            assertThat(r.load()).isEqualTo("load-1");
        });
    }

    @Test
    @DisplayName("B09-conflicts-counted-half: both values of a pair are counted, and each names the line of the other")
    void bothValuesOfAPairAreCounted() {
        ReleaseSent first = eurostat("2024-05-17").figure("2021", 8.0).figure("2022", 9.0);
        ReleaseSent second =
                eurostat("2024-05-17").load("load-2").figure("2021", 8.5).figure("2022", 9.5);
        first.observations().forEach(o -> flow.send(readAt(o, "a.csv, line " + o.ordinal())));
        flow.send(first.closing());
        second.observations().forEach(o -> flow.send(readAt(o, "b.csv, line " + o.ordinal())));
        flow.send(second.closing());

        List<ReleaseOutcome> outcomes = flow.outcomes();
        assertThat(outcomes.get(1).rejected()).isEqualTo(counts(RejectReason.CONFLICTING, 2));
        assertThat(outcomes.get(1).takenBack())
                .containsExactly(new WithdrawalCount("EUROSTAT-2024-05-17", "load-1", Outcome.ACCEPTED, 2));
        assertThat(flow.rejections()).hasSize(4).anySatisfy(r -> {
            assertThat(r.place()).isEqualTo("a.csv, line 1");
            assertThat(r.detail()).contains("9.0 and 9.5 (b.csv, line 1)");
        });
        assertThat(counted()).isEqualTo(new TreeMap<>(Map.of(RejectReason.CONFLICTING, 4L)));
    }

    @Test
    @DisplayName("B09-conflicts-counted-half: what was counted as revised, or held, is taken back as that")
    void whatIsTakenBackIsWhatItWasCountedAs() {
        flow.send(
                eurostat("2023-05-17").figure("2021", 7.0),
                eurostat("2024-05-17").figure("2021", 8.0));
        skipOutputs();

        flow.send(eurostat("2024-05-17").load("load-2").figure("2021", 8.5));

        assertThat(onlyOutcome().takenBack())
                .extracting(WithdrawalCount::outcome, WithdrawalCount::count)
                .containsExactly(tuple(Outcome.REVISED, 1));
    }

    @Test
    void aThirdValueTakesNothingBackTwice() {
        flow.send(
                eurostat("2024-05-17").figure("2021", 8.0),
                eurostat("2024-05-17").load("load-2").figure("2021", 8.5));
        skipOutputs();

        flow.send(eurostat("2024-05-17").load("load-3").figure("2021", 8.7));

        assertThat(onlyOutcome().takenBack()).isEmpty();
        assertThat(counted()).isEqualTo(new TreeMap<>(Map.of(RejectReason.CONFLICTING, 3L)));
    }

    @Test
    @DisplayName("R-rejected-doubled: a load that dies half-way six times and is sent again refuses each row once")
    void aLoadThatDiesHalfWayRefusesEachRowOnce() {
        ReleaseSent release = eurostat("2024-05-17");
        for (int year = 2000; year < 2020; year++) {
            release = release.figure(Integer.toString(year), 950.0);
        }
        for (int attempt = 1; attempt <= 6; attempt++) {
            flow.send(release.observations().subList(0, 3 * attempt));
        }
        flow.send(release).send(release);

        assertThat(flow.rejections()).hasSize(20);
        assertThat(counted()).isEqualTo(new TreeMap<>(Map.of(RejectReason.OUT_OF_RANGE, 20L)));
        assertThat(flow.outcomes().get(0).rejected()).isEqualTo(counts(RejectReason.OUT_OF_RANGE, 20));
    }

    @Test
    @DisplayName("R-rejected-doubled: a conflict that is sent again is refused once")
    void aConflictThatIsSentAgainIsRefusedOnce() {
        ReleaseSent first = eurostat("2024-05-17").figure("2021", 8.0);
        ReleaseSent second = eurostat("2024-05-17").load("load-2").figure("2021", 8.5);

        flow.send(first, second, first, second, second);

        assertThat(flow.rejections()).hasSize(2);
        assertThat(counted()).isEqualTo(new TreeMap<>(Map.of(RejectReason.CONFLICTING, 2L)));
    }

    @Test
    @DisplayName(
            "D07-metric-blind-to-what-readers-refuse: what a reader puts on the topic is counted, each once, over a restart")
    void whatAReaderPutsOnTheTopicIsCounted() {
        Rejection refused = new Rejection(
                RejectReason.BAD_NUMBER,
                "value '12.3%' is no number",
                "bad.csv, line 2",
                null,
                null,
                null,
                null,
                "DE,12.3%".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "load-1",
                null,
                Rejection.idOf("load-1", "line 2"));
        flow.refuse(Flow.CODECS.rejections().encode(refused));
        flow.refuse(Flow.CODECS.rejections().encode(refused));

        assertThat(counted()).isEqualTo(new TreeMap<>(Map.of(RejectReason.BAD_NUMBER, 1L)));
        try (Flow restarted = flow.restarted()) {
            restarted.refuse(Flow.CODECS.rejections().encode(refused));
            assertThat(restarted.refusals().counts().get(0)).containsEntry(RejectReason.BAD_NUMBER, 1L);
        }
    }

    @Test
    void aRecordOnTheTopicThatIsNoRefusalStopsNothing() {
        flow.refuse("foreign".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .send(eurostat("2024-05-17").figure("2022", 950.0));

        assertThat(counted()).isEqualTo(new TreeMap<>(Map.of(RejectReason.OUT_OF_RANGE, 1L)));
    }
}
