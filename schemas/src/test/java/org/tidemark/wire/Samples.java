package org.tidemark.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.AlertState;
import org.tidemark.alert.SupportingRelease;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.StageOdds;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Trajectory;
import org.tidemark.estimate.TurningDate;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.CheckResult;
import org.tidemark.judge.Effect;
import org.tidemark.judge.Innovation;
import org.tidemark.judge.Measure;
import org.tidemark.judge.PartId;
import org.tidemark.judge.Scores;
import org.tidemark.news.News;
import org.tidemark.news.NewsLine;
import org.tidemark.release.Load;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.Outcome;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.SeriesId;
import org.tidemark.series.Watermark;
import org.tidemark.series.Withdrawal;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;
import org.tidemark.version.SystemNote;

/** One plain value of each kind of record, every field filled. */
final class Samples {
    static final Instant PUBLISHED = Instant.parse("2025-01-31T23:59:59.999Z");
    static final BatchId BATCH = new BatchId("EUROSTAT", "2024-first", PUBLISHED, "00ff");
    static final Observation OBSERVATION = new Observation(
            new FigureId(new SeriesId("adoption.firms.any_use", "DE", "TOTAL", "EUROSTAT"), Period.parse("2024")),
            19.75,
            0.5,
            "percent",
            PublishedBasis.STATED,
            ObservationStatus.PROVISIONAL,
            BATCH,
            3,
            PUBLISHED.plusMillis(1),
            "first estimate");
    static final Watermark INSTANT_CLOSING = new Watermark("a-run", PUBLISHED, 1, 4, true);
    static final ValueChange CHANGE = new ValueChange(
            OBSERVATION.figure(),
            new CurrentValue(19.5, 0.5, PUBLISHED.minusSeconds(1)),
            CurrentValue.NONE,
            BATCH,
            true);
    static final SystemNote NOTE = SystemNote.of("derivation", PUBLISHED, Map.of("rules", "00ff", "catalogue", "ff00"));
    static final ReleaseEnd CLOSING = new ReleaseEnd("DE", BATCH, 4, true, false);
    static final Rejection REJECTION = new Rejection(
            RejectReason.BAD_NUMBER, "what", "file:7", "EUROSTAT", "DE", "2024-first", PUBLISHED, new byte[] {1, 2, 3});
    static final Load LOAD = new Load(
            "EUROSTAT",
            "00ff",
            "file.csv",
            "plain",
            null,
            true,
            4,
            new TreeMap<>(Map.of("suppressed", 2L)),
            new TreeMap<>(Map.of(RejectReason.BAD_NUMBER, 1L)),
            new TreeSet<>(List.of("DE", "FR")),
            new TreeSet<>(List.of("adoption.firms.any_use|DE|TOTAL", "adoption.firms.any_use|FR|TOTAL")),
            new TreeMap<>(Map.of("DE", PUBLISHED, "FR", PUBLISHED.plusSeconds(1))));
    static final ReleaseOutcome OUTCOME = new ReleaseOutcome(
            "DE",
            BATCH,
            4,
            new TreeMap<>(Map.of(Outcome.ACCEPTED, 3)),
            new TreeMap<>(Map.of(RejectReason.OUT_OF_RANGE, 1)),
            2);

    private static final Banded BAND = new Banded(19.75, 18, 21, 17, 22);
    static final Estimate ESTIMATE = new Estimate(
            new EstimateKey("DE", "TOTAL", "penetration", "firms.any_use"),
            PUBLISHED,
            Period.parse("2024"),
            5,
            "abcd",
            "logistic-1",
            "percent",
            List.of(new HorizonValue(Horizon.P0D, BAND, 0.25), new HorizonValue(Horizon.P5Y, BAND, null)),
            new Trajectory(
                    BAND,
                    4.5,
                    new StageOdds(0.25, 0.5, 0.25),
                    List.of(new TurningDate(TurningDate.Turning.MIDPOINT, 0.9, 0.1, 2026.5, 2028.5, 2031.5, 0.4))),
            List.of(
                    new Term(
                            "profitable_share", 0.23, 0.12, 0.4, Term.Basis.ASSUMED, "share", "Svanberg et al. (2024)"),
                    Term.unavailable("labour_share", "percent", "no figures of labour.income.share")),
            null);

    static final Assessment JUDGEMENT = judgement();
    static final QuarantineDecision DECISION = new QuarantineDecision(
            "DE",
            "adoption.firms.any_use",
            BATCH,
            QuarantineDecision.Action.RELEASE,
            PUBLISHED.plusMillis(9),
            "asked",
            "Ada");

