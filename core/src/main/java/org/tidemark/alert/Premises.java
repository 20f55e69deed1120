package org.tidemark.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertEvent.Attribution;
import org.tidemark.catalogue.AlertPremise;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.series.SeriesId;

/**
 * Whether what a rule presupposes of AI was so when its alert was raised. That demand falls short is true in many years in
 * which nobody used AI: such an alert says so. Where all premises hold, the cause is still not shown, only not excluded.
 */
public final class Premises {
    private final AlertRule rule;

    public Premises(AlertRule rule) {
        this.rule = rule;
    }

    /** Whether an estimate can show one of them. */
    public boolean areShownBy(EstimateKey key) {
        return key.sector().equals(SeriesId.TOTAL)
                && rule.premises().stream().anyMatch(p -> p.isOf(key.measure(), key.concept()));
    }

    /** Whether a step says something that they qualify. */
    public boolean qualify(AlertTransition step) {
        return !rule.premises().isEmpty()
                && step.said()
                        .filter(event -> event.kind() == AlertEvent.Kind.RAISED)
                        .isPresent();
    }

    /**
     * A step that raises an alert, with what its premises say.
     *
     * @param known the estimates of its economy that show them, as of its instant
     */
    public AlertTransition judged(AlertTransition step, List<Estimate> known) {
        if (!qualify(step)) {
            return step;
        }
        AlertEvent event = judged(step.said().orElseThrow(), known);
        return new AlertTransition(step.standing().with(event.attribution()), Optional.of(event));
    }

    private AlertEvent judged(AlertEvent event, List<Estimate> known) {
        List<String> words = new ArrayList<>();
        boolean all = true;
        for (AlertPremise premise : rule.premises()) {
            Optional<State> best = known.stream()
                    .filter(e -> premise.isOf(e.key().measure(), e.key().concept()))
                    .flatMap(e -> State.of(premise, e).stream())
                    .max(Comparator.comparingDouble(State::probability));
            boolean holds = best.isPresent() && best.get().probability() >= premise.probability();
            all &= holds;
            words.add(words(premise, best.orElse(null), holds));
        }
        return all
                ? event.with(
                        Attribution.POSSIBLE,
                        event.message() + "; AI is not excluded as a cause: " + String.join("; ", words))
                : event.with(
                        Attribution.NOT_ATTRIBUTABLE,
                        event.message() + "; not attributable to AI: " + String.join("; ", words));
    }

    /** Each premise with its state: met, not met, or not known. */
    private static String words(AlertPremise premise, @Nullable State best, boolean holds) {
        String asked =
                String.format(Locale.ROOT, "%s %s %s", premise.measure(), premise.side(), number(premise.bound()));
        return best == null
                ? "not known, nothing is known of " + asked
                : "%s, %s %s has probability %s, %s"
                        .formatted(
                                holds ? "met" : "not met",
                                asked,
                                best.unit(),
                                AlertMessage.probability(best.probability()),
                                best.words());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }

    /** What one estimate says of a premise. */
    private record State(double probability, String unit, String words) {
        static Optional<State> of(AlertPremise premise, Estimate estimate) {
            return estimate.levels().stream()
                    .filter(l -> l.horizon() == Horizon.P0D)
                    .findFirst()
                    .map(level -> of(premise, estimate, level));
        }

        private static State of(AlertPremise premise, Estimate estimate, HorizonValue level) {
            String words = "%s %s in %s"
                    .formatted(
                            estimate.key().concept(),
                            RuleEvaluations.banded(level.band(), estimate.unit()),
                            estimate.period().label());
            double above = RuleEvaluations.above(level, estimate.unit(), premise.bound());
            return new State(premise.isBelow() ? 1 - above : above, RuleEvaluations.shown(estimate.unit()), words);
        }
    }
}
