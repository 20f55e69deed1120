package org.tidemark.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.Prior;
import org.tidemark.estimate.IncompleteBeta;
import org.tidemark.series.Period;
import org.tidemark.series.Spans;

/**
 * Counts of events: a Gamma rate that forgets (West and Harrison 1997), counts over-dispersed as a negative binomial is, a
 * delay of reporting that makes the newest periods too low (Lawless 1994), exposure where it is held, and the start of a
 * burst by a cumulative sum of standardised surprises (Page 1954).
 */
final class EventsKind implements Kind {
    private static final Set<String> SETTINGS = Set.of("tell", "discount", "times", "decision", "reference");
    private static final int PERIODS_LEAST = 8;
    private static final double FEWEST_YEARS_AGO = 1;

    @Override
    public void check(MeasureRecipe recipe, Settings settings) {
        settings.requireKnown(SETTINGS);
        settings.requireParts(1, 2);
        settings.word("tell", "rate", Set.of("rate", "rise", "burst"));
        double discount = settings.number("discount", 0.9);
        if (!(discount > 0 && discount < 1)) {
            throw settings.wrong("settings: discount", discount + " is not between 0 and 1", "write one such as 0.9");
        }
        settings.number("times", 2);
        settings.number("decision", 5);
        settings.number("reference", 0.5);
    }

    /** One period: how many were seen, of how much exposure, and how much of them is seen by now. */
    private record Count(Period period, double time, double seen, double exposure, double reported) {
        double effort() {
            return exposure * reported;
        }
    }

    @Override
    public Outcome of(MeasureRecipe recipe, Settings settings, Parts parts) {
        List<Count> counts = counts(recipe, parts);
        if (counts.size() < PERIODS_LEAST) {
            return Outcome.withheld("%d periods of counts; at least %d are needed", counts.size(), PERIODS_LEAST);
        }
        double dispersion = dispersion(counts);
        List<Rate> rates = rates(counts, settings.number("discount", 0.9), dispersion);
        Rate now = rates.get(rates.size() - 1);
        Count last = counts.get(counts.size() - 1);
        Rate ago = yearAgo(counts, rates, last.time());
        double times = settings.number("times", 2);
        double risen = now.above(ago, times);
        Burst burst =
                Burst.of(counts, rates, dispersion, settings.number("reference", 0.5), settings.number("decision", 5));
        Outcome.Told told = new Outcome.Told()
                .add("p_risen", risen, "probability", "P(rate now > " + times + " times that of a year ago)")
                .add("rate", now.mean(), now.sd(), "per_period", "discounted rate")
                .add("rate_a_year_ago", ago.mean(), ago.sd(), "per_period", "the same a year before")
                .add("dispersion", dispersion, "ratio", "variance of a count over its mean; 1 is Poisson")
                .add("newest", last.seen(), "events", last.period().label() + " as seen")
                .add("reported", last.reported(), "share", "of the newest period that is reported by now")
                .add("burst", burst.sum(), "standard_deviations", burst.words());
        return switch (settings.word("tell", "rate", Set.of("rate", "rise", "burst"))) {
            case "rise" -> told.outcome(Bands.exact(risen), null, last.period());
            case "burst" -> told.outcome(Bands.exact(burst.sum()), null, last.period());
            default -> told.outcome(now.band(), null, last.period());
        };
    }

    /** All columns together; periods without an event count 0. */
    private static List<Count> counts(MeasureRecipe recipe, Parts parts) {
        SortedMap<Period, Double> sums = new TreeMap<>(Period.BY_TIME);
        for (Column column : parts.part(0).columns()) {
            column.points().forEach(p -> sums.merge(p.period(), p.value(), Double::sum));
        }
        SortedMap<Period, Double> exposure = new TreeMap<>(Period.BY_TIME);
        if (parts.all().size() > 1) {
            parts.part(1).points().forEach(p -> exposure.put(p.period(), p.value()));
        }
        double known = org.tidemark.series.EventTime.ofInstant(parts.evidence().asOf());
        List<Count> counts = new ArrayList<>();
        for (Period period : filled(sums, recipe.every())) {
            double of = parts.all().size() > 1 ? exposure.getOrDefault(period, 0.0) : 1;
            if (of > 0) {
                counts.add(new Count(
                        period,
                        period.midYear(),
                        sums.getOrDefault(period, 0.0),
                        of,
                        reported(recipe, known - period.midYear())));
            }
        }
        return counts;
    }

