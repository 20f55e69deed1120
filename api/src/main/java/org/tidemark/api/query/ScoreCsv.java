package org.tidemark.api.query;

import java.io.Writer;
import java.util.stream.Collectors;
import org.tidemark.accuracy.ConceptScore;
import org.tidemark.accuracy.HorizonScore;
import org.tidemark.estimate.EstimateKey;

/** How projections came true as CSV, a row for each cell and horizon. */
final class ScoreCsv extends CsvRows<ScoreRow> {
    /** The columns. */
    static final String HEADER =
            "measure,concept,economy,sector,months,matured,independent,error,last_error,crps,skill,bias,inside80,inside95,least80,most80,band,said,economies,drift_error,recent_skill,skill_low,skill_high,log_score,better,pit";

    private ScoreCsv(Writer out) {
        super(out, HEADER);
    }

    /** Begins with the header. What is written reaches {@code out} with {@link #flush} at the latest. */
    static ScoreCsv begin(Writer out) {
        return new ScoreCsv(out);
    }

    @Override
    public void write(ScoreRow row) {
        EstimateKey key = row.key();
        HorizonScore score = row.score();
        ConceptScore all = row.concept();
        row(
                key.measure(),
                key.concept(),
                key.economy(),
                key.sector(),
                Integer.toString(score.months()),
                Integer.toString(score.matured()),
                Integer.toString(score.independent()),
                NumberText.estimated(score.error()),
                NumberText.estimated(score.lastError()),
                NumberText.estimated(score.crps()),
                finite(score.skill()),
                NumberText.estimated(score.bias()),
                NumberText.estimated(score.inside80()),
                NumberText.estimated(score.inside95()),
                Integer.toString(score.range80().least()),
                Integer.toString(score.range80().most()),
                score.band(),
                score.sentence(),
                all == null ? "" : Integer.toString(all.economies()),
                all == null ? "" : NumberText.estimated(all.driftError()),
                all == null ? "" : finite(all.recentSkill()),
                all == null ? "" : finite(all.skillLow()),
                all == null ? "" : finite(all.skillHigh()),
                all == null ? "" : NumberText.estimated(all.logScore()),
                all == null ? "" : all.better(),
                all == null ? "" : all.pit().stream().map(NumberText::estimated).collect(Collectors.joining(" ")));
    }

    private static String finite(double value) {
        return Double.isFinite(value) ? NumberText.estimated(value) : "";
    }
}
