package org.tidemark.producers.microsoft;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.EconomyNames;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.NearMiss;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.DelimitedText;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.RowReader;
import org.tidemark.producers.text.SourceExcerpt;

/**
 * The four tables of the AI diffusion report: countries and US states are read; counties and metropolitan areas have no
 * economy in ISO 3166, so their rows are not covered.
 */
public final class AiDiffusion implements SourceFormat {
    /** Some tables are in UTF-8, the countries' in Mac Roman. */
    private static final DelimitedText TEXT =
            DelimitedText.CSV.elseIn(Charset.forName("x-MacRoman")).withHeader(AiDiffusion::fits);

    private final EconomyNames names;

    public AiDiffusion(Catalogue catalogue) {
        this.names = catalogue.economyNames();
    }

    @Override
    public String name() {
        return "microsoft-ai-diffusion";
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        return TEXT.header(file).isPresent();
    }

    private static boolean fits(Header header) {
        return CountryTable.fits(header) || StateTable.fits(header) || isOfSmallerPlaces(header);
    }

    private static boolean isOfSmallerPlaces(Header header) {
        return header.hasAll("FIPS", "County name", StateTable.SHARE)
                || header.hasAll("MSA Code", "MSA Title", StateTable.SHARE);
    }

    @Override
    public Optional<NearMiss> nearly(SourceFile file) throws IOException {
        for (Header header : TEXT.possibleHeaders(file)) {
            Optional<String> period = CountryTable.nearPeriod(header);
            if (period.isPresent()) {
                return Optional.of(new NearMiss(
                        0.9,
                        "names a period of %s as %s; call the column '%s', by its half-year or quarter and year"
                                .formatted(name(), SourceExcerpt.of(period.get()), CountryTable.EXAMPLE)));
            }
        }
        return TEXT.nearly(file, name(), StateTable.STATE, StateTable.SHARE, "State");
    }

    /** 2026Q1 in a name is what the figures are about; a day or a month is the user's. */
    @Override
    public Optional<Instant> filed(SourceFile file) {
        return FileDates.of(file);
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        TEXT.read(file, sink, header -> reader(file, header, sink));
    }

    private RowReader reader(SourceFile file, Header header, FigureSink sink) throws UnreadableFileException {
        if (CountryTable.fits(header)) {
            CountryTable table = CountryTable.of(header, names);
            return row -> table.tell(row, sink);
        }
        if (StateTable.fits(header)) {
            StateTable table = StateTable.of(header, file);
            return row -> table.tell(row, sink);
        }
        if (isOfSmallerPlaces(header)) {
            return row -> sink.skipped(SkipReason.NOT_COVERED);
        }
        throw new UnreadableFileException(
                "%s is no table of AI diffusion: its columns are %s; it needs 'Economy' and '%s'"
                        .formatted(
                                file.name(), SourceExcerpt.of(String.join(",", header.names())), CountryTable.EXAMPLE));
    }
}
