package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShippedCatalogueTest {
    private final Catalogue shipped = ShippedCatalogue.with(List.of());

    @Test
    void anEntryTakesFromItsFamilyWhatItDoesNotSay() {
        Indicator euEnterprises = shipped.indicator("adoption.firms.any_use").orElseThrow();

        assertThat(euEnterprises.unit()).isEqualTo("percent");
        assertThat(euEnterprises.concept()).isEqualTo("firms.any_use");
        assertThat(euEnterprises.role()).isEqualTo(Role.ADOPTION);
        assertThat(euEnterprises.admits(100)).isTrue();
        assertThat(euEnterprises.admits(100.0001)).isFalse();
    }

    @Test
    void anUndeclaredIdUnderAFamilyNeedsNoEntry() {
        Indicator undeclared = shipped.indicator("adoption.farms.any_use").orElseThrow();

        assertThat(undeclared.concept()).isEqualTo("farms.any_use");
        assertThat(undeclared.role()).isEqualTo(Role.ADOPTION);
    }

    @Test
    void theLongestPrefixWins() {
        assertThat(shipped.indicator("labour.cuts.total").orElseThrow().unit()).isEqualTo("persons");
        assertThat(shipped.indicator("labour.other").orElseThrow().unit()).isEqualTo("percent");
    }

    @Test
    void aFamilyHasTheUnitAndRangeOfItsKind() {
        assertThat(traits("demand.firms.increased.goods")).isEqualTo("percent logit [0.0, 100.0]");
        assertThat(traits("supply.output.real")).isEqualTo("index log [0.0, 100000.0]");
        assertThat(traits("labour.employment.industry")).isEqualTo("persons log [0.0, 1.0E10]");
        assertThat(traits("labour.income.share")).isEqualTo("percent logit [0.0, 100.0]");
        assertThat(traits("exposure.score.aiie")).isEqualTo("standard_score none [-10.0, 10.0]");
        assertThat(traits("exposure.tasks.gpt_beta")).isEqualTo("percent logit [0.0, 100.0]");
    }

    @Test
    void pricesAreIndicesButTheGrowthOfThemIsPercent() {
        assertThat(traits("prices.cpi.all")).isEqualTo("index log [0.0, 100000.0]");
        assertThat(traits("prices.pce.services")).isEqualTo("index log [0.0, 100000.0]");
        assertThat(traits("prices.ppi.finished_goods")).isEqualTo("index log [0.0, 100000.0]");
        assertThat(traits("prices.cpi.growth")).isEqualTo("percent none [-100.0, 1000000.0]");
    }

    @Test
    void whatNobodyMeasuresByEconomyIsTakenFromTheWorldAndFromItsParts() {
        List<String> ten = List.of("US", "EU27", "DE", "DK", "ES", "FI", "FR", "PL", "RO", "SE");

        assertThat(shipped.indicator("labour.use.automation_share")
                        .orElseThrow()
                        .standsFor())
                .isEqualTo(Map.of("WORLD", ten));
        assertThat(shipped.indicator("labour.use.automation_share.by_task")
                        .orElseThrow()
                        .standsFor())
                .isEqualTo(Map.of("WORLD", ten));
        assertThat(shipped.indicator("exposure.jobs").orElseThrow().standsFor())
                .containsOnlyKeys("ADVANCED", "EMERGING");
        assertThat(shipped.indicator("adoption.firms.any_use").orElseThrow().standsFor())
                .isEmpty();
    }

    private String traits(String id) {
        Indicator i = shipped.indicator(id).orElseThrow();
        return "%s %s [%s, %s]".formatted(i.unit(), i.transform(), i.minimum(), i.maximum());
    }

    @Test
    void whatIsUnderNoFamilyIsUnknown() {
        assertThat(shipped.indicator("weather.rain")).isEmpty();
    }

    @Test
    void everyEntryAndSourceHasACitation() {
        assertThat(shipped.indicators())
                .allSatisfy(i -> assertThat(i.citation()).as(i.id()).isNotBlank());
        assertThat(shipped.sources())
                .allSatisfy(s -> assertThat(s.citation()).as(s.id()).isNotBlank());
    }

    @Test
    void economiesAreCountriesPartsOfThemAndDeclaredAggregates() {
        assertThat(shipped.knowsEconomy("DE")).isTrue();
        assertThat(shipped.knowsEconomy("US-CA")).isTrue();
        assertThat(shipped.knowsEconomy("EU27")).isTrue();
        assertThat(shipped.knowsEconomy("QQ")).isFalse();
        assertThat(shipped.knowsEconomy("QQ-CA")).isFalse();
        assertThat(shipped.knowsEconomy("EU15")).isFalse();
    }

    @Test
    void aFileOfTheUsersOwnIsLaidOverFieldByField() {
        String own = "indicators:\n  adoption.firms.any_use:\n    title: Ours\naggregates:\n  MERCOSUR: Mercosur\n";

        Catalogue both = ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", own)));

        assertThat(both.indicator("adoption.firms.any_use").orElseThrow().title())
                .isEqualTo("Ours");
        assertThat(both.indicator("adoption.firms.any_use").orElseThrow().frequency())
                .isEqualTo("annual");
        assertThat(both.knowsEconomy("MERCOSUR")).isTrue();
        assertThat(both.knowsEconomy("EU27")).isTrue();
    }

    @Test
    void anUnknownFieldIsNamedWithFilePlaceAndWhatIsKnown() {
        String typo = "indicators:\n  adoption.x:\n    tittle: Ours\n";

        assertThatThrownBy(() -> ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", typo))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("own.yaml: unknown field 'indicators > adoption.x > tittle'")
                .hasMessageContaining("title");
    }

    @Test
    void anIndicatorUnderNoFamilyIsRefused() {
        String orphan = "indicators:\n  weather.rain:\n    title: Rain\n";

        assertThatThrownBy(() -> ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", orphan))))
                .hasMessageContaining("weather.rain")
                .hasMessageContaining("family");
    }

    @Test
    void aWideSourceNamesItsColumnsAndAnIrregularOneItsDates() {
        assertThat(shipped.columns("FRED_MD")).containsEntry("INDPRO", "supply.industry.production");
        assertThat(shipped.columns("NO_SUCH")).isEqualTo(Map.of());
        assertThat(shipped.source("EUROSTAT").publicationTable()).hasSize(4);
        assertThat(shipped.source("INDEED_AI_POSTINGS").complete()).isTrue();
        assertThat(shipped.source("NO_SUCH").complete()).isFalse();
    }
}
