package org.tidemark.awaited;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertState;
import org.tidemark.alert.AlertTransition;
import org.tidemark.alert.EstimateRule;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.estimate.Estimate;

/**
 * How probable it is that a release raises an alert, or ends it.
 *
 * @param rule of the alert
 * @param active whether it is raised now
 * @param raised probability that the release raises it; 0 where it is raised already
 * @param ended probability that the release ends it; 0 where it is not raised
 */
public record AlertOdds(String rule, boolean active, double raised, double ended) {
    /**
     * How the alerts of a cell stand.
     *
     * @param rules those that watch it
     * @param yearBefore what was said of it a year before; null where nothing was
     */
    public record Asked(List<Watch> rules, @Nullable Estimate yearBefore) {
        public Asked {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A rule in the cell.
     *
     * @param standings of its alerts there
     */
    public record Watch(AlertRule rule, List<AlertState> standings) {
        public Watch {
            standings = List.copyOf(standings);
        }
    }

    /**
     * The odds over equally probable estimates, each read as a rule reads any; those that are nil are left out.
     *
     * @param estimates after the release, one for each course
     */
    static List<AlertOdds> of(Asked asked, List<Estimate> estimates) {
        List<AlertOdds> odds = new ArrayList<>();
        for (Watch watched : asked.rules()) {
            AlertRule rule = watched.rule();
            List<AlertState> standings = watched.standings();
            EstimateRule watch = new EstimateRule(rule, "");
            int raised = 0;
            int ended = 0;
            for (Estimate estimate : estimates) {
                Estimate before = EstimateRule.looksBack(rule) ? asked.yearBefore() : null;
                for (AlertTransition step :
                        watch.read(standings, new EstimateRule.Update(estimate, before, null, ""))) {
                    boolean isRaised = step.said()
                            .filter(e -> e.kind() == AlertEvent.Kind.RAISED)
                            .isPresent();
                    raised += isRaised ? 1 : 0;
                    ended += step.said().isPresent() && !isRaised ? 1 : 0;
                }
            }
            double all = estimates.size();
            if (raised + ended > 0) {
                boolean active = standings.stream().anyMatch(AlertState::active);
                odds.add(new AlertOdds(rule.id(), active, raised / all, ended / all));
            }
        }
        return odds;
    }
}
