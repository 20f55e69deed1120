package org.tidemark.news;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.ReleaseRules;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.FilterBank;
import org.tidemark.estimate.Measurement;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** Cells with an update, as tests need them: weekly figures of two sources. */
final class Cells {
    static final ReleaseRules RULES = ShippedCatalogue.with(List.of()).recipes().releases();
    static final EstimateKey KEY = new EstimateKey("US", "TOTAL", "penetration", "postings.ai");
    static final Instant BEFORE = Instant.parse("2025-01-10T12:00:00Z");
    static final Instant NOW = Instant.parse("2025-02-10T12:00:00Z");

    private Cells() {}

    static FigureId figure(String source, int week) {
        SeriesId series = new SeriesId("adoption.postings.ai_share", "US", "TOTAL", source);
        Period first = Period.parse("2024-01-05");
        return new FigureId(
                series,
                new Period(first.start().plusDays(7L * week), first.end().plusDays(7L * week)));
    }

    static BatchId batch(String source) {
        return new BatchId(source, "r2", NOW, "00");
    }

    /** A slot of percent before and after; null: no figure. */
    static Slot slot(String source, int week, @Nullable Double before, @Nullable Double after) {
        FigureId figure = figure(source, week);
        boolean changed = before == null ? after != null : !before.equals(after);
        return new Slot(
                figure,
                reading(figure, before),
                before == null ? null : BEFORE,
                reading(figure, after),
                after == null ? null : changed ? NOW : BEFORE,
                changed ? batch(source) : null);
    }

    private static @Nullable Measurement reading(FigureId figure, @Nullable Double percent) {
        return percent == null ? null : new Measurement(figure.period().midYear(), percent / 100, 0.002);
    }

    static double level(List<Slot> slots, boolean after) {
        BankState state = null;
        for (Slot slot : slots) {
            Measurement reading = after ? slot.after() : slot.before();
            if (reading != null) {
                state = state == null ? FilterBank.begin(reading) : FilterBank.update(state, reading);
            }
        }
        return state == null ? Double.NaN : 100 * Tail.level(state);
    }

    static News news(List<Slot> slots) {
        double before = level(slots, false);
        return PenetrationNews.of(
                new PenetrationNews.Update(KEY, NOW, "percent", before, BEFORE, RULES),
                null,
                slots,
                level(slots, true));
    }

    /** Any update that leaves a figure before and one after. */
    static Arbitrary<List<Slot>> updates() {
        Arbitrary<Double> percent = Arbitraries.doubles().between(0.1, 60).ofScale(2);
        return Combinators.combine(
                        Arbitraries.of("INDEED", "LIGHTCAST"),
                        percent.injectNull(0.4),
                        percent.injectNull(0.3),
                        Arbitraries.of(true, true, false))
                .as(Drawn::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(Cells::slots)
                .filter(slots -> !Double.isNaN(level(slots, false)) && !Double.isNaN(level(slots, true)));
    }

    private record Drawn(String source, @Nullable Double before, @Nullable Double after, boolean same) {}

    private static List<Slot> slots(List<Drawn> drawn) {
        List<Slot> slots = new ArrayList<>();
        for (Drawn d : drawn) {
            slots.add(slot(d.source(), 3 * slots.size(), d.before(), d.same() ? d.before() : d.after()));
        }
        return slots;
    }
}
