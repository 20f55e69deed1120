package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.store.NewsStore;
import org.tidemark.news.News;
import org.tidemark.news.NewsLine;
import org.tidemark.news.NewsLine.Kind;

class NewsFlowTest extends FlowSuite {
    NewsFlowTest(StoreKind kind) {
        super(kind, Flow.ofEverything(kind));
    }

    private List<News> penetration() {
        return flow.news().stream()
                .filter(n -> n.key().measure().equals("penetration"))
                .toList();
    }

    @Test
    void aFirstEstimateHasNoNewsAndTheNextHasItsLines() {
        flow.send(eurostat("2024-01-31").figure("2023", 8.0));
        assertThat(flow.news()).isEmpty();

        flow.send(eurostat("2025-01-31").figure("2023", 8.5).figure("2024", 13.5));

        News news = penetration().get(0);
        assertThat(news.before()).isCloseTo(8.0, within(0.01));
        assertThat(news.lines())
                .extracting(NewsLine::kind)
                .containsExactly(Kind.REVISIONS, Kind.PASSING_OF_TIME, Kind.NEW_FIGURES, Kind.REWEIGHTING);
        assertThat(news.lines().get(0).release()).isEqualTo("EUROSTAT-2025-01-31");
        assertThat(news.lines().get(0).forecast()).isCloseTo(8.0, within(1e-9));
        assertThat(flow.entries(NewsStore.NAME)).isNotEmpty();
    }

    @Test
    void releasesOfOneInstantHaveALineEachInOneNews() {
        flow.send(eurostat("2024-01-31").figure("2023", 8.0));
        skipOutputs();

        flow.send(eurostat("2025-01-31").figure("2024", 13.5).withMoreAtInstant());
        flow.send(ReleaseSent.of("RAMP", "2025-01-31").figure("2024-11", 15.0));

        List<News> news = penetration();
        assertThat(news).hasSize(1);
        assertThat(news.get(0).lines())
                .filteredOn(l -> l.kind() == Kind.NEW_FIGURES)
                .extracting(NewsLine::source)
                .containsExactly("EUROSTAT", "RAMP");
    }

    @Test
    void whatIsWithdrawnAltogetherHasNoNewsAndVoidsNoneBeforeIt() {
        flow.send(eurostat("2024-01-31").figure("2023", 8.0));
        flow.send(eurostat("2025-01-31").figure("2024", 13.5));
        int told = flow.entries(NewsStore.NAME).size();
        assertThat(flow.news()).isNotEmpty();

        flow.send(eurostat("2025-02-28").withdrawn("2023").withdrawn("2024"));

        assertThat(penetration()).isEmpty();
        assertThat(flow.entries(NewsStore.NAME)).hasSize(told);
    }

    @Test
    void aComposedEstimateIsToldByTheSurpriseOfEachOfItsSeries() {
        ReleaseSent first = ReleaseSent.of("NBS_CHINA", "2023-01-17").in("CN");
        ReleaseSent next = ReleaseSent.of("NBS_CHINA", "2024-01-17").in("CN");
        flow.send(first.figure("demand.retail.nominal_growth", "TOTAL", "2022", -0.2)
                .figure("prices.cpi.growth", "TOTAL", "2022", 2.0)
                .figure("supply.gdp.real_growth", "TOTAL", "2022", 3.0));

        flow.send(next.figure("demand.retail.nominal_growth", "TOTAL", "2023", 7.2)
                .figure("prices.cpi.growth", "TOTAL", "2023", 0.2)
                .figure("supply.gdp.real_growth", "TOTAL", "2023", 5.2));

        News news = flow.news().get(0);
        assertThat(news.change()).isCloseTo((7.2 - 0.2 - 5.2) - (-0.2 - 2.0 - 3.0), within(1e-9));
        assertThat(news.lines()).extracting(NewsLine::kind).containsOnly(Kind.NEW_FIGURES);
        assertThat(news.lines())
                .extracting(NewsLine::surprise)
                .satisfiesExactly(
                        demand -> assertThat(demand).isCloseTo(7.4, within(1e-9)),
                        prices -> assertThat(prices).isCloseTo(-1.8, within(1e-9)),
                        output -> assertThat(output).isCloseTo(2.2, within(1e-9)));
        assertThat(news.lines())
                .extracting(NewsLine::gain)
                .satisfiesExactly(
                        demand -> assertThat(demand).isCloseTo(1, within(1e-9)),
                        prices -> assertThat(prices).isCloseTo(-1, within(1e-9)),
                        output -> assertThat(output).isCloseTo(-1, within(1e-9)));
    }

    @Test
    void aLedgerIsToldByThePenetrationThatItRestsOn() {
        String[] ledger = {"exposure.jobs"};
        flow.send(ReleaseSent.of("ILO", "2024-01-15").figure(ledger[0], "TOTAL", "2023", 30.0));
        flow.send(eurostat("2024-01-31").figure("2023", 8.0));
        assertThat(flow.latest().values())
                .anyMatch(e -> e.key().measure().equals("displacement.ledger")
                        && !e.levels().isEmpty());
        flow.news();

        flow.send(eurostat("2025-01-31").figure("2024", 13.5));

        assertThat(flow.news().stream()
                        .filter(n -> n.key().measure().equals("displacement.ledger"))
                        .flatMap(n -> n.lines().stream()))
                .extracting(NewsLine::kind)
                .contains(Kind.UPSTREAM);
    }
}
