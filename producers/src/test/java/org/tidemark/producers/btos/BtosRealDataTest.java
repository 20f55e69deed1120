package org.tidemark.producers.btos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.RealData;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.Told;
import org.tidemark.producers.plaincsv.PlainCsv;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;

/** What the publisher's own workbooks of December 2025 say. */
class BtosRealDataTest {
    private static final int WAVES = 58;
    /** Under this many observations an estimate has a level and a band and no more. */
    private static final int ENOUGH = 4;

    @Test
    void nationalWorkbookKeepsTheTwoWordingsApart() throws IOException {
        Told told = read("National");
        Map<String, Long> values = told.figures.stream()
                .collect(Collectors.groupingBy(f -> f.figure().series().indicator(), Collectors.counting()));

        assertThat(values)
                .containsEntry("adoption.firms.goods_services", 54L)
                .containsEntry("adoption.firms.any_function", 1L)
                .containsEntry("adoption.firms.goods_services_next6m", 54L)
                .containsEntry("adoption.firms.any_function_next6m", 1L)
                .containsEntry("labour.firms.employees_decreased", 55L)
                .hasSize(16);
        assertThat(told.rejected).isEmpty();
        assertThat(told.skipped)
                .isEqualTo(Map.of(SkipReason.EMPTY, 2, SkipReason.NOT_ASKED, 156, SkipReason.NOT_COVERED, 4234));
        assertThat(told.cells()).isEqualTo(89 * WAVES);
    }

    @Test
    void nationalFiguresAreThoseOfTheReference() throws IOException {
        List<StatedFigure> national = read("National").figures;
        Set<String> waves =
                national.stream().map(f -> String.valueOf(f.release())).collect(Collectors.toSet());
        Map<FigureId, StatedFigure> byId = new HashMap<>();
        national.forEach(f -> byId.put(f.figure(), f));

        List<StatedFigure> reference = Told.by(
                        new PlainCsv(ShippedCatalogue.with(List.of())), RealData.at("../reference-figures.csv"))
                .figures
                .stream()
                .filter(f -> f.figure().series().source().equals("CENSUS_BTOS"))
                .filter(f -> waves.contains(String.valueOf(f.release())))
                .toList();

        assertThat(reference).hasSize(275).allSatisfy(expected -> {
            StatedFigure read = byId.get(expected.figure());
            assertThat(read).as("%s", expected.figure()).isNotNull();
            assertThat(read.value()).isEqualTo(expected.value());
            assertThat(read.standardError()).isEqualTo(expected.standardError());
            assertThat(read.usual()).isEqualTo(expected.stated());
            assertThat(read.release()).isEqualTo(expected.release());
        });
    }

    @Test
    void eighteenOfTwentySectorsHaveEnoughValuesToSayMoreThanALevel() throws IOException {
        Told told = read("Sector");
        Map<String, Long> values = told.figures.stream()
                .map(f -> f.figure().series())
                .filter(s -> s.indicator().equals("adoption.firms.goods_services"))
                .collect(Collectors.groupingBy(SeriesId::sector, Collectors.counting()));

        assertThat(values).hasSize(20).containsEntry("NAICS:11", 3L).containsEntry("NAICS:21", 3L);
        assertThat(enough(values.values())).isEqualTo(18);
        assertThat(told.figures).hasSize(14_056);
        assertThat(told.rejected).isEmpty();
        assertThat(told.skipped).containsEntry(SkipReason.SUPPRESSED, 1_344);
    }

    @Test
    void everyStateAndSizeClassIsRead() throws IOException {
        Told states = read("State");
        Told sizes = read("Employment Size Class");

        assertThat(states.figures)
                .hasSize(35_937)
                .extracting(f -> f.figure().series().economy())
                .contains("US-CA", "US-DC", "US-PR")
                .doesNotContain("US-XX");
        assertThat(states.figures.stream()
                        .map(f -> f.figure().series().economy())
                        .distinct())
                .hasSize(52);
        assertThat(sizes.figures)
                .hasSize(5_390)
                .extracting(f -> f.figure().series().indicator())
                .contains("adoption.firms.any_function.size_250_plus");
        assertThat(states.rejected).isEmpty();
        assertThat(sizes.rejected).isEmpty();
    }

    private static long enough(Collection<Long> counts) {
        return counts.stream().filter(n -> n >= ENOUGH).count();
    }

    private static Told read(String workbook) throws IOException {
        return Told.by(new BtosWorkbook(), RealData.at("census-btos/2025-12-09/" + workbook + ".xlsx"));
    }
}
