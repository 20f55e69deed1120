package org.tidemark.engine.estimate;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tidemark.awaited.Awaited;
import org.tidemark.awaited.AwaitedEconomy;
import org.tidemark.awaited.Believed;
import org.tidemark.awaited.Wanted;
import org.tidemark.calendar.ReleaseCalendar;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.HeldFigures;
import org.tidemark.penetration.PenetrationEstimator;
import org.tidemark.revise.CurrentValue;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;

/** What the composed estimates of one economy await: filled with what is believed of its figures, and when each was told. */
final class AwaitedComposed {
    private final Catalogue catalogue;
    private final HeldFigures held;
    private final SortedMap<String, Spoken> spoken = new TreeMap<>();

    AwaitedComposed(Catalogue catalogue, String economy) {
        this.catalogue = catalogue;
        this.held = new HeldFigures(economy);
    }

    /**
     * Takes in a figure; of what is thinned out of its series nothing but the days on which it was told.
     *
     * @param vintages all that was said of it by the day
     */
    void put(FigureId figure, CurrentValue belief, Collection<Observation> vintages) {
        spoken.computeIfAbsent(figure.series().source(), s -> new Spoken()).add(vintages);
        boolean kept = catalogue
                .indicator(figure.series().indicator())
                .filter(indicator -> indicator.thinning().keeps(figure.period()))
                .isPresent();
        if (kept) {
            held.put(
                    figure,
                    belief.value(),
                    belief.standardError(),
                    Objects.requireNonNull(belief.since(), "what is believed was published"));
        }
    }

    /** To be filled with what was said first of periods. */
    HeldFigures held() {
        return held;
    }

    /** Hands over what each estimate awaits of each of these sources. */
    void each(List<Estimator> composed, Wanted wanted, Consumer<Awaited> consumer) {
        AwaitedEconomy economy = new AwaitedEconomy(
                catalogue,
                Believed.ofEconomy(
                        held,
                        indicators -> new PenetrationEstimator(catalogue, CeilingPrior.EQUAL, indicators),
                        composed,
                        wanted.measure()));
        spoken.forEach((name, of) -> {
            if (wanted.source().test(name)) {
                ReleaseCalendar.next(of.instants(), catalogue.source(name))
                        .ifPresent(next -> economy.of(name, next, wanted.today(), consumer));
            }
        });
    }
}
