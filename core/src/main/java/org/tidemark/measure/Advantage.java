package org.tidemark.measure;

import java.util.Map;

/** Revealed advantage ln((x_ic/x_c)/(x_i/x)) of counts, with the standard error of a log ratio of counts. */
final class Advantage {
    private Advantage() {}

    static Outcome of(Settings settings, Whole.Split newest) {
        String of = settings.text("of", "");
        String group = of.substring(0, of.indexOf('.'));
        String kind = of.substring(of.indexOf('.') + 1);
        double both = 0;
        double ofGroup = 0;
        double ofKind = 0;
        double all = 0;
        for (Map.Entry<String, Double> part : newest.amounts().entrySet()) {
            int stop = part.getKey().indexOf('.');
            boolean its = stop > 0 && part.getKey().substring(0, stop).equals(group);
            boolean same = stop > 0 && part.getKey().substring(stop + 1).equals(kind);
            all += part.getValue();
            ofGroup += its ? part.getValue() : 0;
            ofKind += same ? part.getValue() : 0;
            both += its && same ? part.getValue() : 0;
        }
        if (!(both > 0 && ofGroup > both && ofKind > both && all > ofGroup)) {
            return Outcome.withheld(
                    "part %s: its counts leave nothing to compare with (%s of %s, %s, %s)",
                    of, both, ofGroup, ofKind, all);
        }
        double value = StrictMath.log(both / ofGroup / (ofKind / all));
        double sd = Math.sqrt(Math.max(0, 1 / both - 1 / ofGroup + 1 / ofKind - 1 / all));
        return new Outcome.Told()
                .add("count", both, "units", of)
                .add("ratio", StrictMath.exp(value), "ratio", "share of " + kind + " in " + group + " over that in all")
                .outcome(Bands.normal(value, sd), Bands.below(value, sd, 0), newest.period());
    }
}
