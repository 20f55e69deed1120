package org.tidemark.api.query;

import java.io.Writer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.CheckResult;
import org.tidemark.judge.Measure;
import org.tidemark.judge.Scores;

/** Judgements as CSV: the one layout of the query API and of a replay's {@code quarantine.csv}. */
public final class JudgementCsv extends CsvRows<Assessment> {
    public static final String HEADER =
            "published,source,economy,indicator,release,status,confirms,stated,restated,changed_share,shift,shift_bound,"
                    + "drift,ratio,offset,lost,lost_bound,refused,disorder,decided_at,reason,decided_by";

    private JudgementCsv(Writer out) {
        super(out, HEADER);
    }

    /** Begins with the header. What is written reaches {@code out} with {@link #flush} at the latest. */
    public static JudgementCsv begin(Writer out) {
        return new JudgementCsv(out);
    }

    @Override
    public void write(Assessment j) {
        Scores s = j.scores();
        row(
                j.part().batch().published().toString(),
                j.part().batch().source(),
                j.part().economy(),
                j.part().indicator(),
                j.part().batch().release(),
                written(j.status()),
                Integer.toString(j.confirms()),
                Integer.toString(s.stated()),
                Integer.toString(s.restated()),
                NumberText.estimated(s.changedShare()),
                NumberText.estimated(s.shift()),
                bound(j, Measure.SHIFT),
                NumberText.estimated(s.drift()),
                number(s.ratio()),
                NumberText.estimated(s.offset()),
                NumberText.estimated(s.lost()),
                bound(j, Measure.LOST),
                NumberText.estimated(s.refused()),
                NumberText.estimated(s.disorder()),
                j.decidedAt() == null ? "" : j.decidedAt().toString(),
                j.reason(),
                j.decidedBy());
    }

    static String written(Assessment.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String bound(Assessment judgement, Measure measure) {
        return number(judgement.finding(measure).map(CheckResult::bound).orElse(null));
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : NumberText.estimated(value);
    }
}
