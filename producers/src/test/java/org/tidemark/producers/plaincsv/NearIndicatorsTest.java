package org.tidemark.producers.plaincsv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.Told;

/** An indicator that is a slip away from a declared one is told once; its figures are read as they are. */
class NearIndicatorsTest {
    @TempDir
    private Path folder = Path.of("");

    private Told read(String indicator) throws IOException {
        Path file = Files.writeString(
                folder.resolve("f.csv"),
                """
                indicator,economy,sector,period,value,unit,published,source
                %1$s,CH,TOTAL,2024,20.4,percent,2024-11-20,BFS
                %1$s,CH,TOTAL,2025,23.4,percent,2025-11-20,BFS
                """
                        .formatted(indicator));
        return Told.by(new PlainCsv(ShippedCatalogue.with(List.of())), file);
    }

    @Test
    void aSlipIsToldOnce() throws IOException {
        Told told = read("adoption.firms.anny_use");

        assertThat(told.figures).hasSize(2);
        assertThat(told.remarks)
                .singleElement()
                .asString()
                .contains("indicator 'adoption.firms.anny_use' is read as one of its own")
                .contains("if it is 'adoption.firms.any_use', write that");
    }

    @Test
    void aDeclaredOneAndOneOfAnotherNameAreNoSlip() throws IOException {
        assertThat(read("adoption.firms.any_use").remarks).isEmpty();
        assertThat(read("adoption.firms.by_my_own_question").remarks).isEmpty();
    }
}
