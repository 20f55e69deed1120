package org.tidemark.producers.microsoft;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.DelimitedText;
import org.tidemark.producers.text.Excerpt;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.RowReader;

/**
 * The four tables of the AI diffusion report: countries and US states are read; counties and metropolitan areas have no
 * economy in ISO 3166, so their rows are not covered.
 */
public final class AiDiffusion implements SourceFormat {
    private final EconomyNames names = EconomyNames.shipped();

    @Override
    public String name() {
        return "microsoft-ai-diffusion";
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        Optional<Header> header = DelimitedText.CSV.header(file);
        return header.isPresent()
                && (CountryTable.fits(header.get())
                        || StateTable.fits(header.get())
                        || isOfSmallerPlaces(header.get()));
    }

    private static boolean isOfSmallerPlaces(Header header) {
        return header.hasAll("FIPS", "County name", StateTable.SHARE)
                || header.hasAll("MSA Code", "MSA Title", StateTable.SHARE);
    }

    /** Nothing in these files dates them: 2026Q1 in a name is what the figures are about. */
    @Override
    public Optional<Instant> filed(SourceFile file) {
        return Optional.empty();
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        DelimitedText.CSV.in(charset(file.head())).read(file, sink, header -> reader(file, header, sink));
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
                        .formatted(file.name(), Excerpt.of(String.join(",", header.names())), CountryTable.EXAMPLE));
    }

    /**
     * The publisher saves some tables as UTF-8 and the countries' as Mac Roman. Text of the one with an accent in it is
     * never text of the other by chance, so the bytes decide; text without accents is the same in both.
     */
    private static Charset charset(byte[] head) {
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false);
        return result.isError() ? Charset.forName("x-MacRoman") : StandardCharsets.UTF_8;
    }
}
