package org.tidemark.producers.exposure;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.NearMiss;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.text.DelimitedText;

/** The exposure scores of Felten, Raj and Seamans: appendix A by occupation, appendix B by industry. */
public final class ExposureScores implements SourceFormat {
    private static final DelimitedText TEXT =
            DelimitedText.CSV.withHeader(header -> ScoreTable.ALL.stream().anyMatch(table -> table.fits(header)));

    @Override
    public String name() {
        return "felten-aioe";
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        return TEXT.header(file).isPresent();
    }

    @Override
    public Optional<NearMiss> nearly(SourceFile file) throws IOException {
        Optional<NearMiss> likest = Optional.empty();
        for (ScoreTable table : ScoreTable.ALL) {
            Optional<NearMiss> near =
                    TEXT.nearly(file, name(), table.codeColumn(), table.titleColumn(), table.scoreColumn());
            likest = likest.isEmpty() ? near : likest;
        }
        return likest;
    }

    @Override
    public Optional<Instant> filed(SourceFile file) {
        return FileDates.of(file);
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        TEXT.read(file, sink, header -> {
            ScoreTable table = ScoreTable.of(header);
            int code = header.require(table.codeColumn());
            int title = header.require(table.titleColumn());
            int score = header.requireNumbers(table.scoreColumn());
            return row -> table.tell(row, code, title, score, sink);
        });
    }
}
