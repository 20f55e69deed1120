package org.tidemark.producers.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.catalogue.ShippedCatalogue;

/** The first file of a series is taken for what was known before: vintages are asked for before what is said today. */
class VintagesFirstTest {
    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private static final List<String> FRED_MD =
            List.of("fred-md-before-2015", "fred-md-vintages", "fred-md-months", "fred-md");

    private final VintagesFirst order =
            new VintagesFirst(ShippedCatalogue.with(List.of()).endpoints().values());
    private final Map<String, EndpointState> states = new HashMap<>();

    private List<String> asked() throws IOException {
        return order.endpoints().stream()
                .filter(endpoint -> endpoint.source().equals("FRED_MD"))
                .filter(endpoint -> !waits(endpoint))
                .map(Endpoint::id)
                .toList();
    }

    private boolean waits(Endpoint endpoint) {
        try {
            return order.waits(endpoint, one -> states.getOrDefault(one.id(), EndpointState.NEW), NOW);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("of the shipped endpoints the vintages of a source come first, and what is current waits for them")
    void vintagesOfASource() throws Exception {
        assertThat(order.endpoints())
                .filteredOn(endpoint -> endpoint.source().equals("FRED_MD"))
                .extracting(Endpoint::id)
                .containsExactlyElementsOf(FRED_MD);
        assertThat(asked()).containsExactly("fred-md-before-2015");

        states.put("fred-md-before-2015", EndpointState.NEW.kept(Validators.NONE, "hash", 1));
        assertThat(asked()).containsExactly("fred-md-before-2015", "fred-md-vintages");

        // Its list was had, and the file that it names is still to be asked for.
        states.put("fred-md-vintages", EndpointState.NEW.dueAt(NOW.plusSeconds(10)));
        assertThat(asked()).doesNotContain("fred-md-months", "fred-md");
    }

    @Test
    @DisplayName("vintages that could not be had, or are said to be nothing new, hold up nothing")
    void whatFailsIsNotWaitedFor() throws Exception {
        states.put("fred-md-before-2015", EndpointState.NEW.failed().dueAt(NOW.plus(Duration.ofDays(30))));
        states.put("fred-md-vintages", EndpointState.NEW.dueAt(NOW.plus(Duration.ofDays(30))));
        states.put("fred-md-months", EndpointState.NEW.kept(Validators.NONE, "hash", 1));

        assertThat(asked()).containsExactlyElementsOf(FRED_MD);
    }

    @Test
    @DisplayName("endpoints of other sources wait for nothing")
    void otherSources() {
        assertThat(order.endpoints())
                .filteredOn(endpoint -> !endpoint.source().startsWith("FRED"))
                .noneMatch(this::waits);
    }
}
