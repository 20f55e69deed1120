package org.tidemark.alert.simulation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.tidemark.catalogue.AlertRule;

/**
 * How often a rule is wrong, in alerts a month of one cell.
 *
 * @param error standard error of {@code wrong}, from how cells differ
 * @param raised alerts, right and wrong
 * @param mistaken of these
 */
record Rate(double wrong, double error, int raised, int mistaken) {
    /** Over the cells of one calendar, which are watched as long as each other and taken as independent. */
    static Rate over(List<? extends Cell> cells, AlertRule rule) {
        List<Tally> tallies = cells.stream().map(cell -> cell.count(rule)).toList();
        double n = cells.size();
        double mean = tallies.stream().mapToInt(Tally::wrong).average().orElse(0);
        double squares = tallies.stream()
                .mapToDouble(t -> (t.wrong() - mean) * (t.wrong() - mean))
                .sum();
        double months = cells.get(0).months();
        int wrong = tallies.stream().mapToInt(Tally::wrong).sum();
        int right = tallies.stream().mapToInt(Tally::right).sum();
        return new Rate(mean / months, StrictMath.sqrt(squares / (n - 1) / n) / months, right + wrong, wrong);
    }

    /** The mean over calendars, each for as much as the other. */
    static Rate mean(Collection<Rate> rates) {
        double wrong = rates.stream().mapToDouble(Rate::wrong).sum() / rates.size();
        double squares = rates.stream().mapToDouble(r -> r.error * r.error).sum();
        return new Rate(
                wrong,
                StrictMath.sqrt(squares) / rates.size(),
                rates.stream().mapToInt(Rate::raised).sum(),
                rates.stream().mapToInt(Rate::mistaken).sum());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.5f +- %.5f (%d of %d)", wrong, error, mistaken, raised);
    }
}
