package org.tidemark.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.Prior;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.IncompleteBeta;

/**
 * Parts of a whole: concentration (Hannah and Kay 1977), the share of one, entropy, drift of the centred log ratio
 * (Aitchison 1986), churn, dissimilarity less what sampling alone gives (Duncan and Duncan 1955), revealed advantage
 * (Balassa 1965). Bands are a Dirichlet's whose draws are learnt from the scatter between periods.
 */
final class SharesKind implements Kind {
    private static final Set<String> TOLD =
            Set.of("hhi", "share", "effective", "cr4", "entropy", "drift", "churn", "dissimilarity", "advantage");
    private static final Set<String> SETTINGS =
            Set.of("tell", "of", "bound", "group", "cover", "first", "years_back", "counts", "whole");
    private static final double POINTS = 10_000;
    private static final double PERCENT = 100;
    private static final double COVER = 0.8;

    @Override
    public void check(MeasureRecipe recipe, Settings settings) {
        settings.requireKnown(SETTINGS);
        String told = settings.word("tell", "hhi", TOLD);
        settings.word("group", "no", Set.of("no", "yes"));
        settings.word("counts", "no", Set.of("no", "yes"));
        for (String number : List.of("bound", "cover", "first", "years_back", "whole")) {
            settings.number(number, 0);
        }
        if ((told.equals("share") || told.equals("advantage")) && !settings.has("of")) {
            throw settings.wrong("settings: of", "missing", "name the part that is told");
        }
        if (told.equals("advantage") && settings.text("of", "").indexOf('.') < 1) {
            throw settings.wrong(
                    "settings: of", "'" + settings.text("of", "") + "'", "write group and class, such as US.Language");
        }
    }

    @Override
    public Course course(MeasureRecipe recipe, Settings settings) {
        Whole whole = new Whole(settings.text("group", "no").equals("yes"), settings.number("whole", 0));
        String told = settings.word("tell", "hhi", TOLD);
        ShareHistory history =
                new ShareHistory(whole, shares -> moment(told, shares).value());
        return new Course() {
            @Override
            public Outcome of(Parts parts) {
                whole.take(parts);
                history.keep(whole.same());
                return whole.periods().isEmpty()
                        ? Outcome.withheld("no period in which the whole and a part of it are above 0")
                        : SharesKind.of(recipe, settings, whole, history);
            }

            @Override
            public int size() {
                return whole.figures();
            }
        };
    }

    private static Outcome of(MeasureRecipe recipe, Settings settings, Whole whole, ShareHistory history) {
        String told = settings.word("tell", "hhi", TOLD);
        return switch (told) {
            case "advantage" -> Advantage.of(settings, whole.newest());
            case "churn" -> ShareMoves.churn(whole, history.churn((int) settings.number("first", 10)));
            case "drift", "dissimilarity" -> ShareMoves.of(told, settings, whole, draws(recipe, settings, whole));
            case "share" -> share(recipe, settings, whole);
            default -> spread(recipe, settings, whole, history);
        };
    }

    /** Counted units where the parts are counts, a prior where one is cited, else what the scatter says. */
    private static double draws(MeasureRecipe recipe, Settings settings, Whole whole) {
        if (settings.text("counts", "no").equals("yes")) {
            return whole.newest().of();
        }
        Prior prior = recipe.priors().get("draws");
        return prior == null ? whole.draws() : prior.mean();
    }

    private static Outcome share(MeasureRecipe recipe, Settings settings, Whole whole) {
        String of = settings.text("of", "");
        Double s = whole.newest().shares().get(of);
        if (s == null) {
            return Outcome.withheld(
                    "part %s: not among those of %s: %s",
                    of,
                    whole.newest().period(),
                    String.join(", ", whole.newest().shares().keySet()));
        }
        double n = draws(recipe, settings, whole);
        if (Double.isNaN(n)) {
            return Outcome.withheld("one period and no prior 'draws': how sure the share is cannot be told");
        }
        double a = s * n + 0.5;
        double b = (1 - s) * n + 0.5;
        double bound = settings.number("bound", PERCENT / 2);
        Outcome.Told told = new Outcome.Told()
                .add(
                        "p_above",
                        1 - IncompleteBeta.regularised(a, b, bound / PERCENT),
                        "probability",
                        "P(share > " + bound + " %)")
                .add("draws", n, "draws", "of the Dirichlet whose scatter this is")
                .add(
                        "covered",
                        PERCENT * whole.newest().covered(),
                        "percent",
                        "of the whole by the parts that are held");
        moved(told, whole, shares -> shares.getOrDefault(of, 0.0) * PERCENT, "percentage_points");
        Banded beta = Bands.beta(a, b);
        Banded around = new Banded(
                s,
                Math.min(s, beta.lower80()),
                Math.max(s, beta.upper80()),
                Math.min(s, beta.lower95()),
                Math.max(s, beta.upper95()));
        return told.outcome(around.times(PERCENT), null, whole.newest().period());
    }

