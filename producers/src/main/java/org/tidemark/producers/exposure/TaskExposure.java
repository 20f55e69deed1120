package org.tidemark.producers.exposure;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.NearMiss;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.text.DelimitedText;

/**
 * The share of an occupation's tasks that language models expose, as GPT-4 and as people rate it. The paper rates
 * occupations of O*NET; employment is counted by the coarser SOC, so a figure is the mean over the O*NET occupations of
 * a SOC code. What is told is that figure; a rating that makes no sense is told too and takes its figure with it.
 */
public final class TaskExposure implements SourceFormat {
    private static final String CODE = "O*NET-SOC Code";
    private static final String GPT = "dv_rating_beta";
    private static final String HUMAN = "human_rating_beta";

    private static final DelimitedText TEXT = DelimitedText.CSV.withHeader(header -> header.hasAll(CODE, GPT, HUMAN));

    @Override
    public String name() {
        return "openai-gpts";
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        return TEXT.header(file).isPresent();
    }

    @Override
    public Optional<NearMiss> nearly(SourceFile file) throws IOException {
        return TEXT.nearly(file, name(), CODE, GPT, HUMAN);
    }

    @Override
    public Optional<Instant> filed(SourceFile file) {
        return FileDates.of(file);
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        RatingMeans gpt = new RatingMeans("exposure.tasks.gpt_beta", GPT);
        RatingMeans human = new RatingMeans("exposure.tasks.human_beta", HUMAN);
        TEXT.read(file, sink, header -> {
            int code = header.require(CODE);
            int byGpt = header.requireNumbers(GPT);
            int byPeople = header.requireNumbers(HUMAN);
            return row -> {
                Optional<String> soc = OnetCode.soc(row, CODE, code, sink);
                if (soc.isPresent()) {
                    gpt.take(row, byGpt, soc.get(), sink);
                    human.take(row, byPeople, soc.get(), sink);
                }
            };
        });
        List.of(gpt, human).forEach(means -> means.tell(sink));
    }
}
