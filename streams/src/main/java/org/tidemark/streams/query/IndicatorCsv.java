package org.tidemark.streams.query;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.tidemark.catalogue.Indicator;

/** The catalogue as CSV: what is declared, then the families with the end of their prefix as a star. */
final class IndicatorCsv implements CsvRows<IndicatorRow> {
    static final String HEADER =
            "id,kind,title,role,concept,definition,unit,minimum,maximum,frequency,tolerance,lag,thinning,citation";

    private final CsvWriter rows;

    IndicatorCsv(Writer out) {
        rows = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        rows.writeRecord(List.of(HEADER.split(",", -1)));
    }

    @Override
    public void write(IndicatorRow row) {
        Indicator i = row.indicator();
        rows.writeRecord(
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
                i.citation());
    }

    @Override
    public void flush() throws IOException {
        rows.flush();
    }
}
