package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.producers.StatedFigure;
import org.tidemark.release.Load;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** In the toy catalogue figures of {@code shared.} about the world stand for Germany and France. */
class AggregateProxiesTest {
    private static final String WORLD = "LAGGED WORLD 2024-01 1.5 indicator=shared.level";

    @TempDir
    private Path folder = Path.of("");

    private Path file(String name, String... lines) {
        return new Toys(folder).file(name, lines);
    }

    @Test
    void aFigureOfTheWorldIsSentForEachEconomyThatItStandsFor() {
        RecordingTarget target = Toys.loaded(file("f 2024-05-01.toy", WORLD + " se=0.25"));

        assertThat(Toys.figures(target))
                .containsExactly(
                        "DE 2024-01 1.5 from 2024-02-29T23:59:59.999Z LAG LAGGED@2024-02-29",
                        "FR 2024-01 1.5 from 2024-02-29T23:59:59.999Z LAG LAGGED@2024-02-29",
                        "WORLD 2024-01 1.5 from 2024-02-29T23:59:59.999Z LAG LAGGED@2024-02-29");
        assertThat(target.observations()).extracting(Observation::standardError).containsOnly(0.25);
        assertThat(target.observations())
                .extracting(Observation::note)
                .containsExactly(
                        "figure of WORLD, taken to stand for DE", "figure of WORLD, taken to stand for FR", null);
    }

    @Test
    void copiesAreReadAndCountedApart() {
        RecordingTarget target = new RecordingTarget();

        LoadReport report = Toys.load(
                target, LoadSettings.ALL, file("f 2024-05-01.toy", WORLD, "LAGGED WORLD 2024-01 2", "skip", "bad"));

        assertThat(report.copied()).isEqualTo(2);
        assertThat(report.sent()).isEqualTo(4);
        assertThat(report.loads().stream().mapToLong(Load::read).sum()).isEqualTo(4 + 2);
        assertThat(report.loads().get(0).economies()).containsExactly("DE", "FR", "WORLD");
    }

    @Test
    void aCopyThatCannotBeDatedIsRejectedLikeItsFigure() {
        LoadReport report = Toys.load(
                new RecordingTarget(),
                LoadSettings.ALL,
                file("f.toy", "UNHEARD WORLD 2024-01 1.5 indicator=shared.level"));

        assertThat(report.sent()).isZero();
        assertThat(report.loads().get(0).read()).isEqualTo(3);
        assertThat(report.loads().get(0).rejected().values()).containsExactly(3L);
    }

    @Test
    void anEconomyWithAFigureOfItsOwnInTheFileNeedsNoCopy() {
        RecordingTarget target = Toys.loaded(file(
                "f 2024-05-01.toy",
                WORLD,
                "LAGGED DE 2024-02 9 indicator=shared.level",
                "LAGGED FR 2024-01 9",
                "CHANGES FR 2024-01 9 indicator=shared.level",
                "LAGGED FR 2024-01 9 indicator=shared.level sector=NAICS:51"));

        assertThat(target.observations())
                .filteredOn(o -> o.note() != null)
                .extracting(Observation::economy)
                .containsExactly("FR");
    }

    @Test
    void aWithdrawnFigureIsWithdrawnForTheOthersToo() {
        RecordingTarget target = Toys.loaded(file("f 2024-05-01.toy", "LAGGED WORLD 2024-01 - indicator=shared.level"));

        assertThat(target.observations()).hasSize(3).allSatisfy(o -> assertThat(o.value())
                .isNull());
    }

    @Test
    void ofASourceThatSendsChangesACopyIsSentOnceAndAgainWhenItsFigureChanges() {
        RecordingTarget target = Toys.loaded(
                file("f 2024-05-01.toy", "CHANGES WORLD 2024-01 1 indicator=shared.level"),
                file("f 2024-06-01.toy", "CHANGES WORLD 2024-01 1 indicator=shared.level"),
                file("f 2024-07-01.toy", "CHANGES WORLD 2024-01 2 indicator=shared.level"));

        assertThat(target.observations())
                .filteredOn(o -> o.economy().equals("DE"))
                .extracting(Observation::value)
                .containsExactly(1.0, 2.0);
    }

    @Test
    void aCompleteSourceThatNoLongerHasTheFigureWithdrawsTheCopiesToo() {
        RecordingTarget target = Toys.loaded(
                file("f 2024-05-01.toy", "WHOLE WORLD 2024-01 1 indicator=shared.level"),
                file("f 2024-06-01.toy", "WHOLE US 2024-01 1 indicator=shared.level"));

        assertThat(Toys.closings(target)).contains("DE WHOLE@2024-06-01 0 complete", "FR WHOLE@2024-06-01 0 complete");
    }

    @Test
    void copiesCountAgainstTheBoundOfARun() {
        Path file = file("f 2024-05-01.toy", WORLD);

        assertThat(Toys.load(new RecordingTarget(), LoadSettings.ALL, 2, file).failures())
                .singleElement()
                .asString()
                .contains("more than 2 figures in one run");
        assertThat(Toys.load(new RecordingTarget(), LoadSettings.ALL, 3, file).failures())
                .isEmpty();
    }

    @Test
    void thePublishersNoteIsKeptBehindOurs() {
        SeriesId series = new SeriesId("shared.level", "EU27", "TOTAL", "LAGGED");
        StatedFigure figure = new StatedFigure(
                new FigureId(series, Period.parse("2024")),
                1.0,
                null,
                "percent",
                ObservationStatus.ESTIMATED,
                null,
                null,
                "R1",
                "table 3",
                "line 2");

        List<StatedFigure> all = new AggregateProxies(List.of(figure), ToyCatalogue.CATALOGUE).inserted(f -> f);

        assertThat(all).hasSize(2).startsWith(figure);
        StatedFigure copy = all.get(1);
        assertThat(Objects.requireNonNull(copy.note())).isEqualTo("figure of EU27, taken to stand for PL; table 3");
        assertThat(copy.figure()).hasToString("shared.level|PL|TOTAL|LAGGED|2024");
        assertThat(copy.status()).isEqualTo(ObservationStatus.ESTIMATED);
        assertThat(copy.release()).isEqualTo("R1");
    }
}
