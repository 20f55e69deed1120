package org.tidemark.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.SeriesId;

/**
 * How one gap is made.
 *
 * @param id name in the catalogue, and the concept of its estimates
 * @param title one line for people
 * @param kind what its indicators are, and so how they are put together
 * @param headline whether it speaks for the economy, and is taken apart
 * @param since first day that counts; null for all that is held
 * @param demand indicators of demand, in the order of the kind
 * @param supply indicators of supply, in the order of the kind
 * @param noise standard deviation of a {@link Kind#GROWTH} difference, percentage points; 0 elsewhere
 */
public record GapRecipe(
        String id,
        String title,
        Kind kind,
        boolean headline,
        @Nullable LocalDate since,
        List<String> demand,
        List<String> supply,
        double noise) {

    /** What the indicators of a gap are. */
    public enum Kind {
        /** Demand is a nominal level and its deflator, or a real level; supply is output and its utilisation in percent. */
        CAPACITY(1, 2, "[nominal, deflator] or [real]", 2, "[output, utilisation]"),
        /** Demand is nominal growth and growth of prices; supply is growth of output. */
        GROWTH(2, 2, "[nominal growth, growth of prices]", 1, "[growth of output]"),
        /** Demand and supply are shares of firms that report more and less. */
        BALANCE(2, 2, "[increased, decreased]", 2, "[increased, decreased]");

        private final int demandLeast;
        private final int demandMost;
        private final String demandForm;
        private final int supplySize;
        private final String supplyForm;

        Kind(int demandLeast, int demandMost, String demandForm, int supplySize, String supplyForm) {
            this.demandLeast = demandLeast;
            this.demandMost = demandMost;
            this.demandForm = demandForm;
            this.supplySize = supplySize;
            this.supplyForm = supplyForm;
        }
    }

    public GapRecipe {
        demand = List.copyOf(demand);
        supply = List.copyOf(supply);
        requireSize(id, "demand", demand, kind.demandLeast, kind.demandMost, kind.demandForm);
        requireSize(id, "supply", supply, kind.supplySize, kind.supplySize, kind.supplyForm);
        Stream.concat(demand.stream(), supply.stream()).forEach(SeriesId::requireIndicator);
        if (!(noise >= 0 && Double.isFinite(noise))) {
            throw new IllegalArgumentException(
                    "catalogue: gap %s: noise %s; it must be finite and not negative".formatted(id, noise));
        }
        boolean takesNoise = kind == Kind.GROWTH;
        if (takesNoise != noise > 0) {
            throw new IllegalArgumentException(
                    "catalogue: gap %s: noise %s; a gap of kind growth needs one above 0, no other kind takes one"
                            .formatted(id, noise));
        }
    }

    private static void requireSize(String id, String side, List<String> held, int least, int most, String form) {
        if (held.size() < least || held.size() > most) {
            throw new IllegalArgumentException(
                    "catalogue: gap %s: %s names %d indicators; write %s".formatted(id, side, held.size(), form));
        }
    }

    /** All its indicators, supply first. */
    public List<String> indicators() {
        return Stream.concat(supply.stream(), demand.stream()).toList();
    }
}
