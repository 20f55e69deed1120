package org.tidemark.producers.fredmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.RealData;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.Told;

/** What is known of the publisher's own vintages, where they are at hand. */
class FredMdVintagesTest {
    private final FredMd format = new FredMd(ShippedCatalogue.with(List.of()));

    @Test
    void noVintageIsRejectedInAnyPlaceOrHoldsAMonthToCome() throws IOException {
        List<Path> vintages;
        try (Stream<Path> files = Files.list(RealData.at("fred-md"))) {
            vintages = files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
        }
        long figures = 0;
        long empty = 0;
        for (Path vintage : vintages) {
            Told told = sound(vintage);
            figures += told.figures.size();
            empty += told.skipped.getOrDefault(SkipReason.EMPTY, 0);
        }
        assertThat(vintages).hasSize(62);
        assertThat(figures).isEqualTo(1_496_611);
        assertThat(empty).isPositive();
    }

    private Told sound(Path vintage) throws IOException {
        SourceFile file = new SourceFile(vintage);
        assertThat(format.recognises(file)).isTrue();
        Told told = Told.by(format, vintage);
        assertThat(told.rejected).as(file.name()).isEmpty();
        // Every named series is there in every vintage, under its name of that time, and every cell is told once.
        assertThat(told.figures.stream().map(f -> f.figure().series()).distinct())
                .hasSize(33);
        assertThat(told.figures.stream().map(f -> f.figure()).distinct()).hasSameSizeAs(told.figures);
        assertThat(told.figures).allMatch(f -> f.figure()
                .period()
                .end()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .isBefore(format.filed(file).orElseThrow()));
        try (Stream<String> lines = Files.lines(vintage)) {
            long rows = lines.count() - 2;
            assertThat(told.cells() % rows).isZero();
        }
        return told;
    }
}
