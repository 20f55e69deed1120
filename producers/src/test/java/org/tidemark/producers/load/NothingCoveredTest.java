package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.Told;
import org.tidemark.validate.RejectReason;

/** A file of a known format of which nothing is followed is told, whatever the format. */
class NothingCoveredTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());

    @TempDir
    private Path folder = Path.of("");

    @Test
    @DisplayName("A24-nothing-covered-exit-0: a kind of postings that is renamed is told")
    void aKindOfPostingsThatIsRenamedIsTold() throws IOException {
        assertThat(told(
                        "p.csv",
                        "date,jobcountry,indeed_job_postings_index_SA,variable\n2025-01-31,US,105.1,all postings\n"))
                .contains(
                        "none of 1 rows is followed: variable is 'all postings' and should be 'new postings', 'total postings'");
        assertThat(
                        told(
                                "p.csv",
                                "date,jobcountry,indeed_job_postings_index_SA,variable\n2025-01-31,US,105.1,total postings\n2025-01-31,US,105.1,new_postings_\n"))
                .contains("no row has variable 'new postings', and some have 'new_postings_'");
    }

    @Test
    @DisplayName("A24-nothing-covered-exit-0: employment of states alone is told")
    void employmentOfStatesAloneIsTold() throws IOException {
        assertThat(told(
                        "state_2024.csv",
                        "AREA_TYPE,I_GROUP,OCC_CODE,O_GROUP,TOT_EMP,EMP_PRSE\n2,cross-industry,00-0000,total,100,1\n"))
                .contains("none of 1 rows is followed: AREA_TYPE is '2' and should be '1'");
    }

    @Test
    @DisplayName("A24-nothing-covered-exit-0: columns of the panel that are renamed are told")
    void columnsOfThePanelThatAreRenamedAreTold() throws IOException {
        String rows = "Transform:,5,1\n1/1/2025,103.1,78.1\n";
        assertThat(told("2025-02.csv", "sasdate,INDPROX,CUMFNS\n" + rows))
                .contains(
                        "no column of supply.industry.production, which the catalogue knows as INDPRO, but there is 'INDPROX'");
        assertThat(told("2025-02.csv", "sasdate,ABC,DEFG\n" + rows)).contains("none of the 3 columns is followed");
    }

    private String told(String name, String text) throws IOException {
        SourceFile file = new SourceFile(Files.writeString(folder.resolve(name), text));
        for (SourceFormat format : Formats.all(CATALOGUE)) {
            if (format.recognises(file)) {
                Told told = Told.by(format, file.path());
                assertThat(told.rejected).hasSize(1);
                assertThat(told.rejected.get(0).reason()).isEqualTo(RejectReason.UNKNOWN_INDICATOR);
                return told.rejected.get(0).detail();
            }
        }
        throw new AssertionError("no format recognises it");
    }
}
