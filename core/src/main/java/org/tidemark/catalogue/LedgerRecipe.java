package org.tidemark.catalogue;

import java.util.List;

/**
 * How the displacement ledger is made.
 *
 * @param adoption concepts of penetration that may stand for adoption; the first that an economy has is its anchor
 * @param automation indicators of the share of AI use that automates, percent; each figure updates the prior
 * @param automationObservations how many observations one such figure is worth
 * @param automationCitation why that many
 */
public record LedgerRecipe(
        List<String> adoption, List<String> automation, double automationObservations, String automationCitation) {
    public LedgerRecipe {
        adoption = List.copyOf(adoption);
        automation = List.copyOf(automation);
        if (!(automationObservations > 0 && Double.isFinite(automationObservations))) {
            throw new IllegalArgumentException(
                    "catalogue: ledger: automation_observations %s; a figure must be worth more than 0 observations"
                            .formatted(automationObservations));
        }
        if (!automation.isEmpty() && automationCitation.isBlank()) {
            throw new IllegalArgumentException(
                    "catalogue: ledger: automation_citation is missing; say why a figure is worth %s observations"
                            .formatted(automationObservations));
        }
    }
}
