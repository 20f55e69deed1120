package org.tidemark.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.store.PublicationStore.Publications;

class PublicationStoreTest {
    private static final Instant FIRST = Instant.parse("2024-01-31T23:59:59.999Z");

    private final PublicationStore store = new PublicationStore(new EncodedTables());

    private Map<String, Publications> all() {
        Map<String, Publications> all = new TreeMap<>();
        store.each((source, publications) -> all.merge(source, publications, Publications::and));
        return all;
    }

    @Test
    void anOlderReleaseThatComesLaterDoesNotTakeTheNewestsPlace() {
        store.note("DE", "EUROSTAT", FIRST.plus(9, ChronoUnit.DAYS), false);
        store.note("DE", "EUROSTAT", FIRST, false);

        assertThat(all().get("EUROSTAT")).satisfies(held -> {
            assertThat(held.newest()).isEqualTo(FIRST.plus(9, ChronoUnit.DAYS));
            assertThat(held.stated()).containsExactly(FIRST, FIRST.plus(9, ChronoUnit.DAYS));
        });
    }

    @Test
    void ofManyInstantsTheNewestAreKept() {
        for (int day = 0; day < 100; day++) {
            store.note("DE", "EUROSTAT", FIRST.plus(day, ChronoUnit.DAYS), false);
        }

        assertThat(all().get("EUROSTAT")).satisfies(held -> assertThat(held.stated())
                .hasSize(PublicationStore.STATED_MAX)
                .contains(FIRST.plus(99, ChronoUnit.DAYS))
                .doesNotContain(FIRST.plus(80, ChronoUnit.DAYS)));
    }

    @Test
    void anInstantByLagIsTheNewestButNotStated() {
        store.note("DE", "EUROSTAT", FIRST, true);

        assertThat(all()).containsOnlyKeys("EUROSTAT");
        assertThat(all().get("EUROSTAT")).satisfies(held -> {
            assertThat(held.newest()).isEqualTo(FIRST);
            assertThat(held.stated()).isEmpty();
        });
    }
}
