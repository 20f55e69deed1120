package org.tidemark.alert;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.AlertCondition.Kind;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.StageOdds;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Trajectory;
import org.tidemark.measure.DivergenceVerdict;
import org.tidemark.pool.SourceDrift;

/** What a rule reads off an estimate: nothing where the estimate has no number of the kind. */
final class RuleEvaluations {
    private static final String PERCENT = "percent";
    private static final String PROBABILITY = "probability";
    private static final String LOGITS_PER_YEAR = "logits_per_year";
    /** From the end of an 80 % band to the other, in standard deviations of a normal. */
    private static final double SDS_IN_80 = 2 * 1.2815515655446004;

    private final AlertRule rule;
    private final Estimate now;
    private final @Nullable Estimate yearBefore;

    /**
     * Looks at one estimate.
     *
     * @param yearBefore what was said a year before it; null where nothing was
     */
    RuleEvaluations(AlertRule rule, Estimate now, @Nullable Estimate yearBefore) {
        this.rule = rule;
        this.now = now;
        this.yearBefore = yearBefore;
    }

    List<RuleEvaluation> all() {
        return switch (rule.condition().kind()) {
            case LEVEL_ABOVE, LEVEL_BELOW -> level().map(this::level).stream().toList();
            case NEGATIVE -> level().flatMap(this::negative).stream().toList();
            case STAGE -> trajectory().map(this::stage).stream().toList();
            case SPEED_UP, SPEED_DOWN ->
                trajectory().flatMap(this::speed).stream().toList();
            case DIVERGING, CONVERGING ->
                DivergenceVerdict.of(now).map(this::verdict).stream().toList();
            case DRIFT -> SourceDrift.of(now).stream().map(this::drift).toList();
            case PROBABLE -> level().flatMap(this::probable).stream().toList();
            case HELD -> List.of();
        };
    }

    private Optional<HorizonValue> level() {
        return now.levels().stream().filter(l -> l.horizon() == Horizon.P0D).findFirst();
    }

    /** Of three figures too little is known to raise anything by where they go. */
    private Optional<Trajectory> trajectory() {
        return now.isEarly() ? Optional.empty() : Optional.ofNullable(now.trajectory());
    }

    private RuleEvaluation level(HorizonValue level) {
        double threshold = rule.condition().threshold();
        double above = above(level, now.unit(), threshold);
        double probability = rule.condition().kind() == Kind.LEVEL_ABOVE ? above : 1 - above;
        return ground("", probability, level.band().value(), now.unit(), banded(level.band(), now.unit()), firstSeen());
    }

