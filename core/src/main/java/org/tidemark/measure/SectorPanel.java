package org.tidemark.measure;

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
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.Period;

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

    static SectorPanel of(MeasureRecipe recipe, EconomyFigures figures) {
        SortedMap<String, Sector> sectors = new TreeMap<>();
        for (String name : names(recipe, figures)) {
            Sector sector = sector(recipe, name, figures);
            if (sector.figures() > 0) {
                sectors.put(name, sector);
            }
        }
        return new SectorPanel(sectors);
    }

    private static Set<String> names(MeasureRecipe recipe, EconomyFigures figures) {
        Set<String> names = new TreeSet<>();
        for (MeasurePart part : recipe.parts()) {
            if (part.isMany()) {
                figures.sectors(String.valueOf(part.indicator())).stream()
                        .filter(part::takes)
                        .forEach(names::add);
            } else {
                names.add(part.name());
            }
        }
        return names;
    }

    /** Of its own indicator, of the one that all sectors share, or of the balance of two. */
    private static Sector sector(MeasureRecipe recipe, String name, EconomyFigures figures) {
        List<Optional<FigureSeries>> held = new ArrayList<>();
        for (MeasurePart part : recipe.parts()) {
            if (part.isMany() || part.name().equals(name)) {
                held.add(Parts.one(
                        part, figures, String.valueOf(part.indicator()), part.isMany() ? name : part.sector()));
            }
        }
        if (held.size() == 1) {
            return held.get(0)
                    .map(series -> Sector.of(name, series, CompareKind.isLog(recipe)))
                    .orElseGet(() -> Sector.unmeasured(name, List.of()));
        }
        Optional<FigureSeries> more = held.get(0);
        Optional<FigureSeries> fewer = held.get(1);
        return more.isPresent() && fewer.isPresent()
                ? Sector.balance(name, more.get(), fewer.get())
                : Sector.unmeasured(name, more.or(() -> fewer).stream().toList());
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
    List<Point> gaps(List<Sector> exposed, List<Sector> unexposed) {
        List<Point> gaps = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            Sector.Measured above = mean(exposed, i);
            Sector.Measured below = above == null ? null : mean(unexposed, i);
            if (above != null && below != null) {
                Time time = times.get(i);
                double variance = above.variance() + below.variance();
                gaps.add(new Point(time.period(), time.middle(), above.value() - below.value(), variance));
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
