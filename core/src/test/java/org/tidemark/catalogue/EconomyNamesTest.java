package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EconomyNamesTest {
    private final EconomyNames names = EconomyNames.shipped();

    @ParameterizedTest
    @CsvSource({
        "Türkiye, TR",
        "Turkey, TR",
        "Congo, CG",
        "Congo (DRC), CD",
        "Cote D'Ivoire, CI",
        "Côte d’Ivoire, CI",
        "Bosnia And Herzegovina, BA",
        "Bosnia & Herzegovina, BA",
        "Taiwan, TW",
        "South Korea, KR",
        "Guinea, GN",
        "Guinea-Bissau, GW",
        "Papua New Guinea, PG",
        "Niger, NE",
        "Nigeria, NG",
        "Sudan, SD",
        "South Sudan, SS",
        "French Guiana, GF",
        "U.S., US",
        "Global South, SOUTH",
        "World, WORLD",
        "Kosovo, XK"
    })
    void aNameLeadsToItsEconomyHoweverItIsSpelt(String name, String economy) {
        assertThat(names.economy(name)).contains(economy);
    }

    @Test
    void nothingIsGuessed() {
        assertThat(names.economy("Korea")).isEmpty();
        assertThat(names.economy("T\u221a\u00bcrkiye")).isEmpty();
        assertThat(names.economy("")).isEmpty();
    }

    @Test
    void aTableThatGivesOneNameTwiceIsRefused() {
        assertThatThrownBy(() -> EconomyNames.parse(List.of("CG = Congo", "CD = Congo (DRC) | CONGO")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'CONGO' is given to CG and to CD");
    }
}
