package org.tidemark.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.FilterBank;
import org.tidemark.estimate.FilterState;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.news.News;
import org.tidemark.news.PenetrationNews;
import org.tidemark.news.Slot;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;

/** What one cell of penetration costs: fold a figure in, say what it means, say why it moved, fold a history again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@org.openjdk.jmh.annotations.Measurement(iterations = 5, time = 1)
@Fork(3)
public class CoreBenchmark {
    private static final int WEEKS = 400;
    private static final int DAYS = 3_650;
    private static final int PERIODS_BACK = 100;
    private static final Instant BEFORE = Instant.parse("2026-10-01T23:59:59.999Z");

    private final List<FigureId> days = Series.figures(DAYS, 1);
    private final List<Measurement> daily = Series.readings(days);
    private final List<FigureId> weeks = Series.figures(WEEKS, 7);
    private final List<Measurement> weekly = Series.readings(weeks);
    private final CeilingPrior prior = CeilingPrior.EQUAL;

    private FilterState track = Series.track(weeks, weekly);
    private BankState bank = track.bank();
    private Measurement next = weekly.get(WEEKS - 1);
    private PenetrationReport.Basis basis = basis();
    private PenetrationNews.Update update = update();
    private List<Slot> figureAlone = List.of();
    private List<Slot> revisedBack = List.of();
    private BankState farBack = bank;
    private double after;
    private double afterRevision;

    private PenetrationReport.Basis basis() {
        return new PenetrationReport.Basis(
                Series.KEY, Series.AS_OF, weeks.get(WEEKS - 1).period(), "percent", 0.002);
    }

    private PenetrationNews.Update update() {
        return new PenetrationNews.Update(
                Series.KEY,
                Series.AS_OF,
                "percent",
                level(Series.track(weeks.subList(0, WEEKS - 1), weekly.subList(0, WEEKS - 1))
                        .bank()),
                BEFORE,
                ShippedCatalogue.with(List.of()).recipes().releases());
    }

    private static double level(BankState state) {
        return 100 * PenetrationReport.level(state).value();
    }

    /** The slots behind a checkpoint as the flow has them: one new figure at the end, or one revised far back. */
    @Setup
    public void slots() {
        BatchId batch = new BatchId("CENSUS_BTOS", "r2", Series.AS_OF, "00");
        int last = WEEKS - 1;
        bank = Series.track(weeks.subList(0, last), weekly.subList(0, last)).bank();
        figureAlone = List.of(new Slot(weeks.get(last), null, null, weekly.get(last), Series.AS_OF, batch));
        after = level(track.bank());
        int from = WEEKS - PERIODS_BACK;
        farBack = Series.track(weeks.subList(0, from), weekly.subList(0, from)).bank();
        List<Measurement> readings = new ArrayList<>(weekly);
        List<Slot> slots = new ArrayList<>();
        for (int i = from; i < WEEKS; i++) {
            Measurement reading = weekly.get(i);
            Measurement revised = new Measurement(reading.time(), reading.share() * 0.99, reading.standardError());
            if (i == from) {
                readings.set(i, revised);
            }
            slots.add(
                    i == from
                            ? new Slot(weeks.get(i), reading, BEFORE, revised, Series.AS_OF, batch)
                            : Slot.unchanged(weeks.get(i), reading, BEFORE));
        }
        revisedBack = List.copyOf(slots);
        afterRevision = level(Series.track(weeks, readings).bank());
    }

    /** One figure into the bank of 16 filters. */
    @Benchmark
    public BankState update1() {
        return FilterBank.update(bank, next);
    }

    /** One estimate with all horizons, bands, stage and dates. */
    @Benchmark
    public Estimate report() {
        return PenetrationReport.of(track, basis, prior);
    }

    /** Why the level moved, after one figure at the end. */
    @Benchmark
    public News newsOfOneFigure() {
        return PenetrationNews.of(update, bank, figureAlone, after);
    }

    /** Why the level moved, after a revision a hundred periods back. */
    @Benchmark
    public News newsOfRevision100Back() {
        return PenetrationNews.of(update, farBack, revisedBack, afterRevision);
    }

    /** A release that rewrites ten years of days: folded once, hash and trace included. */
    @Benchmark
    public FilterState rewrite3650Days() {
        return Series.track(days, daily);
    }
}
