package org.tidemark.measure;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Term;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** A panel of countries with one source, filled by a test. */
final class PanelCase {
    static final Catalogue SHIPPED = ShippedCatalogue.with(List.of());
    static final MeasureRecipe PEOPLE =
            Objects.requireNonNull(SHIPPED.recipes().measures().recipes().get("people.any_use"));

    private final HeldFigures held = new HeldFigures(PEOPLE.economy());

    static String country(int i) {
        return Locale.getISOCountries()[i];
    }

    PanelCase put(String economy, String period, @Nullable Double percent, String published) {
        SeriesId series = new SeriesId(
                String.valueOf(PEOPLE.parts().get(0).indicator()),
                economy,
                SeriesId.TOTAL,
                PEOPLE.parts().get(0).source());
        held.put(
                PanelMember.of(PEOPLE, new FigureId(series, Period.parse(period))),
                percent,
                null,
                Instant.parse(published + "T00:00:00Z"));
        return this;
    }

    List<Estimate> estimates() {
        return estimates(Several.divergences(SHIPPED));
    }

    List<Estimate> estimates(Several estimator) {
        return estimator.estimates(held);
    }

    Estimate estimate(String measure) {
        return estimates().stream()
                .filter(e -> e.key().measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    double level(String measure) {
        return estimate(measure).levels().get(0).band().value();
    }

    double term(String measure, String name) {
        return estimate(measure).terms().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .map(Term::value)
                .orElseThrow();
    }
}
