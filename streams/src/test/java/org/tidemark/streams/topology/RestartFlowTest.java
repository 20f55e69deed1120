package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.store.RejectionStore;
import org.tidemark.series.Event;

/** The flow has no memory outside its stores, and its output is a function of its input log alone. */
class RestartFlowTest extends FlowSuite {
    // Opening all stores on disk is slow.
    private static final int STRIDE_ON_DISK = 4;

    RestartFlowTest(StoreKind kind) {
        super(kind, Flow.ofEverything(kind));
    }

    private static final List<Event> LOG = Stream.of(
                    eurostat("2023-05-17").completely().figure("2020", 6.0).figure("2021", 8.0),
                    eurostat("2023-06-17").completely().figure("2021", 8.4).figure("2022", 900.0),
                    ReleaseSent.of("RAMP", "2023-06-17").figure("2022", 3.0).withMoreAtInstant(),
                    ReleaseSent.of("IFR", "2023-06-17").figure("2022", 3.5).figure("2022", 3.6),
                    eurostat("2023-04-17").figure("2019", 5.0),
                    eurostat("2024-05-17").in("FR").figure("2021", 5.0),
                    china("2023-01-17")
                            .withMoreAtInstant()
                            .figure("supply.gdp.real_growth", "TOTAL", "2022", 3.0)
                            .figure("demand.retail.nominal_growth", "TOTAL", "2022", -0.2),
                    china("2023-01-17").release("prices").figure("prices.cpi.growth", "TOTAL", "2022", 2.0),
                    china("2024-01-17").figure("supply.gdp.real_growth", "TOTAL", "2023", 5.2))
            .flatMap(r -> r.events().stream())
            .toList();

    private static ReleaseSent china(String day) {
        return ReleaseSent.of("NBS_CHINA", day).in("CN");
    }

    private static List<String> written(Flow flow) {
        List<TestRecord<String, byte[]>> records = new ArrayList<>();
        records.addAll(flow.estimateRecords());
        records.addAll(flow.latestRecords());
        records.addAll(flow.rejectedRecords());
        records.addAll(flow.outcomeRecords());
        return records.stream()
                .map(r -> r.key() + "@" + r.timestamp() + "=" + (r.value() == null ? "" : Bytes.wrap(r.value())))
                .toList();
    }

    private static List<KeyValue<Bytes, Bytes>> state(Flow flow) {
        List<KeyValue<Bytes, Bytes>> state = new ArrayList<>();
        for (String store : flow.stores()) {
            if (store.equals(RejectionStore.NAME)) {
                // Keyed by the offsets of a topic that the next test driver begins anew.
                continue;
            }
            flow.entries(store).forEach(e -> state.add(KeyValue.pair(e.key, Bytes.wrap(e.value))));
        }
        return state;
    }

    @Test
    void theSameLogGivesTheSameBytesOnEveryKindOfStore() {
        List<String> first = written(flow.send(LOG));

        for (StoreKind other : StoreKind.values()) {
            try (Flow again = Flow.ofEverything(other)) {
                assertThat(written(again.send(LOG))).isEqualTo(first);
                assertThat(state(again)).isEqualTo(state(flow));
            }
        }
    }

    @Test
    void anInstanceThatTakesOverAtAnyRecordGoesOnAsIfNothingHadHappened() {
        flow.send(LOG);
        List<KeyValue<Bytes, Bytes>> uninterrupted = state(flow);
        int written = written(flow).size();

        for (int at = 1; at < LOG.size(); at += kind == StoreKind.MEMORY ? 1 : STRIDE_ON_DISK) {
            try (Flow before = Flow.ofEverything(kind).send(LOG.subList(0, at));
                    Flow after = before.restarted().send(LOG.subList(at, LOG.size()))) {
                assertThat(state(after)).isEqualTo(uninterrupted);
                assertThat(written(before).size() + written(after).size()).isEqualTo(written);
            }
        }
    }
}
