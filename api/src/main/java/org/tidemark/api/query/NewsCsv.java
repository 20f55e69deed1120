package org.tidemark.api.query;

import java.io.Writer;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.news.News;
import org.tidemark.news.NewsLine;
import org.tidemark.series.Period;

/**
 * News as CSV, one row for each line: the one layout of the query API and of a replay's {@code news.csv}. Numbers are
 * written so that they are read back to the last bit: before and the impacts of its rows still make after.
 */
public final class NewsCsv extends CsvRows<News> {
    public static final String HEADER =
            "as_of,measure,concept,economy,sector,horizon,before,after,kind,source,release,indicator,figures,period,forecast,actual,surprise,gain,impact,unit,period_start,period_end";

    private NewsCsv(Writer out) {
        super(out, HEADER);
    }

    /** Begins with the header. What is written reaches {@code out} with {@link #flush} at the latest. */
    public static NewsCsv begin(Writer out) {
        return new NewsCsv(out);
    }

    @Override
    public void write(News news) {
        news.lines().forEach(line -> write(news, line));
    }

    private void write(News news, NewsLine line) {
        EstimateKey key = news.key();
        Period newest = line.newest();
        row(
                news.asOf().toString(),
                key.measure(),
                key.concept(),
                key.economy(),
                key.sector(),
                news.horizon().name(),
                NumberText.exact(news.before()),
                NumberText.exact(news.after()),
                line.kind().name(),
                text(line.source()),
                text(line.release()),
                text(line.indicator()),
                line.figures() == 0 ? "" : Integer.toString(line.figures()),
                newest == null ? "" : newest.label(),
                number(line.forecast()),
                number(line.actual()),
                number(line.surprise()),
                number(line.gain()),
                NumberText.exact(line.impact()),
                news.unit(),
                start(newest),
                end(newest));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : NumberText.exact(value);
    }
}