    /**
     * A crossing needs a level on either side within one definition: of a series that was never seen on the other one, it is said
     * so. Nothing where the estimate does not say where it has been.
     */
    private String firstSeen() {
        boolean above = rule.condition().kind() == Kind.LEVEL_ABOVE;
        double threshold = rule.condition().threshold();
        return now.terms().stream()
                .filter(term -> term.name().equals(above ? PenetrationReport.LOWEST : PenetrationReport.HIGHEST))
                .map(Term::value)
                .filter(value -> value != null && (above ? value > threshold : value < threshold))
                .findFirst()
                .map(value -> String.format(
                        Locale.ROOT,
                        "first seen %s: it has never been on the other side of %s %s, and crossed nothing",
                        above ? "above" : "below",
                        number(threshold),
                        shown(now.unit())))
                .orElse("");
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** P(level > bound), as far as the level's band says. */
    static double above(HorizonValue level, String unit, double bound) {
        return unit.equals(PERCENT) && !isSigned(level)
                ? BandProbability.percentAbove(level.band(), bound)
                : BandProbability.above(level.band(), bound);
    }

    /** Measures that have a sign say how probable it is; a percentage of them may be below zero. */
    private static boolean isSigned(HorizonValue level) {
        return level.pNegative() != null;
    }

    private Optional<RuleEvaluation> negative(HorizonValue level) {
        Double below = level.pNegative();
        return below == null
                ? Optional.empty()
                : Optional.of(ground("", below, level.band().value(), now.unit(), banded(level.band(), now.unit())));
    }

    /** Read off as it is said: what no number says, no rule sees. */
    private Optional<RuleEvaluation> probable(HorizonValue level) {
        String name = rule.condition().term();
        double value = level.band().value();
        Optional<Double> probability = name.isEmpty()
                ? Optional.of(value).filter(v -> now.unit().equals(PROBABILITY))
                : now.terms().stream()
                        .filter(term -> term.name().equals(name) && term.unit().equals(PROBABILITY))
                        .flatMap(term -> Optional.ofNullable(term.value()).stream())
                        .findFirst();
        String words = name.isEmpty() ? AlertMessage.probability(value) : banded(level.band(), now.unit());
        return probability.map(p -> ground("", Math.max(0, Math.min(1, p)), value, now.unit(), words));
    }

    private RuleEvaluation stage(Trajectory trajectory) {
        StageOdds odds = trajectory.stage();
        double probability =
                switch (rule.condition().stage()) {
                    case "germination" -> odds.germination();
                    case "growth" -> odds.growth();
                    default -> odds.maturity();
                };
        Optional<HorizonValue> level = level();
        double value = level.map(l -> l.band().value()).orElse(Double.NaN);
        String words = level.map(l -> banded(l.band(), now.unit())).orElse("no level");
        return ground("", Math.min(1, probability), value, now.unit(), words);
    }

    /** The two errors are taken as independent, which they are not: the rule is slower to speak than it could be. */
    private Optional<RuleEvaluation> speed(Trajectory trajectory) {
        Trajectory before = yearBefore == null || yearBefore.isEarly() ? null : yearBefore.trajectory();
        if (before == null) {
            return Optional.empty();
        }
        Banded is = trajectory.speedLogits();
        Banded was = before.speedLogits();
        double change = is.value() - was.value();
        double toldAs = rule.condition().kind() == Kind.SPEED_UP ? change : -change;
        double sd = StrictMath.hypot(sd(is), sd(was));
        double beyond = toldAs - rule.condition().threshold();
        double probability = sd > 0 ? StandardNormal.cdf(beyond / sd) : beyond > 0 ? 1 : 0;
        String words = String.format(
                Locale.ROOT, "%.2f logits a year, %.2f a year before (+- %.2f)", is.value(), was.value(), sd);
        return Optional.of(ground("", probability, change, LOGITS_PER_YEAR, words));
    }

    private static double sd(Banded speed) {
        return (speed.upper80() - speed.lower80()) / SDS_IN_80;
    }

    private RuleEvaluation verdict(DivergenceVerdict verdict) {
        double probability = rule.condition().kind() == Kind.DIVERGING ? verdict.diverging() : verdict.converging();
        return ground("", probability, verdict.signed(), now.unit(), verdict.words());
    }

    private RuleEvaluation drift(SourceDrift drift) {
        double probability = 2 * StandardNormal.cdf(Math.abs(drift.z())) - 1;
        String words =
                String.format(Locale.ROOT, "%s by %+.1f standard deviations in a year", drift.source(), drift.z());
        return ground(drift.source(), Math.max(0, probability), drift.z(), "standard_deviations", words);
    }

    private RuleEvaluation ground(String subject, double probability, double value, String unit, String words) {
        return ground(subject, probability, value, unit, words, "");
    }

    private RuleEvaluation ground(
            String subject, double probability, double value, String unit, String words, String note) {
        AlertKey key = new AlertKey(
                rule.id(), now.key().economy(), now.key().sector(), now.key().concept(), subject);
        return new RuleEvaluation(key, probability, value, unit, now.period(), words, note);
    }

    static String banded(Banded b, String unit) {
        return String.format(Locale.ROOT, "%.1f %s (%.1f to %.1f)", b.value(), shown(unit), b.lower80(), b.upper80());
    }

    /** A unit as people read it. */
    static String shown(String unit) {
        return unit.equals(PERCENT) ? "%" : unit.replace('_', ' ');
    }
}
