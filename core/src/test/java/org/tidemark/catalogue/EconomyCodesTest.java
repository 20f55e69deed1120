package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EconomyCodesTest {
    private static final Catalogue SHIPPED = ShippedCatalogue.with(List.of());

    @ParameterizedTest
    @DisplayName("B04-uk-el-xk: what another system calls an economy leads to its code here")
    @CsvSource({
        "UK, GB",
        "EL, GR",
        "GBR, GB",
        "USA, US",
        "DEU, DE",
        "276, DE",
        "004, AF",
        "4, AF",
        "840, US",
        "EU27_2020, EU27",
        "EU, EU27",
        "EUU, EU27",
        "WLD, WORLD",
        "OWID_WRL, WORLD",
        "001, WORLD",
        "World, WORLD",
        "XKX, XK",
        "KOS, XK",
        "OWID_KOS, XK",
        "Kosovo, XK",
        "ROM, RO",
        "de, DE",
        "us-ca, US-CA",
        "eu27, EU27",
        "UK-ENG, GB-ENG",
        "EL-A, GR-A",
        "USA-CA, US-CA",
        "US_CA, US-CA",
        "Germany, DE",
        "türkiye, TR",
        "Turkey, TR",
        "United Kingdom, GB",
        "' DE ', DE",
        "Ea20, EA20",
        "South Korea, KR"
    })
    void anotherCodeLeadsToTheOneToWrite(String written, String code) {
        assertThat(EconomyCodes.meant(written, SHIPPED)).contains(code);
        assertThat(EconomyCodes.advice(written, SHIPPED)).contains(": write " + code + ";");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"QQ", "EU28", "EA19", "EA", "Korea", "DE1", "ZZ", "", "--", "A-", "DE-", "\u202eUK", "Euro area"
            })
    void whatIsNotCertainIsNotGuessed(String written) {
        assertThat(EconomyCodes.meant(written, SHIPPED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"QQ", "EU28", "EU15", "EU27_2007", "EA19", "EA", "EMU", "U2"})
    void theRemedyIsSomethingThatAUserCanDo(String written) {
        assertThat(EconomyCodes.advice(written, SHIPPED)).contains("'aggregates:'", "--catalogue FILE");
    }

    @Test
    void anAggregateOfTheUsersOwnIsWrittenAsItIsDeclared() {
        Catalogue own = ShippedCatalogue.with(
                List.of(new CatalogueYaml.Text("own.yaml", "aggregates:\n  EA19: Euro area of 19\n")));

        assertThat(own.knowsEconomy("EA19")).isTrue();
        assertThat(EconomyCodes.meant("ea19", own)).contains("EA19");
    }

    @Test
    void everyCountryIsFoundByItsThreeLettersAndItsEnglishName() {
        assertThat(Locale.getISOCountries()).allSatisfy(code -> assertThat(EconomyCodes.meant(
                        new Locale.Builder().setRegion(code).build().getISO3Country(), SHIPPED))
                .contains(code));
    }

    @Test
    void whatAMessageShowsOfAnEconomyIsOneShortLine() {
        assertThat(EconomyCodes.advice("U\nK\u001b[31m" + "x".repeat(1_000), SHIPPED))
                .doesNotContain("\n", "\u001b")
                .hasSizeLessThan(300);
    }
}
