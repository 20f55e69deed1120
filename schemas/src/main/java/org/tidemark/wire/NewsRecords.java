package org.tidemark.wire;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.news.News;
import org.tidemark.news.NewsLine;
import org.tidemark.series.Period;

/** News between core and Avro. */
final class NewsRecords {
    private NewsRecords() {}

    static org.tidemark.avro.News toRecord(News n) {
        return new org.tidemark.avro.News(
                n.key().economy(),
                n.key().sector(),
                n.key().measure(),
                n.key().concept(),
                n.asOf(),
                n.horizon().name(),
                n.unit(),
                n.before(),
                n.after(),
                n.lines().stream().map(NewsRecords::line).toList());
    }

    private static org.tidemark.avro.NewsLine line(NewsLine l) {
        Period newest = l.newest();
        return new org.tidemark.avro.NewsLine(
                l.kind().name(),
                l.source(),
                l.release(),
                l.indicator(),
                l.sector(),
                l.figures(),
                newest == null ? null : newest.start(),
                newest == null ? null : newest.end(),
                l.forecast(),
                l.actual(),
                l.surprise(),
                l.gain(),
                l.impact());
    }

    static News fromRecord(org.tidemark.avro.News r) {
        return new News(
                new EstimateKey(r.getEconomy(), r.getSector(), r.getMeasure(), r.getConcept()),
                r.getAsOf(),
                Horizon.valueOf(r.getHorizon()),
                r.getUnit(),
                r.getBefore(),
                r.getAfter(),
                r.getLines().stream().map(NewsRecords::line).toList());
    }

    private static NewsLine line(org.tidemark.avro.NewsLine l) {
        return new NewsLine(
                NewsLine.Kind.valueOf(l.getKind()),
                l.getSource(),
                l.getRelease(),
                l.getIndicator(),
                l.getSector(),
                l.getFigures(),
                newest(l.getNewestStart(), l.getNewestEnd()),
                l.getForecast(),
                l.getActual(),
                l.getSurprise(),
                l.getGain(),
                l.getImpact());
    }

    private static @Nullable Period newest(@Nullable LocalDate start, @Nullable LocalDate end) {
        return start == null || end == null ? null : new Period(start, end);
    }
}
