package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SectorOccupationsTest {
    @Test
    void aBeginningStandsForAllCodesThatHaveIt() {
        SectorOccupations table = table("sectors: {INDEED:x: ['15-12', '11-1011']}");

        assertThat(table.of("INDEED:x", List.of("11-1011", "11-1021", "15-1211", "15-2011")))
                .containsExactly("11-1011", "15-1211");
        assertThat(table.of("INDEED:y", List.of("11-1011"))).isEmpty();
    }

    @Test
    void everyIndeedSectorOfTheShippedTableHasOccupations() {
        SectorOccupations shipped = ShippedCatalogue.with(List.of()).recipes().occupations();

        assertThat(shipped.sectors()).hasSize(46).containsKey("INDEED:arts-and-entertainment");
        assertThat(shipped.version()).isEqualTo("1");
        assertThat(shipped.recoded().get("15-1252")).containsExactly("15-1132", "15-1133");
    }

    @Test
    void aCodeThatIsNoneIsRefusedInOneLine() {
        assertThatThrownBy(() -> table("sectors: {INDEED:x: ['15_12']}"))
                .hasMessage("catalogue: occupations: INDEED:x: '15_12' is no code of occupations; write a major group"
                        + " (15), the beginning of a code (15-12) or a code");
        assertThatThrownBy(() -> table("recoded: {'15-12': ['15-1132']}")).hasMessageContaining("'15-12' is no code");
        assertThatThrownBy(() -> table("sectors: {INDEED:x: []}")).hasMessageContaining("INDEED:x: no code");
        assertThatThrownBy(() -> table("sectors: {software: ['15']}")).hasMessageContaining("sector 'software'");
    }

    @Test
    void aLedgerWhoseFiguresAreWorthNothingIsRefused() {
        assertThatThrownBy(() -> parse("ledger: {automation_observations: 0}"))
                .hasMessageContaining("automation_observations 0.0");
        assertThatThrownBy(() -> parse("ledger: {automation: [labour.use.automation_share]}"))
                .hasMessageContaining("automation_citation is missing");
    }

    private static SectorOccupations table(String yaml) {
        return parse("occupations: {" + yaml + "}").recipes().occupations();
    }

    private static Catalogue parse(String yaml) {
        return CatalogueYaml.parse(List.of(new CatalogueYaml.Text("t.yaml", yaml)));
    }
}
