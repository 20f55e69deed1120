package org.tidemark.alert.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertState;
import org.tidemark.alert.AlertTransition;
import org.tidemark.alert.EstimateRule;
import org.tidemark.catalogue.AlertCondition;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.estimate.Estimate;
import org.tidemark.series.Period;

/**
 * What was said of one cell, update by update, and what was true.
 *
 * @param told estimates of one key in the order of publication, one for each instant
 */
record Story(Calendar calendar, double months, List<Estimate> told, Truth truth) implements Cell {
    Story {
        told = List.copyOf(told);
    }

    /** The simulated world. */
    interface Truth {
        /** Whether a condition holds in a period. */
        boolean holds(AlertCondition condition, Period period);
    }

    @Override
    public Tally count(AlertRule rule) {
        return steps(rule).stream().map(step -> raised(rule, step)).reduce(Tally.NONE, Tally::and);
    }

    /** How the rule's alerts stand after each update. */
    List<AlertTransition> steps(AlertRule rule) {
        EstimateRule watch = new EstimateRule(rule, "simulated");
        List<AlertTransition> all = new ArrayList<>();
        List<AlertState> standings = List.of();
        boolean looksBack = EstimateRule.looksBack(rule);
        int known = 0;
        for (Estimate now : told) {
            Instant then = looksBack ? Calendar.yearBefore(now.asOf()) : Instant.MIN;
            while (!told.get(known).asOf().isAfter(then)) {
                known++;
            }
            Estimate before = known > 0 ? told.get(known - 1) : null;
            List<AlertTransition> steps =
                    watch.read(standings, new EstimateRule.Update(now, before, null, calendar.source()));
            standings = steps.stream().map(AlertTransition::standing).toList();
            all.addAll(steps);
        }
        return all;
    }

    private Tally raised(AlertRule rule, AlertTransition step) {
        AlertEvent event = step.said().orElse(null);
        if (event == null || event.kind() != AlertEvent.Kind.RAISED || event.period() == null) {
            return Tally.NONE;
        }
        return truth.holds(rule.condition(), event.period()) ? Tally.TRUE : Tally.FALSE;
    }
}
