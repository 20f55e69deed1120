package org.tidemark.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesIdTest {
    private static final String INDICATOR = "adoption.firms.any_use";

    @ParameterizedTest
    @ValueSource(strings = {"adoption.x", INDICATOR, "a.1", "supply.fred.indpro_2", "a.b.c.d.e.f"})
    void aDottedLowerCaseIndicatorIsWellFormed(String indicator) {
        assertThat(of(indicator, "DE", "TOTAL", "EUROSTAT").indicator()).isEqualTo(indicator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "adoption", "adoption.", ".x", "a..b", "Adoption.x", "1a.b", "_a.b", "a.b c", "a.b-c"})
    void anyOtherIndicatorIsRefusedByName(String indicator) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(indicator, "DE", "TOTAL", "EUROSTAT"))
                .withMessage(
                        "indicator '%s' is not well formed; write lower case with dots, such as adoption.firms.any_use",
                        indicator);
    }

    @Test
    void anIndicatorHasAtMostSixPartsOfFortyCharacters() {
        String part = "a".repeat(40);
        String longest = String.join(".", part, part, part, part, part, part);

        assertThat(of(longest, "DE", "TOTAL", "X").indicator()).hasSize(245);
        Stream.of("a".repeat(41) + ".b", "a." + "b".repeat(41), longest + ".g")
                .forEach(tooLong -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> of(tooLong, "DE", "TOTAL", "X"))
                        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE", "US-CA", "GB-1", "FR-75C", "EU27", "WORLD", "LOW_INCOME", "ABCDEFGHIJKLMNOPQRSTUVWX"})
    void anEconomyIsACountryAPartOfOneOrAnAggregate(String economy) {
        assertThat(of(INDICATOR, economy, "TOTAL", "X").economy()).isEqualTo(economy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "D", "de", "D1", "US-", "US-CALI", "us-ca", "27EU", "ABCDEFGHIJKLMNOPQRSTUVWXY", "Türkiye"})
    void anyOtherEconomyIsRefusedByName(String economy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(INDICATOR, economy, "TOTAL", "X"))
                .withMessage(
                        "economy '%s' is not well formed; write ISO 3166 such as DE or US-CA, or an aggregate such as EU27",
                        economy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOTAL", "NAICS:51", "ISIC:J", "INDEED:software-development", "A:a", "NACE:C10-C12.1"})
    void aSectorIsTheTotalOrACodeWithItsClassification(String sector) {
        assertThat(of(INDICATOR, "DE", sector, "X").sector()).isEqualTo(sector);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "total", "51", "NAICS:", ":51", "naics:51", "NAICS:5 1", "NAICS:51:2", "NAICS:ü"})
    void anyOtherSectorIsRefusedByName(String sector) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(INDICATOR, "DE", sector, "X"))
                .withMessage(
                        "sector '%s' is not well formed; write TOTAL, or a code with its classification such as NAICS:51",
                        sector);
    }

    @Test
    void aClassificationHasSixteenCharactersAndACodeSixtyFourAtMost() {
        String longest = "A".repeat(16) + ":" + "b".repeat(64);

        assertThat(of(INDICATOR, "DE", longest, "X").sector()).hasSize(81);
        assertThatIllegalArgumentException().isThrownBy(() -> of(INDICATOR, "DE", "A" + longest, "X"));
        assertThatIllegalArgumentException().isThrownBy(() -> of(INDICATOR, "DE", longest + "b", "X"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eurostat", "_X", "1X", "CENSUS-BTOS", "CENSUS BTOS", "É"})
    void aSourceThatIsNotCapitalsDigitsAndUnderscoresIsRefusedByName(String source) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(INDICATOR, "DE", "TOTAL", source))
                .withMessage(
                        "source '%s' is not well formed; write capitals, digits and underscores such as CENSUS_BTOS",
                        source);
    }

    @Test
    void aSourceHasFortyCharactersAtMost() {
        assertThat(of(INDICATOR, "DE", "TOTAL", "A".repeat(40)).source()).hasSize(40);
        assertThatIllegalArgumentException().isThrownBy(() -> of(INDICATOR, "DE", "TOTAL", "A".repeat(41)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE\n",
                "DE\u0000",
                "DE\u2028FAKE LINE",
                "DE\r\nWARN all is well",
                "\u202eED",
                "\u001b[31mDE",
                "D\ud83d"
            })
    void aRefusalOfAHostileIdStaysOnOneLineWithoutControlCharacters(String hostile) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(INDICATOR, hostile, "TOTAL", "X"))
                .satisfies(e -> assertThat(e.getMessage())
                        .matches("economy '[\\x20-\\x7e]+ is not well formed; write [\\x20-\\x7e]+"));
    }

    @Test
    void aRefusalOfAnEndlessIdIsShort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("a.".repeat(5_000_000), "DE", "TOTAL", "X"))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200).contains("a.a.a.a."));
    }

    @Test
    void seriesAreOrderedByEconomySectorIndicatorAndSource() {
        List<SeriesId> ordered = List.of(
                of("b.b", "DE", "NAICS:51", "B"),
                of("a.a", "DE", "TOTAL", "B"),
                of("a.b", "DE", "TOTAL", "A"),
                of("a.b", "DE", "TOTAL", "B"),
                of("a.a", "FR", "NAICS:51", "A"));

        assertThat(ordered.stream().sorted(java.util.Comparator.reverseOrder()).sorted())
                .containsExactlyElementsOf(ordered);
    }

    @Test
    void theTextOfASeriesNamesAllFourParts() {
        assertThat(of(INDICATOR, "US-CA", "NAICS:51", "CENSUS_BTOS"))
                .hasToString("adoption.firms.any_use|US-CA|NAICS:51|CENSUS_BTOS");
    }

    private static SeriesId of(String indicator, String economy, String sector, String source) {
        return new SeriesId(indicator, economy, sector, source);
    }
}
