package org.tidemark.estimate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Period;

/**
 * One update of one estimate.
 *
 * @param key what and of whom
 * @param asOf the publication instant that it was known at
 * @param period reference period of the newest input
 * @param inputs how many figures it rests on
 * @param inputsHash hash of those figures, hexadecimal
 * @param model version of the method and its parameters
 * @param unit unit of the levels
 * @param levels by horizon, in the order of {@link Horizon}
 * @param trajectory null while it is too early to claim one
 * @param terms what it is made of and what comes with it, in the order in which they are told
 * @param withheld why there is no number, for people; null when there is one, or when nothing is left to estimate from
 */
public record Estimate(
        EstimateKey key,
        Instant asOf,
        Period period,
        int inputs,
        String inputsHash,
        String model,
        String unit,
        List<HorizonValue> levels,
        @Nullable Trajectory trajectory,
        List<Term> terms,
        @Nullable String withheld) {
    public Estimate {
        levels = List.copyOf(levels);
        terms = List.copyOf(terms);
        if (withheld != null && !levels.isEmpty()) {
            throw new IllegalArgumentException("%s is withheld (%s) and has levels".formatted(key, withheld));
        }
    }

    /** The median at a horizon; empty where none is claimed. */
    public Optional<Double> level(Horizon horizon) {
        return levels.stream()
                .filter(level -> level.horizon() == horizon)
                .map(level -> level.band().value())
                .findFirst();
    }

    /** Whether only the speed and one year ahead are claimed: stage, dates and later years need more figures. */
    public boolean isEarly() {
        return trajectory != null && inputs < BankModel.OBSERVATIONS_MIN;
    }

    /** The same, known no earlier than an instant: what is said on other grounds than figures was not said before. */
    public Estimate knownFrom(Instant floor) {
        return asOf.isBefore(floor)
                ? new Estimate(key, floor, period, inputs, inputsHash, model, unit, levels, trajectory, terms, withheld)
                : this;
    }

    /** The same with other terms. */
    public Estimate with(List<Term> others) {
        return new Estimate(key, asOf, period, inputs, inputsHash, model, unit, levels, trajectory, others, withheld);
    }

    /** Nothing is left to estimate from: said by an estimate that rests on no input and has no level. */
    public static Estimate withdrawn(EstimateKey key, Instant asOf, String model, String unit) {
        return new Estimate(
                key,
                asOf,
                Period.day(LocalDate.ofInstant(asOf, ZoneOffset.UTC)),
                0,
                InputsHash.NONE.hex(),
                model,
                unit,
                List.of(),
                null);
    }

    /** One that comes without terms. */
    public Estimate(
            EstimateKey key,
            Instant asOf,
            Period period,
            int inputs,
            String inputsHash,
            String model,
            String unit,
            List<HorizonValue> levels,
            @Nullable Trajectory trajectory) {
        this(key, asOf, period, inputs, inputsHash, model, unit, levels, trajectory, List.of(), null);
    }
}
