package org.tidemark.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names and marks are on the logs of systems that run: none of them may change. */
class EngineTableTest {
    @Test
    void theStoresAreTheseAndNoMore() {
        List<String> stores = new ArrayList<>();
        for (StorePlace place : StorePlace.values()) {
            stores.addAll(EngineTable.stores(place).keySet());
        }

        assertThat(stores)
                .containsExactly(
                        "alerts",
                        "cell-state",
                        "estimates",
                        "figures",
                        "intake",
                        "judgements",
                        "news",
                        "panel-alerts",
                        "panel-cell-state",
                        "panel-estimates",
                        "panel-intake",
                        "panel-news",
                        "rejections");
    }

    @Test
    void everyTableOfASharedStoreHasAMarkOfItsOwnForGood() {
        List<String> shared = Stream.of(StorePlace.values())
                .flatMap(place -> EngineTable.of(place).stream()
                        .filter(table -> table.slot(place).isShared())
                        .map(table -> "%s %d %s"
                                .formatted(
                                        table.slot(place).store(),
                                        table.slot(place).mark(),
                                        table.in(place))))
                .sorted()
                .toList();

        assertThat(shared)
                .containsExactly(
                        "cell-state 1 first-said",
                        "cell-state 2 derivations",
                        "cell-state 4 alert-standings",
                        "intake 1 pending",
                        "intake 2 completions",
                        "intake 3 instant",
                        "intake 4 publications",
                        "intake 5 refused",
                        "panel-cell-state 1 panel-first-said",
                        "panel-cell-state 2 panel-derivations",
                        "panel-cell-state 4 panel-alert-standings",
                        "panel-cell-state 5 panel-projections-pending",
                        "panel-cell-state 6 panel-projections-matured",
                        "panel-intake 10 panel-publications-compared",
                        "panel-intake 6 panel-beliefs",
                        "panel-intake 7 panel-pending",
                        "panel-intake 8 panel-runs",
                        "panel-intake 9 panel-pooled-figures");
    }

    @Test
    void aTableIsFoundByItsNameAndAStoreByItsOwn() {
        assertThat(EngineTable.slot("panel-alert-standings")).isEqualTo(new StoreSlot("panel-cell-state", 4));
        assertThat(EngineTable.slot("figures")).isEqualTo(StoreSlot.alone("figures"));
        assertThat(EngineTable.slot("intake")).isEqualTo(StoreSlot.alone("intake"));
    }
}
