package org.tidemark.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.StartSpeed;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** What was folded before is never seen in what comes out. */
class MemberFoldsProperties {
    private static final StartSpeed[] STARTS = {StartSpeed.STATED, StartSpeed.atLevel(0.1), StartSpeed.atLevel(0.5)};

    private static PoolFigure figure(int year, double share) {
        Period period = Period.parse(Integer.toString(year));
        FigureId id = new FigureId(new SeriesId("adoption.firms.any_use", "DE", "TOTAL", "MADE"), period);
        return new PoolFigure(id, Instant.EPOCH, new Measurement(period.midYear(), share, 0.01));
    }

    /** One more at the end, one less, or another value somewhere. */
    private static void change(List<PoolFigure> figures, Random random) {
        int what = random.nextInt(4);
        if (what == 0 && figures.size() > 1) {
            figures.remove(random.nextInt(figures.size()));
        } else if (what == 1) {
            int at = random.nextInt(figures.size());
            figures.set(at, figure(figures.get(at).figure().period().start().getYear(), random.nextDouble()));
        } else {
            int last = figures.get(figures.size() - 1).figure().period().start().getYear();
            figures.add(figure(last + 1, random.nextDouble()));
        }
    }

    @Property(tries = 100)
    void whateverWasAskedBeforeEachFoldIsThatOverAllFigures(@ForAll Random random) {
        MemberFolds folds = new MemberFolds();
        List<PoolFigure> figures = new ArrayList<>(List.of(figure(2000, 0.1)));
        for (int i = 0; i < 30; i++) {
            change(figures, random);
            StartSpeed start = STARTS[random.nextInt(STARTS.length)];

            assertThat(folds.state(start, figures)).isEqualTo(new MemberFolds().state(start, figures));
            assertThat(folds.hash(figures)).isEqualTo(new MemberFolds().hash(figures));
        }
    }

    /** It grows by one figure an instant, and an update asks for it as it was too. */
    @Test
    void figuresThatAreAddedAreTakenInOnce() {
        int[] taken = new int[1];
        PrefixFold<Double> sum = new PrefixFold<>(f -> 0.0, (before, f) -> {
            taken[0]++;
            return before + 1;
        });
        List<PoolFigure> figures = new ArrayList<>(List.of(figure(1000, 0.1)));
        for (int year = 1001; year < 1501; year++) {
            List<PoolFigure> before = List.copyOf(figures);
            figures.add(figure(year, 0.1));

            assertThat(sum.over(figures)).isEqualTo(year - 1000);
            assertThat(sum.over(before)).isEqualTo(year - 1001);
        }

        assertThat(taken[0]).isEqualTo(500);
    }
}