    static final Withdrawal WITHDRAWAL = new Withdrawal(
            "DE", BATCH, null, Withdrawal.Action.WITHDRAW, "anna", "published 2205", PUBLISHED.plusMillis(10));
    static final Withdrawal WITHDRAWN_FIGURE = new Withdrawal(
            "DE",
            BATCH,
            new FigureId(new SeriesId("adoption.firms.any_use", "DE", "TOTAL", BATCH.source()), Period.parse("2024")),
            Withdrawal.Action.RESTORE,
            "anna",
            "it was right",
            PUBLISHED.plusMillis(11));

    private static Assessment judgement() {
        Innovation innovation = new Innovation("TOTAL", Period.parse("2024"), 0.25, 23.5, 4.75, 2.5);
        Scores scores = new Scores(
                20,
                12,
                0.75,
                0.05,
                -0.04,
                0.96,
                -0.5,
                0.25,
                0.125,
                0.0625,
                innovation,
                List.of(PUBLISHED.minusMillis(3)));
        return new Assessment(
                new PartId("DE", "adoption.firms.any_use", BATCH),
                scores,
                List.of(
                        CheckResult.of(Measure.SHIFT, scores, 0.03),
                        CheckResult.of(Measure.LOST, scores, 0.5),
                        CheckResult.of(Measure.INNOVATION, scores, 2.5)),
                Assessment.Status.HELD,
                1,
                "restated figures move",
                List.of(new Effect(ESTIMATE.key(), "percent", 19.75, null)),
                PUBLISHED.plusMillis(7),
                PUBLISHED.plusMillis(8));
    }

    static final News NEWS = new News(
            ESTIMATE.key(),
            PUBLISHED,
            Horizon.P0D,
            "percent",
            19.5,
            19.75,
            List.of(
                    new NewsLine(
                            NewsLine.Kind.NEW_FIGURES,
                            "EUROSTAT",
                            "2024-first",
                            "adoption.firms.any_use",
                            "TOTAL",
                            1,
                            Period.parse("2024"),
                            19.0,
                            20.0,
                            1.0,
                            0.5,
                            0.5),
                    new NewsLine(
                            NewsLine.Kind.REWEIGHTING,
                            null,
                            null,
                            null,
                            null,
                            0,
                            null,
                            null,
                            null,
                            null,
                            null,
                            -0.25)));

    static final AlertKey ALERT_KEY = new AlertKey("SourceDrifts", "DE", "TOTAL", "firms.any_use", "EUROSTAT");
    static final AlertEvent ALERT = new AlertEvent(
            ALERT_KEY,
            AlertEvent.Kind.RAISED,
            PUBLISHED,
            0.9375,
            2.75,
            "standard_deviations",
            Period.parse("2024"),
            List.of(new SupportingRelease(PUBLISHED, 0.9375, "EUROSTAT 2024-first")),
            AlertRule.Severity.WARNING,
            "analysts",
            "A source drifts",
            "0123456789abcdef",
            AlertEvent.Attribution.NOT_ATTRIBUTABLE);
    static final AlertState STANDING = new AlertState(
            ALERT_KEY,
            true,
            true,
            List.of(new SupportingRelease(PUBLISHED, 0.9375, "EUROSTAT 2024-first")),
            0.9375,
            PUBLISHED,
            PUBLISHED.minusSeconds(1),
            Period.parse("2023"),
            AlertEvent.Attribution.POSSIBLE);

    private Samples() {}

    /** A codec with one record that it can read. */
    // Bytes are what it is for, and nobody compares kinds.
    @SuppressWarnings("ArrayRecordComponent")
    record Kind(String name, Codec<?> codec, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Kind> kinds() {
        return kinds(Codecs.singleObject());
    }

    static List<Kind> kinds(Codecs codecs) {
        return List.of(
                kind("observation", codecs.events(), OBSERVATION),
                kind("closing", codecs.events(), CLOSING),
                kind("estimate", codecs.estimates(), ESTIMATE),
                kind("news", codecs.news(), NEWS),
                kind("rejection", codecs.rejections(), REJECTION),
                kind("load", codecs.loads(), LOAD),
                kind("outcome", codecs.outcomes(), OUTCOME),
                kind("judgement", codecs.judgements(), JUDGEMENT),
                kind("decision", codecs.events(), DECISION),
                kind("withdrawal", codecs.events(), WITHDRAWAL),
                kind("withdrawal of a figure", codecs.events(), WITHDRAWN_FIGURE),
                kind("alert", codecs.alerts(), ALERT),
                kind("standing", codecs.standings(), STANDING),
                kind("instant closing", codecs.instantClosings(), INSTANT_CLOSING),
                kind("change", codecs.changes(), CHANGE),
                kind("note", codecs.notes(), NOTE));
    }

    private static <T> Kind kind(String name, Codec<T> codec, T value) {
        return new Kind(name, codec, codec.encode(value));
    }
}
