package org.tidemark.measure;

import java.util.Set;
import org.tidemark.catalogue.MeasureRecipe;

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

    @Override
    public Course course(MeasureRecipe recipe, Settings settings) {
        EventCounts counts = new EventCounts(recipe);
        EventRates rates = new EventRates(settings.number("discount", 0.9), settings.number("reference", 0.5));
        return new Course() {
            @Override
            public Outcome of(Parts parts) {
                int same = counts.take(parts);
                if (counts.all().size() < PERIODS_LEAST) {
                    rates.keep(0);
                    return Outcome.withheld(
                            "%d periods of counts; at least %d are needed",
                            counts.all().size(), PERIODS_LEAST);
                }
                rates.take(counts.all(), same);
                return told(settings, rates);
            }

            @Override
            public int size() {
                return counts.all().size();
            }
        };
    }

    private static Outcome told(Settings settings, EventRates rates) {
        EventCounts.Count last = rates.newest();
        EventRates.Rate now = rates.now();
        EventRates.Rate ago = rates.before(last.time() - FEWEST_YEARS_AGO);
        double times = settings.number("times", 2);
        double risen = now.above(ago, times);
        Outcome.Told told = new Outcome.Told()
                .add("p_risen", risen, "probability", "P(rate now > " + times + " times that of a year ago)")
                .add("rate", now.mean(), now.sd(), "per_period", "discounted rate")
                .add("rate_a_year_ago", ago.mean(), ago.sd(), "per_period", "the same a year before")
                .add("dispersion", rates.dispersion(), "ratio", "variance of a count over its mean; 1 is Poisson")
                .add("newest", last.seen(), "events", last.period().label() + " as seen")
                .add("reported", last.reported(), "share", "of the newest period that is reported by now")
                .add("burst", rates.burst(), "standard_deviations", words(rates, settings.number("decision", 5)));
        return switch (settings.word("tell", "rate", Set.of("rate", "rise", "burst"))) {
            case "rise" -> told.outcome(Bands.exact(risen), null, last.period());
            case "burst" -> told.outcome(Bands.exact(rates.burst()), null, last.period());
            default -> told.outcome(now.band(), null, last.period());
        };
    }

    private static String words(EventRates rates, double decision) {
        return rates.burst() > decision
                ? "a burst since " + rates.burstSince() + ": the cumulative sum is beyond " + decision
                : "no burst: the cumulative sum is not beyond " + decision;
    }
}
