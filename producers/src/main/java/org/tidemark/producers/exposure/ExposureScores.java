package org.tidemark.producers.exposure;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.text.DelimitedText;
import org.tidemark.producers.text.Header;

/** The exposure scores of Felten, Raj and Seamans: appendix A by occupation, appendix B by industry. */
public final class ExposureScores implements SourceFormat {
    @Override
    public String name() {
        return "felten-aioe";
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        Optional<Header> header = DelimitedText.CSV.header(file);
        return header.isPresent() && ScoreTable.ALL.stream().anyMatch(table -> table.fits(header.get()));
    }

    @Override
    public Optional<Instant> filed(SourceFile file) {
        return FileDates.of(file);
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        DelimitedText.CSV.read(file, sink, header -> {
            ScoreTable table = ScoreTable.of(header);
            int code = header.require(table.codeColumn());
            int title = header.require(table.titleColumn());
            int score = header.require(table.scoreColumn());
            return row -> table.tell(row, code, title, score, sink);
        });
    }
}
