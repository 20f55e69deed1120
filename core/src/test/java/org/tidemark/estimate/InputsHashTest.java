package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

class InputsHashTest {
    private static final SeriesId SERIES = new SeriesId("adoption.firms.any_use", "DE", "TOTAL", "EUROSTAT");
    private static final FigureId FIGURE = new FigureId(SERIES, Period.parse("2024"));
    private static final Measurement READING = new Measurement(2024.5, 0.197, 0);

    @Test
    void hashIsThatOfTheDocumentedBytes() {
        // Computed apart from this program: SHA-256 of 32 zero bytes and the figure, its first 16 digits.
        assertThat(InputsHash.NONE.append(FIGURE, READING).hex()).isEqualTo("d481ebecc174e4c5");
    }

    @Test
    void everyPartOfAnInputCounts() {
        List<InputsHash> hashes = List.of(
                InputsHash.NONE,
                InputsHash.NONE.append(FIGURE, READING),
                InputsHash.NONE.append(FIGURE, READING).append(FIGURE, READING),
                InputsHash.NONE.append(FIGURE, new Measurement(2024.25, 0.197, 0)),
                InputsHash.NONE.append(FIGURE, new Measurement(2024.5, Math.nextUp(0.197), 0)),
                InputsHash.NONE.append(FIGURE, new Measurement(2024.5, 0.197, 0.001)),
                InputsHash.NONE.append(new FigureId(SERIES, Period.parse("2024-H1")), READING),
                InputsHash.NONE.append(
                        new FigureId(
                                new SeriesId("adoption.firms.any_use", "FR", "TOTAL", "EUROSTAT"), FIGURE.period()),
                        READING),
                InputsHash.NONE.append(
                        new FigureId(new SeriesId("adoption.firms.any_use", "DE", "TOTAL", "OECD"), FIGURE.period()),
                        READING));

        Set<String> shown = hashes.stream().map(InputsHash::hex).collect(Collectors.toSet());

        assertThat(shown).hasSameSizeAs(hashes).allMatch(hex -> hex.matches("[0-9a-f]{16}"));
    }

    @Test
    void orderOfInputsCounts() {
        FigureId other = new FigureId(SERIES, Period.parse("2023"));

        assertThat(InputsHash.NONE.append(FIGURE, READING).append(other, READING))
                .isNotEqualTo(InputsHash.NONE.append(other, READING).append(FIGURE, READING));
    }

    @Test
    void negativeZeroIsZero() {
        assertThat(InputsHash.NONE.append(FIGURE, new Measurement(2024.5, 0.197, -0.0)))
                .isEqualTo(InputsHash.NONE.append(FIGURE, READING));
    }
}
