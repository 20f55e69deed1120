package org.tidemark.producers.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.RealData;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.Told;

/** What is known of Eurostat's own file, where it is at hand. */
class EurostatDownloadTest {
    private final SdmxCsv format = new SdmxCsv(ShippedCatalogue.with(List.of()));

    @Test
    void everyRowIsAFigureOfOneOfTheFourIndicators() throws IOException {
        Path file = RealData.at("eurostat-ai-enterprises/isoc_eb_ai.sdmx.csv");

        Told told = Told.by(format, file);

        assertThat(told.figures).hasSize(39);
        assertThat(told.cells()).isEqualTo(39);
        TreeSet<String> economies = new TreeSet<>();
        told.figures.forEach(f -> economies.add(f.figure().series().economy()));
        assertThat(economies).containsExactly("DE", "DK", "ES", "EU27", "FI", "FR", "NL", "PL", "SE");
        assertThat(told.figures.stream()
                        .map(f -> f.figure().series().indicator())
                        .distinct())
                .hasSize(4);
        assertThat(format.filed(new SourceFile(file))).contains(Instant.parse("2025-12-11T10:00:00Z"));
    }
}
