package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidemark.alert.AlertEvent;
import org.tidemark.engine.store.PanelPendingStore;
import org.tidemark.engine.store.RunStore;
import org.tidemark.estimate.Estimate;
import org.tidemark.news.News;
import org.tidemark.news.NewsLine;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.Watermark;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/** What crosses economies, from two partitions to one. */
class PanelFlowTest {
    private static final List<String> EVEN = List.of("AT", "BE", "DE", "DK");
    private static final List<String> ODD = List.of("ES", "FI", "FR", "SE");
    private static final String VERDICT = "EU27|TOTAL|divergence.verdict|firms.any_use";

    private Flow flow = Flow.ofEverything(StoreKind.MEMORY);

    @AfterEach
    void close() {
        flow.close();
    }

    /** What one partition holds of one annual release: its economies, and behind them that the instant is over. */
    private static List<Object> release(List<String> economies, int year, double pull) {
        List<Object> records = new ArrayList<>();
        String day = (year + 1) + "-02-01";
        for (String economy : economies) {
            double start = 6 + 5 * (economies.indexOf(economy) + (economies == ODD ? 0.5 : 0));
            double percent = start * (1 + pull * start * (year - 2020));
            records.addAll(ReleaseSent.of("EUROSTAT", day)
                    .in(economy)
                    .figure(String.valueOf(year), percent)
                    .events());
        }
        records.add(new Watermark("run", PublicationDate.parse(day), economies == EVEN ? 0 : 1, 2, false));
        return records;
    }

    private void send(List<Object> records) {
        records.forEach(record -> send(flow, record));
    }

    private static void send(Flow flow, Object record) {
        if (record instanceof Watermark closing) {
            flow.send(
                    null,
                    Flow.CODECS.instantClosings().encode(closing),
                    closing.published().toEpochMilli());
        } else {
            flow.send((org.tidemark.series.Event) record);
        }
    }

    private List<Estimate> verdicts() {
        return flow.estimates().stream()
                .filter(e -> e.key().toString().equals(VERDICT))
                .toList();
    }

    private void years(int last, double pull) {
        for (int year = 2020; year <= last; year++) {
            send(release(EVEN, year, pull));
            send(release(ODD, year, pull));
        }
    }

    @Test
    void nothingIsSaidBeforeEveryPartitionIsDoneAndThenItIsOneUpdate() {
        send(release(EVEN, 2020, 0));
        send(release(ODD, 2020, 0));
        send(release(EVEN, 2021, 0.004));
        assertThat(verdicts()).allSatisfy(e -> assertThat(e.withheld()).contains("at least 6 are needed"));

        List<Object> odd = release(ODD, 2021, 0.004);
        send(odd.subList(0, odd.size() - 1));
        assertThat(verdicts()).isEmpty();
        assertThat(flow.entries(PanelPendingStore.NAME)).hasSize(8);

        send(odd.subList(odd.size() - 1, odd.size()));

        assertThat(verdicts()).singleElement().satisfies(e -> {
            assertThat(e.inputs()).isEqualTo(16);
            assertThat(e.asOf()).isEqualTo(PublicationDate.parse("2022-02-01"));
            assertThat(e.levels().get(0).band().value()).isGreaterThan(0.9);
        });
        assertThat(flow.entries(PanelPendingStore.NAME)).isEmpty();
    }

    @Test
    void aPartitionThatIsAheadWaitsForTheOther() {
        for (int year = 2020; year <= 2022; year++) {
            send(release(EVEN, year, 0.004));
        }
        assertThat(verdicts()).isEmpty();

        for (int year = 2020; year <= 2022; year++) {
            send(release(ODD, year, 0.004));
        }

        assertThat(verdicts())
                .extracting(Estimate::asOf)
                .containsExactly(
                        PublicationDate.parse("2021-02-01"),
                        PublicationDate.parse("2022-02-01"),
                        PublicationDate.parse("2023-02-01"));
    }

    @Test
    void aRunThatDiedIsEndedByTheNext() {
        List<Object> died = release(EVEN, 2020, 0);
        send(died.subList(0, died.size() - 1));
        assertThat(verdicts()).isEmpty();

        Instant later = PublicationDate.parse("2021-02-01");
        Watermark.onEach("another", later, 2, true).forEach(closing -> send(flow, closing));

        assertThat(verdicts()).hasSize(1);
        assertThat(flow.entries(RunStore.NAME)).isEmpty();
    }

    @Test
    void anInstantThatIsNoneEndsNothingAndIsKept() {
        List<Object> records = release(EVEN, 2020, 0);
        send(records.subList(0, records.size() - 1));
        Instant published = PublicationDate.parse("2021-02-01");
        Instant endOfTime = Instant.ofEpochMilli(Long.MAX_VALUE);

        Watermark.onEach("hostile", endOfTime, 2, true).forEach(closing -> send(flow, closing));
        Watermark.onEach("r".repeat(257), published, 2, true).forEach(closing -> send(flow, closing));
        Watermark.onEach("early", published.plusSeconds(1), 2, true)
                .forEach(closing ->
                        flow.send(null, Flow.CODECS.instantClosings().encode(closing), published.toEpochMilli()));

        assertThat(flow.rejections())
                .extracting(Rejection::reason)
                .containsExactly(
                        RejectReason.BAD_PUBLISHED,
                        RejectReason.BAD_PUBLISHED,
                        RejectReason.BAD_ID,
                        RejectReason.BAD_ID,
                        RejectReason.MISADDRESSED,
                        RejectReason.MISADDRESSED);
        assertThat(verdicts()).isEmpty();
        assertThat(flow.entries(RunStore.NAME)).isEmpty();
    }

