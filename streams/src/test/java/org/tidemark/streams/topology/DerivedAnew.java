package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.engine.store.EstimateStore;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.Watermark;
import org.tidemark.version.Derivation;

/** A flow with some years of Germany, and flows that go on from its state with other rules, another catalogue or program. */
abstract class DerivedAnew {
    static final EstimateKey DE = new EstimateKey("DE", "TOTAL", "penetration", "firms.any_use");
    static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    static final Instant CHANGED = Instant.parse("2024-06-01T12:00:00Z");
    static final Duration A_WHILE = Duration.ofSeconds(5);

    final List<Flow> flows = new ArrayList<>();
    Flow before = new Flow(StoreKind.MEMORY);

    static Derivation derivation(Catalogue catalogue, String model, Instant since, boolean fresh) {
        Map<String, String> parts = Map.of(
                Derivation.RULES, catalogue.recipes().alerts().version(),
                Derivation.CATALOGUE, catalogue.hash(),
                Derivation.MODEL, model);
        return new Derivation(new TreeMap<>(parts), since, fresh, 1);
    }

    static Catalogue with(String yaml) {
        return ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", yaml)));
    }

    static ReleaseSent year(int year, double percent) {
        return ReleaseSent.of("EUROSTAT", (year + 1) + "-02-01").figure(Integer.toString(year), percent);
    }

    @BeforeEach
    void sendSomeYears() {
        before.close();
        before = Flow.deriving(StoreKind.MEMORY, Flow.CATALOGUE, derivation(Flow.CATALOGUE, "one", FIRST, true));
        before.pass(A_WHILE);
        sendYears(before);
    }

    /** Each instant is closed, so that what crosses economies is said too. */
    static void sendYears(Flow flow) {
        List<ReleaseSent> years = List.of(year(2019, 8), year(2020, 12), year(2021, 14), year(2022, 17));
        for (int i = 0; i < years.size(); i++) {
            flow.send(years.get(i));
            Instant published = PublicationDate.parse((2020 + i) + "-02-01");
            Watermark over = new Watermark("run", published, 0, 1, false);
            flow.send(null, Flow.CODECS.instantClosings().encode(over), published.toEpochMilli());
        }
    }

    @AfterEach
    void close() {
        before.close();
        flows.forEach(Flow::close);
    }

    Flow restarted(Catalogue catalogue, String model) {
        Flow next = before.restarted(catalogue, derivation(catalogue, model, CHANGED, false));
        flows.add(next);
        return next.pass(A_WHILE).pass(A_WHILE);
    }

    static Estimate asOf(Flow flow, Instant instant) {
        Estimate found = EstimateStore.reading(flow.tables(), Flow.CODECS).asOf(DE, instant);
        assertThat(found).isNotNull();
        return found;
    }
}
