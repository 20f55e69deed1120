package org.tidemark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.data.RealData;

/** Microsoft's 147 economies; the numbers are those of a separate program in Python over the same file. */
class DivergenceRealDataTest {
    private static PanelCase released(int columns) throws IOException {
        String[] periods = {"2025-H1", "2025-H2", "2026-Q1"};
        String[] published = {"2025-11-30", "2026-01-31", "2026-05-31"};
        PanelCase panel = new PanelCase();
        List<String> lines = Files.readAllLines(
                RealData.at("microsoft-ai-diffusion/country_ai_user_share_2025H1_2026Q1.csv"),
                StandardCharsets.ISO_8859_1);
        for (int row = 1; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            for (int i = 0; i < columns; i++) {
                String percent = cells[cells.length - 3 + i].trim().replace("%", "");
                panel.put(PanelCase.country(row), periods[i], Double.valueOf(percent), published[i]);
            }
        }
        return panel;
    }

    @ParameterizedTest
    @CsvSource({
        "level, 10.658, 12.156, 0.1366, 17.29, 19.05",
        "log, 0.600, 0.589, -0.0206, -3.26, -2.77",
        "logit, 0.735, 0.754, 0.0219, 3.28, 3.80"
    })
    void eachScaleSaysWhatWasMeasuredFromTheFirstHalfOf2025ToTheFirstQuarterOf2026(
            String scale, double before, double now, double slope, double t, double dispersionT) throws IOException {
        PanelCase panel = released(3);
        String dispersion = "divergence.dispersion." + scale;

        assertThat(panel.term(dispersion, "dispersion_before")).isCloseTo(before, within(0.0006));
        assertThat(panel.level(dispersion)).isCloseTo(now, within(0.0006));
        assertThat(panel.term(dispersion, "dispersion_t")).isCloseTo(dispersionT, within(0.006));
        assertThat(panel.level("divergence.slope." + scale)).isCloseTo(slope, within(0.00006));
        assertThat(panel.term("divergence.slope." + scale, "t_statistic")).isCloseTo(t, within(0.006));
        assertThat(panel.term("divergence.slope." + scale, "economies")).isEqualTo(147);
    }

    @ParameterizedTest
    @CsvSource({"2, 2025-H2", "3, 2026-Q1"})
    void theScalesContradictOneAnotherSoThereIsNoVerdict(int columns, String newest) throws IOException {
        PanelCase panel = released(columns);

        assertThat(panel.level(Divergence.VERDICT)).isZero();
        assertThat(panel.estimate(Divergence.VERDICT).period()).hasToString(newest);
        assertThat(panel.term(Divergence.VERDICT, "diverging")).isZero();
        assertThat(panel.term(Divergence.VERDICT, "converging")).isZero();
    }

    @Test
    void oneHalfYearIsNotComparedWithAnything() throws IOException {
        assertThat(released(1).estimate(Divergence.VERDICT).withheld()).startsWith("0 economies have figures");
    }
}
