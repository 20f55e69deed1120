package org.tidemark.contrast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.ContrastRecipe;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** The sectors of one recipe that one economy shows, put beside each other by period once. */
final class SectorPanel {
    private final SortedMap<String, Sector> sectors;
    private final List<Time> times;
    /** By name; one place for each of the times, null where the sector has no figure. */
    private final Map<String, Sector.@Nullable Measured[]> rows = new HashMap<>();

    /** A period with the middle that periods are ordered by. */
    private record Time(Period period, double middle) {
        private static final Comparator<Time> ORDER = Comparator.comparingDouble(Time::middle)
                .thenComparing(t -> t.period().days())
                .thenComparing(t -> t.period().start());
    }

    private SectorPanel(SortedMap<String, Sector> sectors) {
        this.sectors = sectors;
        Set<Period> periods = new HashSet<>();
        sectors.values().forEach(s -> periods.addAll(s.measured().keySet()));
        times = periods.stream()
                .map(p -> new Time(p, p.midYear()))
                .sorted(Time.ORDER)
                .toList();
        sectors.values().forEach(s -> rows.put(s.name(), row(s)));
    }

    private Sector.@Nullable Measured[] row(Sector sector) {
        Sector.@Nullable Measured[] row = new Sector.@Nullable Measured[times.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = sector.measured().get(times.get(i).period());
        }
        return row;
    }

    static SectorPanel of(ContrastRecipe recipe, EconomyFigures figures) {
        SortedMap<String, Sector> sectors = new TreeMap<>();
        for (String name : names(recipe, figures)) {
            Sector sector = sector(recipe, name, figures);
            if (sector.figures() > 0) {
                sectors.put(name, sector);
            }
        }
        return new SectorPanel(sectors);
    }

    private static Set<String> names(ContrastRecipe recipe, EconomyFigures figures) {
        Set<String> names = new TreeSet<>(recipe.indicators().keySet());
        if (recipe.indicator() != null) {
            names.addAll(figures.sectors(recipe.indicator()));
        }
        if (recipe.minus() != null) {
            names.addAll(figures.sectors(recipe.minus()));
        }
        // The whole economy is no sector: it holds exposed and unexposed work alike.
        names.remove(SeriesId.TOTAL);
        return names;
    }

    private static Sector sector(ContrastRecipe recipe, String name, EconomyFigures figures) {
        String shared = recipe.indicator();
        if (shared == null) {
            String own = Objects.requireNonNull(recipe.indicators().get(name));
            return one(recipe, name, figures.series(own, SeriesId.TOTAL));
        }
        return recipe.minus() == null
                ? one(recipe, name, figures.series(shared, name))
                : balance(name, figures.series(shared, name), figures.series(recipe.minus(), name));
    }

    private static Sector one(ContrastRecipe recipe, String name, Optional<FigureSeries> held) {
        return held.map(series -> Sector.of(name, series, recipe.transform()))
                .orElseGet(() -> Sector.unmeasured(name, List.of()));
    }

    private static Sector balance(String name, Optional<FigureSeries> more, Optional<FigureSeries> fewer) {
        if (more.isPresent() && fewer.isPresent()) {
            return Sector.balance(name, more.get(), fewer.get());
        }
        return Sector.unmeasured(name, more.or(() -> fewer).stream().toList());
    }

    /** All sectors of which any figure is held, by name. */
    Collection<Sector> sectors() {
        return sectors.values();
    }

    /** Of these sectors, those that the economy has ever shown, by name. */
    List<Sector> shown(Collection<String> names) {
        return sectors.values().stream()
                .filter(s -> names.contains(s.name()) && s.isShown())
                .toList();
    }

    /** The gap of every period in which all of both groups are there. */
    List<Gap> gaps(List<Sector> exposed, List<Sector> unexposed) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            Sector.Measured above = mean(exposed, i);
            Sector.Measured below = above == null ? null : mean(unexposed, i);
            if (above != null && below != null) {
                Time time = times.get(i);
                double variance = above.variance() + below.variance();
                gaps.add(new Gap(time.period(), time.middle(), above.value() - below.value(), variance));
            }
        }
        return gaps;
    }

    private Sector.@Nullable Measured mean(List<Sector> group, int i) {
        double sum = 0;
        double variance = 0;
        for (Sector sector : group) {
            Sector.Measured one = Objects.requireNonNull(rows.get(sector.name()))[i];
            if (one == null) {
                return null;
            }
            sum += one.value();
            variance += one.variance();
        }
        int n = group.size();
        return new Sector.Measured(sum / n, variance / ((double) n * n));
    }
}
