package org.tidemark.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dashboards keep to the rules, and each rule is shown to find what it is there for. */
class DashboardLintTest {
    static List<Board> boards() {
        return Board.all();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void nothingIsFound(Board board) {
        assertThat(DashboardLint.findings(board, Metrics.all())).isEmpty();
    }

    @Test
    void theFiveDashboardsLinkToEachOther() {
        Set<String> uids = new HashSet<>();
        boards().forEach(board -> uids.add(board.uid()));

        assertThat(uids)
                .containsExactlyInAnyOrder(
                        "tidemark-overview",
                        "tidemark-economy",
                        "tidemark-economies",
                        "tidemark-pipeline",
                        "tidemark-history");
        assertThat(boards()).allSatisfy(board -> {
            Set<String> linked = new HashSet<>(Set.of("/d/" + board.uid()));
            board.json()
                    .path("links")
                    .forEach(link -> linked.add(link.path("url").asText()));
            assertThat(linked)
                    .isEqualTo(uids.stream().map(uid -> "/d/" + uid).collect(java.util.stream.Collectors.toSet()));
        });
    }

    private static void assertFound(String finding, Consumer<ObjectNode> spoils) {
        Board good = Board.named("economy");
        assertThat(DashboardLint.findings(good, Metrics.all())).isEmpty();

        assertThat(DashboardLint.findings(good.spoilt(spoils), Metrics.all()))
                .anySatisfy(said -> assertThat(said).contains(finding));
    }

    /** The first panel, which is a stat. */
    private static ObjectNode panel(ObjectNode board) {
        return object(board.path("panels").path(0));
    }

    private static ObjectNode object(JsonNode node) {
        return (ObjectNode) node;
    }

    @Test
    void aPanelWithoutAUnit() {
        assertFound("no unit", b -> object(panel(b).path("fieldConfig").path("defaults"))
                .remove("unit"));
    }

    @Test
    void aPanelWithoutADescription() {
        assertFound("does not say 'Source: '", b -> panel(b).remove("description"));
        assertFound("does not say 'Unit: '", b -> panel(b).put("description", "A level. Source: somewhere."));
        assertFound("begin with a definition", b -> panel(b).put("description", "Source: somewhere. Unit: none."));
    }

    @Test
    void aPanelOverAnother() {
        assertFound("lies over another", b -> object(panel(b).path("gridPos")).put("w", 5));
    }

    @Test
    void aPanelBeyondTheGrid() {
        assertFound("ends in column 28", b -> object(panel(b).path("gridPos")).put("x", 24));
    }

    @Test
    void anIdThatIsTaken() {
        assertFound("is taken", b -> panel(b).put("id", 2));
    }

    @Test
    void aVariableThatNobodyDefines() {
        assertFound(
                "variable region is used and not defined",
                b -> object(panel(b).path("targets").path(0)).put("expr", "up{region=\"$region\"}"));
    }

    @Test
    void aVariableThatNobodyUses() {
        assertFound("variable idle is defined and not used", b -> ((ArrayNode)
                        b.path("templating").path("list"))
                .addObject()
                .put("name", "idle")
                .put("type", "textbox")
                .put("description", "d"));
    }

    @Test
    void aMetricThatThereIsNot() {
        assertFound("tidemark_penetration is no metric", b -> object(
                        panel(b).path("targets").path(0))
                .put("expr", "sum(tidemark_penetration{economy=\"$economy\"})"));
    }

    @Test
    void aMetricThatThereIsNotInAnAnnotation() {
        assertFound("tidemark_alarm is no metric", b -> object(
                        b.path("annotations").path("list").path(0).path("target"))
                .put("expr", "tidemark_alarm == 1"));
    }

    @Test
    @DisplayName("D06-dashboards-without-a-data-source-variable: a panel that names a data source is found")
    void aDataSourceThatNobodyCanChoose() {
        assertFound("'tidemark-prometheus' is no variable of type datasource", b -> object(panel(b).path("datasource"))
                .put("uid", "tidemark-prometheus"));
        assertFound(
                "'${other}' is no variable of type datasource",
                b -> object(panel(b).path("targets").path(0).path("datasource")).put("uid", "${other}"));
        assertFound("'tidemark-prometheus' is no variable of type datasource", b -> object(
                        b.path("annotations").path("list").path(0).path("datasource"))
                .put("uid", "tidemark-prometheus"));
        assertFound(
                "0 variables of type datasource",
                b -> ((ArrayNode) b.path("templating").path("list")).remove(0));
        assertFound("'mine' is not provisioned", b -> object(
                        b.path("templating").path("list").path(0).path("current"))
                .put("value", "mine"));
    }

    @Test
    @DisplayName("D05-alert-follows-the-instance: a panel that shows each monitor by itself is found")
    void aMetricOfEachMonitor() {
        assertFound("tidemark_penetration_nowcast_ratio is not aggregated over monitors", b -> object(
                        panel(b).path("targets").path(0))
                .put("expr", "sort_desc(tidemark_penetration_nowcast_ratio{economy=\"$economy\"})"));
    }

    @Test
    void aFrameThatCannotBeProvisioned() {
        assertFound("id is 7", b -> b.put("id", 7));
        assertFound("uid is ''", b -> b.remove("uid"));
        assertFound("schemaVersion is 30", b -> b.put("schemaVersion", 30));
        assertFound("__inputs", b -> b.putArray("__inputs"));
        assertFound("no links", b -> b.putArray("links"));
    }

    @Test
    void aPanelThatAsksNothing() {
        assertFound("asks nothing", b -> panel(b).putArray("targets"));
    }

    @Test
    void aBarWithoutItsBandIsFound() {
        assertFound(
                "tidemark_displacement_ledger_ratio stands without its band; ask for"
                        + " tidemark_displacement_ledger_lower80_ratio",
                board -> {
                    panel(board).put("type", "bargauge");
                    ((ObjectNode) panel(board).path("targets").path(0))
                            .put("expr", "max by (economy) (tidemark_displacement_ledger_ratio)");
                });
    }
}
