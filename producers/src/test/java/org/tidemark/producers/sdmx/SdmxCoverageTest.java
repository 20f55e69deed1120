package org.tidemark.producers.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.Told;
import org.tidemark.validate.RejectReason;

/** When a publisher renames a code, a series must not just end. */
class SdmxCoverageTest {
    private static final String HEADER =
            "DATAFLOW,LAST UPDATE,freq,size_emp,nace_r2,indic_is,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n";
    private static final String ROW =
            "ESTAT:ISOC_EB_AI(1.0),11/12/25 11:00:00,A,%s,%s,E_AI_TANY,PC_ENT,SK,2025,10.5,,\n";

    private final SdmxCsv format = new SdmxCsv(ShippedCatalogue.with(List.of()));

    @TempDir
    private Path folder = Path.of("");

    @Test
    @DisplayName(
            "A24-nothing-covered-exit-0: a file of which no row fits says so, with the codes found and those known")
    void aFileOfWhichNoRowFitsSaysSo() throws IOException {
        Told told = told(HEADER + ROW.formatted("GE10", "C10-S95_X_K") + ROW.formatted("GE10", "C10-S95_X_K"));

        assertThat(told.figures).isEmpty();
        assertThat(told.skipped).isEqualTo(Map.of(SkipReason.NOT_COVERED, 2));
        assertThat(told.rejected).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(RejectReason.UNKNOWN_INDICATOR);
            assertThat(r.detail())
                    .isEqualTo(
                            "none of 2 rows of ESTAT:ISOC_EB_AI fits the catalogue: nace_r2 is 'C10-S95_X_K' and the catalogue has 'C10-S951_X_K'; correct its 'where' in a file and pass --catalogue");
        });
    }

    @Test
    @DisplayName("A24-nothing-covered-exit-0: a column that is renamed is named with what stands in its place")
    void aColumnThatIsRenamedIsNamed() throws IOException {
        assertThat(told(HEADER.replace("nace_r2", "nace_r21") + ROW.formatted("GE10", "J")).rejected)
                .singleElement()
                .satisfies(r -> assertThat(r.detail()).contains("there is no column nace_r2, only 'nace_r21'"));
    }

    @Test
    @DisplayName(
            "A24-nothing-covered-exit-0: one series that ends because of its code is named beside those that go on")
    void oneSeriesThatEndsIsNamed() throws IOException {
        Told told = told(HEADER + ROW.formatted("GE10", "C10-S951_X_K") + ROW.formatted("GT250", "C10-S951_X_K"));

        assertThat(told.figures).hasSize(1);
        assertThat(told.rejected)
                .singleElement()
                .satisfies(
                        r -> assertThat(r.detail())
                                .startsWith(
                                        "no row of adoption.firms.any_use.size_250_plus, for size_emp is 'GT250' where the catalogue has 'GE250'"));
    }

    @Test
    void aPartOfADataflowIsNoTrouble() throws IOException {
        Told told = told(HEADER + ROW.formatted("GE10", "C10-S951_X_K") + ROW.formatted("GE10", "J"));

        assertThat(told.figures).hasSize(1);
        assertThat(told.rejected).isEmpty();
    }

    @Test
    @DisplayName("A24-nothing-covered-exit-0: a dataflow of a like name is named")
    void aDataflowOfALikeNameIsNamed() {
        assertThatThrownBy(() -> told(HEADER + ROW.formatted("GE10", "J").replace("ISOC_EB_AI", "ISOC_EB_AI2")))
                .hasMessageContaining(
                        "dataflow 'ESTAT:ISOC_EB_AI2' is not in the catalogue, which has 'ESTAT:ISOC_EB_AI'; add it");
    }

    private Told told(String text) throws IOException {
        return Told.by(format, Files.writeString(folder.resolve("f.csv"), text));
    }
}
