package org.tidemark.validate;

import java.util.List;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.EconomyCodes;
import org.tidemark.catalogue.Indicator;
import org.tidemark.series.Excerpt;
import org.tidemark.series.Observation;
import org.tidemark.series.SeriesId;
import org.tidemark.text.PlainText;
import org.tidemark.validate.Verdict.Accepted;
import org.tidemark.validate.Verdict.Rejected;

/** Holds an observation against the catalogue. A pure function of the two. */
public final class Validator {
    private final Catalogue catalogue;
    private final Timeliness timeliness;

    public Validator(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.timeliness = new Timeliness(catalogue);
    }

    public Verdict judge(Observation o) {
        SeriesId series = o.figure().series();
        Indicator indicator = catalogue.indicator(series.indicator()).orElse(null);
        if (indicator == null) {
            return rejected(
                    RejectReason.UNKNOWN_INDICATOR,
                    "indicator '%s' is not in the catalogue; add it under 'indicators:' or its family under 'families:' in a file and pass --catalogue",
                    series.indicator());
        }
        if (!catalogue.knowsEconomy(series.economy())) {
            return new Rejected(RejectReason.UNKNOWN_ECONOMY, unknownEconomy(series.economy(), catalogue));
        }
        if (!PlainText.isPlain(o.batch().release())) {
            return rejected(
                    RejectReason.BAD_ID,
                    "release '%s' holds characters that a terminal obeys; name it without control characters",
                    Excerpt.of(o.batch().release()));
        }
        return judgeFigure(o, indicator);
    }

    /** Why an economy is refused, with the code to write where another code for it is known. */
    public static String unknownEconomy(String economy, Catalogue catalogue) {
        return EconomyCodes.advice(economy, catalogue);
    }

    private Verdict judgeFigure(Observation o, Indicator indicator) {
        List<String> units = catalogue.units(indicator.id());
        if (!units.contains(o.unit())) {
            return rejected(
                    RejectReason.WRONG_UNIT,
                    "%s is in '%s', the catalogue has '%s'; %s",
                    o.figure(),
                    Excerpt.of(o.unit()),
                    String.join("' or '", units),
                    UnitSpelling.of(o.unit(), units)
                            .map(meant -> "write '%s'".formatted(meant))
                            .orElse("convert it or declare another indicator"));
        }
        Double value = o.value();
        if (value != null && !indicator.admits(value)) {
            return rejected(
                    RejectReason.OUT_OF_RANGE,
                    "%s: value %s is outside [%s, %s] %s; check the unit or widen the range in the catalogue",
                    o.figure(),
                    value,
                    indicator.minimum(),
                    indicator.maximum(),
                    indicator.unit());
        }
        Rejected untimely = timeliness.whyNot(o, indicator);
        return untimely == null ? new Accepted(o, indicator) : untimely;
    }

    static Rejected rejected(RejectReason reason, String detail, Object... parts) {
        return new Rejected(reason, String.format(java.util.Locale.ROOT, detail, parts));
    }
}
