package org.tidemark.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.Dates;
import org.jspecify.annotations.Nullable;
import org.tidemark.release.Load;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.Outcome;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/** Values that go on the wire, extreme ones among them; estimates are in {@link GeneratedEstimates}. */
final class Generated {
    private Generated() {}

    private record Numbers(@Nullable Double value, @Nullable Double standardError, int ordinal) {}

    private record Rest(Instant receivedAt, @Nullable String note) {}

    static Arbitrary<Double> finite() {
        Arbitrary<Double> extreme = Arbitraries.of(
                0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 0.1, 100.0);
        return Arbitraries.oneOf(extreme, Arbitraries.doubles());
    }

    static Arbitrary<Instant> instants() {
        long year1 = -62_135_596_800_000L;
        long year9999 = 253_402_300_799_999L;
        return Arbitraries.oneOf(
                        Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE, 0L, -1L, year1, year9999),
                        Arbitraries.longs().between(year1, year9999))
                .map(Instant::ofEpochMilli);
    }

    static Arbitrary<Period> periods() {
        Arbitrary<LocalDate> days = Dates.dates().between(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
        return Combinators.combine(days, days).as((a, b) -> a.isBefore(b) ? new Period(a, b) : new Period(b, a));
    }

    static Arbitrary<String> prose() {
        Arbitrary<String> chosen =
                Arbitraries.of("", " ", "Türkiye", "日本\n\t\0", "😀🇩🇪", "\u202e\ufeff", "x".repeat(300));
        return Arbitraries.oneOf(chosen, Arbitraries.strings().ofMaxLength(60).filter(Generated::isWellFormed));
    }

    /** Half a surrogate pair is no character, and UTF-8 has no bytes for it. */
    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    private static Arbitrary<BatchId> batches() {
        return Combinators.combine(prose(), instants(), prose())
                .as((release, published, load) -> new BatchId("CENSUS_BTOS", release, published, load));
    }

    private static Arbitrary<SeriesId> seriesIds() {
        return Combinators.combine(
                        Arbitraries.of("adoption.firms.any_use", "a.1"),
                        Arbitraries.of("DE", "US-CA", "EU27"),
                        Arbitraries.of("TOTAL", "NAICS:51", "INDEED:software-development"))
                .as((indicator, economy, sector) -> new SeriesId(indicator, economy, sector, "CENSUS_BTOS"));
    }

    private static Arbitrary<Numbers> numbers() {
        return Combinators.combine(
                        finite().injectNull(0.2),
                        finite().map(Math::abs).injectNull(0.5),
                        Arbitraries.integers().greaterOrEqual(0))
                .as(Numbers::new);
    }

    static Arbitrary<Observation> observations() {
        Arbitrary<Rest> rests =
                Combinators.combine(instants(), prose().injectNull(0.5)).as(Rest::new);
        return Combinators.combine(
                        Combinators.combine(seriesIds(), periods()).as(FigureId::new),
                        numbers(),
                        prose(),
                        Arbitraries.of(PublishedBasis.class),
                        Arbitraries.of(ObservationStatus.class),
                        batches(),
                        rests)
                .as((figure, n, unit, basis, status, batch, rest) -> new Observation(
                        figure,
                        n.value(),
                        n.standardError(),
                        unit,
                        basis,
                        status,
                        batch,
                        n.ordinal(),
                        rest.receivedAt(),
                        rest.note()));
    }

    static Arbitrary<ReleaseEnd> closings() {
        return Combinators.combine(
                        Arbitraries.of("DE", "US-CA", "WORLD"),
                        batches(),
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(ReleaseEnd::new);
    }

    static Arbitrary<Rejection> rejections() {
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
        Arbitrary<byte[]> longest = Arbitraries.just(new byte[Rejection.ORIGINAL_BYTES_MAX]);
        return Combinators.combine(
                        Arbitraries.of(RejectReason.class),
                        prose(),
                        prose(),
                        prose().injectNull(0.5),
                        prose().injectNull(0.5),
                        prose().injectNull(0.5),
                        instants().injectNull(0.5),
                        Arbitraries.oneOf(bytes, longest))
                .as(Rejection::new);
    }

    static Arbitrary<Load> loads() {
        Arbitrary<Long> counts = Arbitraries.longs().between(0, Long.MAX_VALUE / 100);
        Arbitrary<String> economies = Arbitraries.of("DE", "US", "US-CA", "WORLD");
        return Combinators.combine(
                        prose(),
                        instants().injectNull(0.3),
                        Arbitraries.of(true, false),
                        counts,
                        Arbitraries.maps(prose(), counts).ofMaxSize(5),
                        Arbitraries.maps(Arbitraries.of(RejectReason.class), counts)
                                .ofMaxSize(5),
                        Arbitraries.maps(economies, instants()).ofMaxSize(4),
                        economies.list().ofMaxSize(4).injectNull(0.3))
                .as((text, filed, closed, sent, skipped, rejected, since, series) -> new Load(
                        "CENSUS_BTOS",
                        "00ff",
                        text,
                        text,
                        filed,
                        closed,
                        sent,
                        new TreeMap<>(skipped),
                        new TreeMap<>(rejected),
                        new TreeSet<>(since.keySet()),
                        series == null ? null : new TreeSet<>(series),
                        filed == null ? new TreeMap<>(since) : null));
    }

    static Arbitrary<ReleaseOutcome> outcomes() {
        Arbitrary<Integer> counts = Arbitraries.integers().between(0, Integer.MAX_VALUE / 20);
        Arbitrary<Outcome> held = Arbitraries.of(Outcome.class).filter(o -> o != Outcome.CONFLICTING);
        return Combinators.combine(
                        Arbitraries.of("DE", "US-CA", "WORLD"),
                        batches(),
                        Arbitraries.maps(held, counts).ofMaxSize(5),
                        Arbitraries.maps(Arbitraries.of(RejectReason.class), counts)
                                .ofMaxSize(15),
                        counts)
                .as((economy, batch, outcomes, rejected, withdrawn) -> {
                    int sent = outcomes.values().stream().mapToInt(i -> i).sum()
                            + rejected.values().stream().mapToInt(i -> i).sum();
                    return new ReleaseOutcome(
                            economy, batch, sent, new TreeMap<>(outcomes), new TreeMap<>(rejected), withdrawn);
                });
    }
}