    private static List<Period> filled(
            SortedMap<Period, Double> sums, @org.jspecify.annotations.Nullable String every) {
        if (every == null || sums.isEmpty()) {
            return List.copyOf(sums.keySet());
        }
        List<Period> all = new ArrayList<>();
        Period last = sums.lastKey();
        LocalDate day = sums.firstKey().start();
        while (!day.isAfter(last.start())) {
            Period period = Spans.containing(day, every);
            all.add(period);
            day = period.end().plusDays(1);
        }
        return all;
    }

    /** An exponential delay of a stated mean; all of it where none is stated. */
    private static double reported(MeasureRecipe recipe, double age) {
        Prior delay = recipe.priors().get("delay");
        return delay == null ? 1 : Math.max(0.05, -StrictMath.expm1(-Math.max(0.01, age) / delay.mean()));
    }

    /** How far counts scatter about the mean of their neighbours, in multiples of what a Poisson count would. */
    private static double dispersion(List<Count> counts) {
        double sum = 0;
        int n = 0;
        for (int i = 1; i < counts.size(); i++) {
            Count a = counts.get(i - 1);
            Count b = counts.get(i);
            double rate = (a.seen() + b.seen()) / (a.effort() + b.effort());
            if (rate > 0) {
                double difference = b.seen() / b.effort() - a.seen() / a.effort();
                sum += difference * difference / (rate * (1 / a.effort() + 1 / b.effort()));
                n++;
            }
        }
        return n == 0 ? 1 : Math.max(1, sum / n);
    }

    /** A Gamma belief of the rate, after a period. */
    private record Rate(double shape, double effort) {
        double mean() {
            return shape / effort;
        }

        double sd() {
            return Math.sqrt(shape) / effort;
        }

        /** Wilson and Hilferty (1931): the cube root of a Gamma is nearly normal. */
        org.tidemark.estimate.Banded band() {
            double c = 1 / (9 * shape);
            return Bands.map(Bands.normal(1 - c, Math.sqrt(c)), x -> mean() * StrictMath.pow(Math.max(0, x), 3));
        }

        /** P(this > times other), both Gamma and independent: the ratio is a Beta's odds. */
        double above(Rate other, double times) {
            double odds = times * effort / other.effort;
            return 1 - IncompleteBeta.regularised(shape, other.shape, odds / (1 + odds));
        }
    }

    private static List<Rate> rates(List<Count> counts, double discount, double dispersion) {
        List<Rate> rates = new ArrayList<>(counts.size());
        double shape = 0.5;
        double effort = 0.5 / Math.max(1e-9, mean(counts));
        for (Count c : counts) {
            shape = discount * shape + c.seen() / dispersion;
            effort = discount * effort + c.effort() / dispersion;
            rates.add(new Rate(Math.max(1e-6, shape), effort));
        }
        return rates;
    }

    private static double mean(List<Count> counts) {
        return counts.stream().mapToDouble(c -> c.seen() / c.effort()).average().orElse(1);
    }

    private static Rate yearAgo(List<Count> counts, List<Rate> rates, double now) {
        Rate ago = rates.get(0);
        for (int i = 0; i < counts.size(); i++) {
            ago = counts.get(i).time() <= now - FEWEST_YEARS_AGO + 0.01 ? rates.get(i) : ago;
        }
        return ago;
    }

    /** The cumulative sum now, and since when it is beyond the bound. */
    private record Burst(double sum, String words) {
        static Burst of(List<Count> counts, List<Rate> rates, double dispersion, double reference, double decision) {
            double sum = 0;
            String since = "";
            for (int i = 1; i < counts.size(); i++) {
                Count c = counts.get(i);
                double expected = rates.get(i - 1).mean() * c.effort();
                double sd = Math.sqrt(
                        expected * dispersion + StrictMath.pow(rates.get(i - 1).sd() * c.effort(), 2));
                double before = sum;
                sum = Math.max(0, sum + (c.seen() - expected) / sd - reference);
                since = before == 0 && sum > 0 ? c.period().label() : since;
            }
            boolean beyond = sum > decision;
            return new Burst(
                    sum,
                    beyond
                            ? "a burst since " + since + ": the cumulative sum is beyond " + decision
                            : "no burst: the cumulative sum is not beyond " + decision);
        }
    }
}
