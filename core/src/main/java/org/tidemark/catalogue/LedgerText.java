package org.tidemark.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The displacement ledger as it is written in YAML; what is absent is null. */
record LedgerText(@Nullable List<String> adoption) {
    LedgerRecipe recipe() {
        return new LedgerRecipe(adoption == null ? List.of() : adoption);
    }
}
