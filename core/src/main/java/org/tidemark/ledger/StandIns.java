package org.tidemark.ledger;

import java.util.List;
import java.util.Map;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;

/** Which figures of one economy may be those of an aggregate that the catalogue lets stand for it. */
final class StandIns {
    private final Catalogue catalogue;
    private final String economy;

    StandIns(Catalogue catalogue, String economy) {
        this.catalogue = catalogue;
        this.economy = economy;
    }

    /** To be said behind a source: empty where no aggregate stands for the economy. */
    String said(String indicator) {
        return of(indicator).isEmpty()
                ? ""
                : " (of %s, taken to stand for %s)".formatted(String.join(" or ", of(indicator)), economy);
    }

    boolean has(String indicator) {
        return !of(indicator).isEmpty();
    }

    private List<String> of(String indicator) {
        return catalogue.indicator(indicator).map(Indicator::standsFor).orElse(Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue().contains(economy))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
