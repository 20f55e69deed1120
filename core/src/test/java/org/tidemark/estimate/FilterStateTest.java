package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

class FilterStateTest {
    private static final FigureId FIGURE =
            new FigureId(new SeriesId("adoption.firms.any_use", "DE", "TOTAL", "EUROSTAT"), Period.parse("2024"));
    private static final List<Measurement> READINGS = new Curves.Curve(Link.LOGIT, 0.3, 2015, 1).readings(1995, 2024);

    @Test
    void trackCarriesTheFoldOfItsFigures() {
        FilterState track = Readings.track(READINGS);

        assertThat(track.bank()).isEqualTo(Readings.fold(READINGS));
        assertThat(track.inputs()).isNotEqualTo(InputsHash.NONE);
    }

    @Test
    void whoeverGoesOnFromATrackComesToTheSame() {
        FilterState half = Readings.track(READINGS.subList(0, 15));

        FilterState goneOn = half;
        for (Measurement next : READINGS.subList(15, 30)) {
            goneOn = goneOn.append(FIGURE, next);
        }

        assertThat(goneOn).isEqualTo(Readings.track(READINGS));
        assertThat(half).isEqualTo(Readings.track(READINGS.subList(0, 15)));
    }

    @Test
    void traceKeepsFifteenYearsHoweverLongTheSeries() {
        FilterState track = Readings.track(READINGS);

        assertThat(track.past().size()).isEqualTo(16);
        assertThat(track.past().time(0)).isEqualTo(2009.5);
    }

    @Test
    void traceKeepsOnePointPerQuarterHoweverOftenItIsRead() {
        FilterState track = FilterState.begin(FIGURE, new Measurement(2020.0, 0.1, 0));
        for (int week = 1; week < 52 * 20; week++) {
            track = track.append(FIGURE, new Measurement(2020 + week / 52.0, 0.1 + week * 5e-4, 0));
        }

        assertThat(track.past().size()).isEqualTo(61);
    }

    @Test
    void partsOfDifferentTimesAreNoTrack() {
        FilterState late = Readings.track(READINGS);
        FilterState early = Readings.track(READINGS.subList(0, 10));

        assertThatThrownBy(() -> new FilterState(late.bank(), early.past(), late.inputs()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("append figures");
        assertThatThrownBy(() -> new FilterState(late.bank(), LevelTrace.NONE, late.inputs()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
