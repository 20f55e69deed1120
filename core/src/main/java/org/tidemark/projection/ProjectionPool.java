package org.tidemark.projection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.PooledSpeeds;
import org.tidemark.estimate.SpeedSums;
import org.tidemark.news.ProjectionHistory;
import org.tidemark.series.FigureId;

/**
 * All economies of one concept, and where each of them goes by its own figures and by the speeds of the others. A function of
 * the figures that are held, whatever their order of arrival. An economy's projection reads the others up to the year of its
 * own newest figure, and never itself.
 */
public final class ProjectionPool {
    /** The name of the measure. */
    public static final String MEASURE = "penetration.projected";

    /** Of more economies each is projected by itself: one figure would move them all, and tells next to nothing. */
    static final int ECONOMIES_MAX = 500;

    private final String sector;
    private final String concept;
    private final Predicate<String> aggregate;
    private final Map<String, PoolMember> members = new TreeMap<>();
    private final SpeedSums sums = new SpeedSums();
    private PastProjectionSums pastSums = new PastProjectionSums();
    private boolean pastIsSettled = true;
    private String unit = "";

    /**
     * An empty one.
     *
     * @param aggregate whether an economy is one of economies, whose speed is that of its members once more
     */
    public ProjectionPool(String sector, String concept, Predicate<String> aggregate) {
        this.sector = sector;
        this.concept = concept;
        this.aggregate = aggregate;
    }

    /**
     * Takes in what is believed of some figures of one economy.
     *
     * @param changed with a reading or withdrawn
     * @param gone of which nothing is believed any more
     */
    public void take(String economy, List<PoolFigure> changed, List<FigureId> gone, String itsUnit) {
        PoolMember member = members.computeIfAbsent(economy, e -> new PoolMember());
        boolean counts = !aggregate.test(economy);
        if (counts) {
            member.rows().forEach(sums::remove);
        }
        changed.forEach(member::put);
        gone.forEach(member::remove);
        member.settle();
        if (counts) {
            member.rows().forEach(sums::add);
        }
        pastIsSettled = false;
        unit = unit.isEmpty() || unit.compareTo(itsUnit) > 0 ? itsUnit : unit;
    }

    /** The unit of its projections: of those of its figures the first by name. */
    public String unit() {
        return unit;
    }

    /** All that have figures, or had. */
    public SortedSet<String> economies() {
        return new TreeSet<>(members.keySet());
    }

    /** The figures of an economy as they are, to go on from while they change. */
    public History history(String economy) {
        PoolMember member = members.get(economy);
        return new History(economy, member == null ? new PoolMember() : member.copy());
    }

    /** What is projected of an economy; empty where it has too few figures for that. */
    public Optional<Estimate> projected(String economy) {
        PoolMember member = members.get(economy);
        if (member == null) {
            return Optional.empty();
        }
        Projection projection = projection(economy, member, null);
        return projection == null
                ? Optional.empty()
                : projection.estimate(key(economy), unit, knownAt(economy, member));
    }

    /**
     * A figure to be observed some time after the newest one, as a share: what {@link #projected} says of its horizons. Empty
     * where nothing is read.
     */
    public Optional<Banded> ahead(String economy, double years) {
        return outlook(economy).map(outlook -> outlook.projected(years));
    }

    /** Where an economy goes; empty where nothing is read of it. */
    public Optional<EconomyProjection> outlook(String economy) {
        PoolMember member = members.get(economy);
        return member == null ? Optional.empty() : Optional.ofNullable(projection(economy, member, null));
    }

    /** What the projection of an economy is told under. */
    public EstimateKey key(String economy) {
        return new EstimateKey(economy, sector, MEASURE, concept);
    }

    /** Reads the others as known in a year; where that is null, in the year of the newest figure. */
    private @Nullable Projection projection(String economy, PoolMember member, @Nullable Integer known) {
        List<PoolFigure> read = member.read();
        if (read.isEmpty()) {
            return null;
        }
        int newest =
                PoolMember.year(Objects.requireNonNull(read.get(read.size() - 1).reading()));
        int year = known == null ? newest : known;
        return member.folds().projection(read, speeds(economy, year), record(economy, year));
    }

    private PooledSpeeds speeds(String economy, int year) {
        if (members.size() > ECONOMIES_MAX) {
            return PooledSpeeds.NONE;
        }
        PoolMember own = members.get(economy);
        return sums.read(year, own == null || aggregate.test(economy) ? new SpeedSums() : own.sums());
    }

    private TrackRecord record(String economy, int year) {
        if (members.size() > ECONOMIES_MAX) {
            return TrackRecord.NONE;
        }
        settlePast();
        PoolMember own = members.get(economy);
        return pastSums.read(year, own == null || aggregate.test(economy) ? new PastProjectionSums() : own.pastSums());
    }

    /** What came of past projections depends on what others told in their year: it is worked out when all have settled. */
    private void settlePast() {
        if (pastIsSettled) {
            return;
        }
        pastSums = new PastProjectionSums();
        members.forEach((economy, member) -> {
            if (!aggregate.test(economy)) {
                member.settlePast(year -> speeds(economy, year));
                member.past().forEach(pastSums::add);
            }
        });
        pastIsSettled = true;
    }

    private Instant knownAt(String economy, PoolMember own) {
        Instant known = own.figures().stream().map(PoolFigure::since).reduce(Instant.EPOCH, PoolMember::later);
        List<PoolFigure> read = own.read();
        int year =
                PoolMember.year(Objects.requireNonNull(read.get(read.size() - 1).reading()));
        if (members.size() > ECONOMIES_MAX) {
            return known;
        }
        for (Map.Entry<String, PoolMember> other : members.entrySet()) {
            if (!other.getKey().equals(economy) && !aggregate.test(other.getKey())) {
                known = PoolMember.later(known, other.getValue().knownAt(year));
            }
        }
        return known;
    }

    /** The figures of one economy at some time between before and after an update, with the others as they are after it. */
    public final class History implements ProjectionHistory<PoolFigure> {
        private final String economy;
        private final PoolMember member;

        private History(String economy, PoolMember member) {
            this.economy = economy;
            this.member = member;
        }

        @Override
        public void put(FigureId figure, @Nullable PoolFigure now) {
            if (now == null) {
                member.remove(figure);
            } else {
                member.put(now);
            }
        }

        @Override
        public Optional<Double> newest() {
            List<PoolFigure> read = member.read();
            return read.isEmpty()
                    ? Optional.empty()
                    : Optional.of(read.get(read.size() - 1))
                            .map(PoolFigure::reading)
                            .map(Measurement::time);
        }

        @Override
        public Optional<Double> oneYearAfter(double time, int known) {
            Projection projection = projection(economy, member, known);
            return projection == null
                    ? Optional.empty()
                    : Optional.of(PenetrationReport.scale(unit) * projection.median(time + Horizon.P1Y.yearsAhead()));
        }
    }
}
