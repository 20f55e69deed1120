package org.tidemark.producers.mapped;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CsvMapping;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.NearMiss;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.text.DelimitedText;
import org.tidemark.series.PublicationDate;

/** A CSV file that the catalogue describes: which columns it has, and what each of them is. */
public final class MappedCsv implements SourceFormat {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int LETTERS_OF_A_MONTH = 3;

    private final Catalogue catalogue;
    private final CsvMapping mapping;
    private final DelimitedText text;

    public MappedCsv(Catalogue catalogue, CsvMapping mapping) {
        this.catalogue = catalogue;
        this.mapping = mapping;
        this.text = DelimitedText.CSV.withHeader(
                header -> header.hasAll(mapping.header().toArray(String[]::new))
                        && (!mapping.only() || header.hasNoneBut(mapping.header())));
    }

    /** One for each mapping of a catalogue, of CSV and of JSON, those with most columns first: the closest description wins. */
    public static List<SourceFormat> all(Catalogue catalogue) {
        return catalogue.mappings().values().stream()
                .sorted(java.util.Comparator.comparingInt(
                                (CsvMapping m) -> -m.header().size())
                        .thenComparing(CsvMapping::name))
                .map(m -> m.rows() == null ? new MappedCsv(catalogue, m) : (SourceFormat) new MappedJson(catalogue, m))
                .toList();
    }

    @Override
    public String name() {
        return mapping.name();
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        return text.header(file).isPresent();
    }

    @Override
    public Optional<NearMiss> nearly(SourceFile file) throws IOException {
        return text.nearly(file, name(), mapping.header().toArray(String[]::new));
    }

    @Override
    public Optional<Instant> filed(SourceFile file) {
        String form = mapping.filed();
        if (form != null) {
            Matcher named = Pattern.compile(form).matcher(file.name());
            if (named.find()) {
                return month(named.group("year"), named.group("month"));
            }
        }
        return FileDates.of(file);
    }

    private static Optional<Instant> month(String year, String month) {
        int at = MONTHS.indexOf(
                month.toLowerCase(Locale.ROOT).substring(0, Math.min(month.length(), LETTERS_OF_A_MONTH)));
        String number = at < 0 ? month : String.format(Locale.ROOT, "%02d", at + 1);
        try {
            return Optional.of(PublicationDate.parse(year + "-" + number));
        } catch (IllegalArgumentException noMonth) {
            return Optional.empty();
        }
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        MappedRows[] rows = new MappedRows[1];
        Optional<Instant> filed = filed(file);
        text.read(file, sink, header -> {
            rows[0] = new MappedRows(mapping, catalogue, header, filed, sink);
            return rows[0]::tell;
        });
        if (rows[0] != null) {
            rows[0].tellCounts();
        }
    }
}