    @Test
    void whyTheVerdictMovedIsTold() {
        years(2021, 0.004);
        flow.news();

        send(release(EVEN, 2022, 0.004));
        send(release(ODD, 2022, -0.002));

        News news = flow.news().stream()
                .filter(n -> n.key().measure().equals("divergence.slope.level"))
                .findFirst()
                .orElseThrow();
        assertThat(news.lines()).extracting(NewsLine::release).contains("EUROSTAT-2023-02-01");
        assertThat(news.lines().stream().mapToDouble(NewsLine::impact).sum())
                .isCloseTo(news.change(), org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void twoReleasesThatDivergeRaiseItAndARevisionTakesItBack() {
        years(2022, 0.004);

        List<AlertEvent> raised = alerts();
        assertThat(raised).singleElement().satisfies(e -> {
            assertThat(e.kind()).isEqualTo(AlertEvent.Kind.RAISED);
            assertThat(e.key().economy()).isEqualTo("EU27");
            assertThat(e.asOf()).isEqualTo(PublicationDate.parse("2023-02-01"));
            assertThat(e.message())
                    .startsWith("Economies drift apart on every scale, EU27 firms.any_use: level: slope +")
                    .contains("; log: slope +", "; logit: slope +", "moved by", "8 figures of");
        });

        ReleaseSent revision = ReleaseSent.of("EUROSTAT", "2023-05-01");
        EVEN.forEach(economy -> flow.send(revision.in(economy).figure("2022", 20)));
        ODD.forEach(economy -> flow.send(revision.in(economy).figure("2022", 21)));
        Watermark.onEach("revision", PublicationDate.parse("2023-05-01"), 2, true)
                .forEach(closing -> send(flow, closing));

        assertThat(alerts()).extracting(AlertEvent::kind).contains(AlertEvent.Kind.RETRACTED);
    }

    private List<AlertEvent> alerts() {
        return flow.alerts().stream()
                .filter(e -> e.key().rule().equals("EconomiesDiverge"))
                .toList();
    }

    @Test
    void figuresThatNeitherAPanelNorAPoolReadsDoNotCross() {
        flow.send(
                ReleaseSent.of("EUROSTAT", "2021-02-01").figure(ReleaseSent.ANY_USE, "NACE:J", "2020", 10),
                ReleaseSent.of("EUROSTAT", "2021-02-01").in("FR").figure(ReleaseSent.ANY_USE, "NACE:J", "2020", 10));

        assertThat(flow.entries(PanelPendingStore.NAME)).isEmpty();
    }

    @Test
    void figuresOfOthersThanTheRecipeComparesCrossForThePoolAndAreComparedWithNone() {
        flow.send(
                ReleaseSent.of("OTHER", "2021-02-01").figure("2020", 10),
                ReleaseSent.of("EUROSTAT", "2021-02-01").in("NO").figure("2020", 10),
                ReleaseSent.of("EUROSTAT", "2021-02-01").in("EU27").figure("2020", 10));
        assertThat(flow.entries(PanelPendingStore.NAME)).hasSize(3);

        Watermark.onEach("run", PublicationDate.parse("2021-02-01"), 2, true).forEach(closing -> send(flow, closing));

        assertThat(flow.entries(PanelPendingStore.NAME)).isEmpty();
        assertThat(verdicts()).isEmpty();
    }

    @Test
    void whatEndsAnInstantIsNoRejectionAndSomethingElseIs() {
        years(2020, 0);
        flow.send(null, new byte[] {1, 2, 3}, 0);

        assertThat(flow.rejections()).singleElement().satisfies(r -> assertThat(r.reason())
                .isEqualTo(RejectReason.MALFORMED));
    }

    /** Each partition in its own order, and between them in any. */
    @Property(tries = 60)
    void whichPartitionIsAheadNeverShows(@ForAll Random random) {
        assertThat(said(random)).isEqualTo(said(new Random(0)));
    }

    private static List<String> said(Random random) {
        List<List<Object>> partitions = List.of(new ArrayList<>(), new ArrayList<>());
        for (int year = 2020; year <= 2024; year++) {
            partitions.get(0).addAll(release(EVEN, year, 0.003));
            partitions.get(1).addAll(release(ODD, year, 0.003));
        }
        List<Integer> turns = new ArrayList<>();
        for (int partition = 0; partition < 2; partition++) {
            turns.addAll(Collections.nCopies(partitions.get(partition).size(), partition));
        }
        Collections.shuffle(turns, random);
        int[] next = new int[2];
        try (Flow flow = Flow.ofEverything(StoreKind.MEMORY)) {
            for (int partition : turns) {
                send(flow, partitions.get(partition).get(next[partition]++));
            }
            List<TestRecord<String, byte[]>> records = new ArrayList<>(flow.estimateRecords());
            records.addAll(flow.alertRecords());
            return records.stream()
                    .filter(r -> r.key().contains("EU27"))
                    .map(r -> r.key() + " " + java.util.HexFormat.of().formatHex(r.value()))
                    .toList();
        }
    }
}
