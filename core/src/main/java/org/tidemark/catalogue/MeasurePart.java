package org.tidemark.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.SeriesId;

/**
 * One thing that a measure reads.
 *
 * @param name within its recipe
 * @param function applied to each figure
 * @param indicator that is read; null where it is an estimate
 * @param sector {@code TOTAL}, one sector, or a beginning that ends with {@code *}: every sector that begins so
 * @param source whose figures, since questions differ between publishers; empty for the first by id that has any
 * @param estimate that is read; null where it is an indicator
 */
public record MeasurePart(
        String name,
        Function function,
        @Nullable String indicator,
        String sector,
        String source,
        @Nullable EstimateRef estimate) {
    private static final Pattern FORM =
            Pattern.compile("(?:(?<function>[a-z0-9]+)\\((?<inner>[^()]*)\\)|(?<plain>[^()]*))");
    private static final Pattern SERIES = Pattern.compile(
            "(?<id>[a-z][a-z0-9_.]*)(?:@(?<sector>[^@\\s]+))?(?:\\s+from\\s+(?<source>[A-Z][A-Z0-9_]*))?");
    private static final Pattern ESTIMATE = Pattern.compile(
            "estimate:(?<measure>[a-z0-9_.]+)/(?<concept>[a-z0-9_.]+)(?:@(?<sector>[^#@<>\\s]+))?(?:#(?<term>[a-z0-9_.]+))?(?:(?<side>[<>])(?<bound>-?[0-9.]+))?");

    /** What is done to a figure before it is used. */
    public enum Function {
        NONE,
        LOG,
        LOG10,
        LOGIT,
        /** Change of the logarithm over a year, times 100. */
        GROWTH,
        /** Change over a year. */
        CHANGE;
    }

    /**
     * A number of an estimate of the same economy.
     *
     * @param term of it; null for its value
     * @param above whether {@code bound} is one from below
     * @param bound where the probability of lying beyond it is meant, else null
     */
    public record EstimateRef(
            String measure, String concept, @Nullable String term, boolean above, @Nullable Double bound) {}

    static MeasurePart parse(String name, String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw wrong(name, text);
        }
        String inner = form.group("function") == null ? form.group("plain") : form.group("inner");
        Function function = form.group("function") == null ? Function.NONE : function(name, form.group("function"));
        Matcher estimate = ESTIMATE.matcher(inner.strip());
        if (estimate.matches()) {
            return ofEstimate(name, function, estimate);
        }
        Matcher series = SERIES.matcher(inner.strip());
        if (!series.matches()) {
            throw wrong(name, text);
        }
        String sector = series.group("sector");
        SeriesId.requireIndicator(series.group("id"));
        String source = series.group("source");
        return new MeasurePart(
                name,
                function,
                series.group("id"),
                sector == null ? SeriesId.TOTAL : sector,
                source == null ? "" : source,
                null);
    }

    private static MeasurePart ofEstimate(String name, Function function, Matcher m) {
        String bound = m.group("bound");
        return new MeasurePart(
                name,
                function,
                null,
                m.group("sector") == null ? SeriesId.TOTAL : m.group("sector"),
                "",
                new EstimateRef(
                        m.group("measure"),
                        m.group("concept"),
                        m.group("term"),
                        ">".equals(m.group("side")),
                        bound == null ? null : Double.valueOf(bound)));
    }

    private static Function function(String name, String word) {
        for (Function function : Function.values()) {
            if (function.name().equalsIgnoreCase(word)) {
                return function;
            }
        }
        throw new IllegalArgumentException(
                "indicators: %s: no function '%s'; write log, log10, logit, growth or change".formatted(name, word));
    }

    private static IllegalArgumentException wrong(String name, String text) {
        return new IllegalArgumentException(
                "indicators: %s: '%s' is nothing to read; write an indicator such as supply.output.real, growth(ID), ID@NAICS:51, ID@MODEL:* or estimate:MEASURE/CONCEPT"
                        .formatted(name, text));
    }

    /** Whether a series is of the indicator and the publisher that it reads. */
    public boolean isOf(SeriesId series) {
        return series.indicator().equals(indicator) && (source.isEmpty() || source.equals(series.source()));
    }

    /** Whether its sector names a member of a panel, and a sector of that. */
    boolean isOfMember() {
        return sector.startsWith("ECONOMY:");
    }

    /** Whether it stands for every sector that begins alike. */
    public boolean isMany() {
        return sector.endsWith("*");
    }

    /** Whether a sector is one of those that are read. */
    public boolean takes(String other) {
        return isMany()
                ? !other.equals(SeriesId.TOTAL) && other.startsWith(sector.substring(0, sector.length() - 1))
                : other.equals(sector);
    }

    /** For people and for the list of recipes. */
    public String reads() {
        EstimateRef from = estimate;
        if (from != null) {
            return "estimate " + from.measure() + "/" + from.concept() + (from.term() == null ? "" : "#" + from.term());
        }
        return indicator + (sector.equals(SeriesId.TOTAL) ? "" : "@" + sector);
    }
}
