package org.tidemark.catalogue;

import java.util.List;

/**
 * How the displacement ledger is made.
 *
 * @param adoption concepts of penetration that may stand for adoption; the first that an economy has is its anchor
 */
public record LedgerRecipe(List<String> adoption) {
    public LedgerRecipe {
        adoption = List.copyOf(adoption);
    }
}
