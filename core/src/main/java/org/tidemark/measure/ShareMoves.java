package org.tidemark.measure;

/** How far shares have moved: drift of the centred log ratio, dissimilarity, churn of the largest. */
final class ShareMoves {
    private static final double PERCENT = 100;

    private ShareMoves() {}

    static Outcome of(String told, Settings settings, Whole whole, double draws) {
        Whole.Split before = whole.before(settings.number("years_back", 0.9));
        if (before == null) {
            return Outcome.withheld("no two periods far enough apart; a move needs two");
        }
        double[][] s = Whole.aligned(before.shares(), whole.newest().shares());
        double years = whole.newest().period().midYear() - before.period().midYear();
        Outcome.Told words = new Outcome.Told()
                .add("years", years, "years", "from " + before.period().label())
                .add("draws", draws, "draws", "of the Dirichlet whose scatter this is");
        return told.equals("drift") ? drift(words, whole, s, years, draws) : dissimilarity(words, whole, s, draws);
    }

    /** Half the sum of the moves, less what sampling alone would make of them: the mean of a folded normal. */
    private static Outcome dissimilarity(Outcome.Told told, Whole whole, double[][] s, double draws) {
        double moved = 0;
        double sampled = 0;
        double variance = 0;
        for (int i = 0; i < s[0].length; i++) {
            double mean = (s[0][i] + s[1][i]) / 2;
            double sd = Math.sqrt(2 * mean * (1 - mean) / (draws + 1));
            moved += Math.abs(s[1][i] - s[0][i]) / 2;
            sampled += sd * Math.sqrt(2 / Math.PI) / 2;
            variance += sd * sd / 4;
        }
        double value = PERCENT * Math.max(0, moved - sampled);
        return told.add("raw", PERCENT * moved, "percent", "half the sum of the moves of all shares")
                .add("noise_floor", PERCENT * sampled, "percent", "what sampling alone would give")
                .outcome(
                        Bands.within(Bands.normal(value, PERCENT * Math.sqrt(variance)), 0, PERCENT),
                        null,
                        whole.newest().period());
    }

    /** A part that is not there has half a draw: a logarithm needs something. */
    private static Outcome drift(Outcome.Told told, Whole whole, double[][] s, double years, double draws) {
        int k = s[0].length;
        double floor = 0.5 / Math.max(1, draws);
        double[] change = new double[k];
        double noise = 0;
        for (int i = 0; i < k; i++) {
            double was = Math.max(floor, s[0][i]);
            double is = Math.max(floor, s[1][i]);
            change[i] = StrictMath.log(is) - StrictMath.log(was);
            noise += 1 / (draws * was) + 1 / (draws * is);
        }
        double mean = Least.mean(change);
        double norm = 0;
        for (double c : change) {
            norm += (c - mean) * (c - mean);
        }
        double value = Math.sqrt(norm) / years;
        double sd = Math.sqrt(noise / k) / years;
        return told.add("noise_floor", Math.sqrt(noise) / years, "per_year", "what sampling alone would give")
                .outcome(
                        Bands.within(Bands.normal(value, sd), 0, Double.MAX_VALUE),
                        null,
                        whole.newest().period());
    }

    /** The mean of what the largest change by from each period to the next. */
    static Outcome churn(Whole whole, double[] churn) {
        if (whole.periods().size() < 4) {
            return Outcome.withheld(
                    "%d periods; at least 4 are needed", whole.periods().size());
        }
        double error = Math.sqrt(Least.variance(churn) / churn.length);
        return new Outcome.Told()
                .add("newest", churn[churn.length - 1], "percent", "from the last period but one to the last")
                .add("periods", churn.length, "periods", "that the mean is of")
                .outcome(
                        Bands.within(Bands.student(Least.mean(churn), error, churn.length - 1), 0, PERCENT),
                        null,
                        whole.newest().period());
    }
}
