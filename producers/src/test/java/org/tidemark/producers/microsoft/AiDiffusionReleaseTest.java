package org.tidemark.producers.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.RealData;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.Told;

/** What is known of the publisher's own tables, where they are at hand. */
class AiDiffusionReleaseTest {
    private static Told told(String name) throws IOException {
        Told told = Told.by(
                new AiDiffusion(ShippedCatalogue.with(List.of())), RealData.at("microsoft-ai-diffusion/" + name));
        assertThat(told.rejected).isEmpty();
        return told;
    }

    @Test
    void everyEconomyHasItsThreePeriods() throws IOException {
        Catalogue catalogue = ShippedCatalogue.with(List.of());

        Told told = told("country_ai_user_share_2025H1_2026Q1.csv");

        assertThat(told.figures).hasSize(147 * 3);
        assertThat(told.figures.stream().map(f -> f.figure()).distinct()).hasSize(147 * 3);
        assertThat(told.figures.stream().map(f -> f.figure().series().economy()).distinct())
                .hasSize(147)
                .allMatch(catalogue::knowsEconomy)
                .contains("TR", "CG", "CD", "CI", "TW", "KR");
    }

    @Test
    void everyStateHasItsFigure() throws IOException {
        assertThat(told("State_Rankings_2026Q1.csv").figures).hasSize(51);
    }

    @Test
    void smallerPlacesAreNotCovered() throws IOException {
        assertThat(told("County_AI_User_Share_2026Q1.csv").skipped).isEqualTo(Map.of(SkipReason.NOT_COVERED, 3_143));
        assertThat(told("MSA_Ranking_2026Q1.csv").skipped).isEqualTo(Map.of(SkipReason.NOT_COVERED, 35));
    }
}