    private static void moved(
            Outcome.Told told, Whole whole, ToDoubleFunction<SortedMap<String, Double>> number, String unit) {
        Whole.Split before = whole.before(0.9);
        if (before != null) {
            double change = number.applyAsDouble(whole.newest().shares()) - number.applyAsDouble(before.shares());
            told.add("change", change, unit, "since " + before.period().label());
        }
    }

    private static Outcome spread(MeasureRecipe recipe, Settings settings, Whole whole, ShareHistory history) {
        String word = settings.word("tell", "hhi", TOLD);
        SortedMap<String, Double> shares = whole.newest().shares();
        double covered = whole.newest().covered();
        if (covered < settings.number("cover", COVER) || shares.size() < 2) {
            return bounds(whole, shares, covered, word);
        }
        double n = draws(recipe, settings, whole);
        if (Double.isNaN(n)) {
            return Outcome.withheld("one period and no prior 'draws': how sure the shares are cannot be told");
        }
        Moment moment = moment(word, shares);
        double sd = Math.sqrt(moment.variance() / (n + 1));
        Outcome.Told told = new Outcome.Told();
        told.add("hhi", POINTS * hhi(shares), "points", "sum of squared shares in percent");
        told.add("effective_number", 1 / hhi(shares), "parts", "1 / HHI");
        told.add(
                "leader",
                PERCENT * shares.values().stream().mapToDouble(s -> s).max().orElse(0),
                "percent",
                leader(shares) + " leads");
        told.add("cr4", PERCENT * top(shares, 4), "percent", "the four largest");
        told.add("draws", n, "draws", "of the Dirichlet whose scatter this is");
        told.add("covered", PERCENT * covered, "percent", "of the whole by the parts that are held");
        moved(told, whole, s -> moment(word, s).value(), recipe.unit());
        history.addExtremes(told, recipe.unit());
        @Nullable Double bound = settings.has("bound") ? settings.number("bound", 0) : null;
        if (bound != null) {
            told.add("p_above", 1 - Bands.below(moment.value(), sd, bound), "probability", "P(above " + bound + ")");
        }
        return told.outcome(
                Bands.within(Bands.normal(moment.value(), sd), 0, Double.MAX_VALUE),
                null,
                whole.newest().period());
    }

    /** A number and n + 1 times its variance under a Dirichlet of n draws, by the delta method. */
    private record Moment(double value, double variance) {}

    private static Moment moment(String word, SortedMap<String, Double> shares) {
        double h = hhi(shares);
        double cubes = 0;
        double entropy = 0;
        double logs = 0;
        for (double s : shares.values()) {
            cubes += s * s * s;
            if (s > 0) {
                double log = StrictMath.log(s);
                entropy -= s * log;
                logs += s * log * log;
            }
        }
        double ofHhi = Math.max(0, 4 * (cubes - h * h));
        return switch (word) {
            case "effective" -> new Moment(1 / h, ofHhi / (h * h * h * h));
            case "entropy" -> new Moment(entropy, Math.max(0, logs - entropy * entropy));
            case "cr4" ->
                new Moment(
                        PERCENT * top(shares, 4), PERCENT * PERCENT * top(shares, 4) * Math.max(0, 1 - top(shares, 4)));
            default -> new Moment(POINTS * h, POINTS * POINTS * ofHhi);
        };
    }

    static double hhi(Map<String, Double> shares) {
        double sum = 0;
        for (double s : shares.values()) {
            sum += s * s;
        }
        return sum;
    }

    private static double top(Map<String, Double> shares, int k) {
        return shares.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(k)
                .mapToDouble(s -> s)
                .sum();
    }

    static String leader(SortedMap<String, Double> shares) {
        String leader = "";
        double most = -1;
        for (Map.Entry<String, Double> s : shares.entrySet()) {
            if (s.getValue() > most) {
                most = s.getValue();
                leader = s.getKey();
            }
        }
        return leader;
    }

    /** Where only the largest are known: what is not named is at least split as finely as can be, at most as coarsely. */
    private static Outcome bounds(Whole whole, SortedMap<String, Double> shares, double covered, String word) {
        if (!word.equals("hhi")) {
            return Outcome.withheld(
                    "the parts that are held cover %s %% of the whole; at least 80 are needed",
                    Math.round(PERCENT * covered));
        }
        double known = hhi(shares);
        double rest = Math.max(0, 1 - covered);
        double smallest = new TreeSet<>(shares.values()).first();
        double whole1 = Math.floor(rest / smallest + 1e-12);
        double left = rest - whole1 * smallest;
        double most = known + whole1 * smallest * smallest + left * left;
        double middle = (known + most) / 2;
        Banded band = new Banded(middle, known, most, known, most);
        return new Outcome.Told()
                .add("lowest_possible", POINTS * known, "points", "the rest split without end")
                .add(
                        "highest_possible",
                        POINTS * most,
                        "points",
                        "the rest in parts as large as the smallest named one")
                .add(
                        "covered",
                        PERCENT * covered,
                        "percent",
                        "of the whole by the parts that are held; between the bounds nothing is told")
                .outcome(band.times(POINTS), null, whole.newest().period());
    }
}
