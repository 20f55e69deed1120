package org.tidemark.gap;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** An economy that never was, with demand that falls short of a steadily growing supply from 2010 on. */
final class MadeFigures {
    static final Instant KNOWN = Instant.parse("2012-02-15T12:00:00Z");
    static final YearMonth FIRST = YearMonth.of(1998, 1);
    static final YearMonth LAST = YearMonth.of(2011, 12);

    private MadeFigures() {}

    static Catalogue catalogue(String... own) {
        List<CatalogueYaml.Text> texts = List.of(own).stream()
                .map(yaml -> new CatalogueYaml.Text("own.yaml", yaml))
                .toList();
        return ShippedCatalogue.with(texts);
    }

    static HeldFigures economy() {
        return monthly(new HeldFigures("XX"), 1, 1);
    }

    /** Nominal demand and its deflator multiplied by constants. */
    static HeldFigures monthly(HeldFigures held, double nominalFactor, double deflatorFactor) {
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            put(held, "supply.industry.production", month, production(month));
            put(held, "supply.capacity.utilisation", month, utilisation(month));
            put(held, "demand.retail.sales", month, nominalFactor * sales(month));
            put(held, "prices.pce.all", month, deflatorFactor * prices(month));
        }
        return held;
    }

    static void put(HeldFigures held, String indicator, YearMonth month, double value) {
        put(held, indicator, month.toString(), value, null);
    }

    static void put(HeldFigures held, String indicator, String period, double value, @Nullable Double standardError) {
        held.put(
                new FigureId(new SeriesId(indicator, held.economy(), SeriesId.TOTAL, "MADE"), Period.parse(period)),
                value,
                standardError,
                KNOWN);
    }

    static double utilisation(YearMonth month) {
        return month.getYear() < 2010 ? 80 + Math.sin(month.getMonthValue()) : 72;
    }

    static double production(YearMonth month) {
        return utilisation(month) / 80 * Math.pow(1.03, years(month)) * 90;
    }

    static double sales(YearMonth month) {
        double shortfall = month.getYear() < 2010 ? 1 : 0.9;
        return shortfall * 1000 * Math.pow(1.05, years(month));
    }

    static double prices(YearMonth month) {
        return 100 * Math.pow(1.02, years(month));
    }

    private static double years(YearMonth month) {
        return month.getYear() - 1998 + month.getMonthValue() / 12.0;
    }

    /** An estimate of a share in percent, of another estimator. */
    static Estimate share(String measure, String concept, double value, double half95) {
        Banded band = new Banded(value, value - half95 / 2, value + half95 / 2, value - half95, value + half95);
        return new Estimate(
                new EstimateKey("XX", SeriesId.TOTAL, measure, concept),
                KNOWN.plusSeconds(86_400),
                Period.parse("2011"),
                3,
                "0123456789abcdef",
                "made/1",
                "percent",
                List.of(new HorizonValue(Horizon.P0D, band, null)),
                null);
    }
}
