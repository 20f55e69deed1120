package org.tidemark.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.HeldFigures;
import org.tidemark.it.TestSystem;
import org.tidemark.penetration.SourceRange;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

class RangeTableTest {
    private final RangeTable table =
            new RangeTable(new Words(TestSystem.CATALOGUE, false), LocalDate.parse("2026-11-30"));

    @Test
    void aRangeSaysFromWhereToWhereAndWhatEachSourceCounts() {
        HeldFigures china = new HeldFigures("CN");
        put(china, "adoption.people.any_use", "MICROSOFT_AIEI", "2025-H2", 16.3);
        put(china, "adoption.residents.generative", "CNNIC", "2025-12", 42.8);

        List<String> lines = table.lines(new SourceRange(TestSystem.CATALOGUE).estimates(china));

        assertThat(lines)
                .startsWith(
                        "Sources that disagree by more than their bands, in %: a range, and no number in",
                        "  it is better than another",
                        "         from, to  period   age  sources",
                        "people, any use",
                        "! China  16 to 43  2025-12  334        2",
                        "    16.3 Working-age people who use AI, in 2025-H2: People of working age; share")
                .anyMatch(line -> line.startsWith("    42.8 Residents who use generative AI, in 2025-12: "));
    }

    @Test
    void whereNoSourcesDisagreeThereIsNoTable() {
        assertThat(table.lines(List.<Estimate>of())).isEmpty();
    }

    private static void put(HeldFigures held, String indicator, String source, String period, double value) {
        SeriesId series = new SeriesId(indicator, held.economy(), "TOTAL", source);
        held.put(new FigureId(series, Period.parse(period)), value, null, Instant.parse("2026-02-28T00:00:00Z"));
    }
}
