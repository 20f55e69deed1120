package org.tidemark.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The displacement ledger as it is written in YAML; what is absent is null. */
record LedgerText(
        @Nullable List<String> adoption,
        @Nullable List<String> automation,
        @JsonProperty("automation_observations") @Nullable Double automationObservations,
        @JsonProperty("automation_citation") @Nullable String automationCitation) {
    LedgerRecipe recipe() {
        return new LedgerRecipe(
                adoption == null ? List.of() : adoption,
                automation == null ? List.of() : automation,
                automationObservations == null ? 1 : automationObservations,
                automationCitation == null ? "" : automationCitation);
    }
}
