package org.tidemark.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole, on real programs: raised, delivered, over; and every panel has something to show. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StackIT {
    private static final Duration BACK = Duration.ofMinutes(10);
    private static final String WAITING = "TidemarkQuarantineWaiting";
    private static final String HELD = "ReleaseHeld";
    private static final String LEVEL = "PenetrationAbove10";

    private @Nullable Stack running;

    @BeforeAll
    void start(@TempDir Path dir) throws Exception {
        for (String program : new String[] {"prometheus", "promtool", "amtool"}) {
            Program unused = Program.assumed(program);
        }
        running = Stack.start(dir);
    }

    @AfterAll
    void end() {
        if (running != null) {
            running.close();
        }
    }

    private Stack stack() {
        return Objects.requireNonNull(running, "started before all tests");
    }

    private List<JsonNode> awaitDelivery(String receiver, String alertname, String status)
            throws IOException, InterruptedException {
        Webhook webhook = stack().webhook();
        stack().prometheus().await("%s of %s at %s".formatted(status, alertname, receiver), () -> !webhook.of(
                        receiver, alertname, status)
                .isEmpty());
        return webhook.of(receiver, alertname, status);
    }

    @Test
    @Order(1)
    void everythingThatRulesAndDashboardsAskForIsScraped() throws Exception {
        Running prometheus = stack().prometheus();
        Set<String> wanted = Metrics.scraped();
        wanted.addAll(Metrics.recorded());
        // What is absent while there is nothing to tell of: the reasons stand with the panels that ask for it.
        wanted.removeAll(EmptyPanels.metrics());
        Set<String> there = new TreeSet<>();

        prometheus.await(() -> "metrics: " + missing(wanted, there), () -> {
            prometheus.get("/api/v1/label/__name__/values").path("data").forEach(name -> there.add(name.asText()));
            return there.containsAll(wanted);
        });

        assertThat(there).containsAll(wanted);
    }

    private static Set<String> missing(Set<String> wanted, Set<String> there) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        return missing;
    }

    @Test
    @Order(2)
    void everyPanelHasSomethingToShowOrAReason() throws Exception {
        Running prometheus = stack().prometheus();
        List<String> empty = new ArrayList<>();

        prometheus.await(() -> "data in the panels; empty are " + empty, () -> {
            empty.clear();
            PanelQueries queries = new PanelQueries(prometheus, BACK);
            for (Board board : Board.all()) {
                empty.addAll(queries.empty(board));
            }
            return EmptyPanels.reasons().keySet().containsAll(empty);
        });

        assertThat(empty)
                .containsExactlyInAnyOrderElementsOf(EmptyPanels.reasons().keySet());
    }

    @Test
    @Order(3)
    void aReleaseThatIsHeldReachesOperatorsAndAnalystsAndIsOverWhenItIsDiscarded() throws Exception {
        JsonNode waiting = awaitDelivery("operators", WAITING, "firing").get(0);
        JsonNode held = awaitDelivery("analysts", HELD, "firing").get(0);

        assertThat(waiting.at("/labels/source").asText()).isEqualTo("MADE");
        assertThat(waiting.at("/annotations/description").asText())
                .startsWith("1 parts of releases of MADE have been held for a day.");
        assertThat(held.at("/labels/economy").asText()).isEqualTo("CH");
        assertThat(held.at("/labels/subject").asText()).isEqualTo("MADE/adoption.firms.any_use");

        Program.Result discarded = stack().command("quarantine", "discard", "--source", "MADE", "--note", "made up");
        assertThat(discarded.exit()).as(discarded.said()).isZero();

        assertThat(awaitDelivery("operators", WAITING, "resolved")).isNotEmpty();
        assertThat(awaitDelivery("analysts", HELD, "resolved")).isNotEmpty();
    }

    /** Raised by two releases that are loaded, and over by a third that takes their figures back: nothing is pretended. */
    @Test
    @Order(4)
    void anAlertOfALevelReachesAnalystsAndIsOverWhenItsGroundIsRevisedAway() throws Exception {
        stack().prometheus().await("the alert of NO", () -> economies("firing").contains("NO"));

        Program.Result revised = stack().revise();
        assertThat(revised.exit()).as(revised.said()).isZero();

        stack().prometheus()
                .await("the end of the alert of NO", () -> economies("resolved").contains("NO"));
        assertThat(economies("resolved")).containsExactly("NO");
    }

    private Set<String> economies(String status) {
        Set<String> economies = new TreeSet<>();
        stack().webhook()
                .of("analysts-digest", LEVEL, status)
                .forEach(alert -> economies.add(alert.at("/labels/economy").asText()));
        return economies;
    }

    @Test
    @Order(5)
    void theDeadMansSwitchIsTold() throws Exception {
        assertThat(awaitDelivery("dead-mans-switch", "TidemarkAlive", "firing")).isNotEmpty();
    }
}
