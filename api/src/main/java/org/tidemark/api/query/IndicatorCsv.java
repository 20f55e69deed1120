package org.tidemark.api.query;

import java.io.Writer;
import java.util.Locale;
import org.tidemark.catalogue.EndedSeries;
import org.tidemark.catalogue.Indicator;

/** The catalogue as CSV: what is declared, then the families with the end of their prefix as a star. */
final class IndicatorCsv extends CsvRows<IndicatorRow> {
    static final String HEADER =
            "id,kind,title,role,concept,definition,unit,minimum,maximum,frequency,tolerance,lag,thinning,citation,season,noise,noise_citation,bias,bias_citation,ended,successor";

    IndicatorCsv(Writer out) {
        super(out, HEADER);
    }

    @Override
    public void write(IndicatorRow row) {
        Indicator i = row.indicator();
        row(
                i.id(),
                row.kind(),
                i.title(),
                i.role().name(),
                i.concept(),
                i.definition(),
                i.unit(),
                NumberText.published(i.minimum()),
                NumberText.published(i.maximum()),
                i.frequency(),
                NumberText.published(i.tolerance()),
                row.lag(),
                i.thinning().name(),
                i.citation(),
                season(i),
                NumberText.published(i.noise()),
                i.accuracy().noiseCitation(),
                NumberText.published(i.accuracy().bias()),
                i.accuracy().biasCitation(),
                row.ended().map(e -> e.last().toString()).orElse(""),
                row.ended().map(EndedSeries::successor).orElse(""));
    }

    /** {@code over_a_year}: as the catalogue writes it. */
    static String season(Indicator i) {
        return i.season().name().toLowerCase(Locale.ROOT);
    }
}
