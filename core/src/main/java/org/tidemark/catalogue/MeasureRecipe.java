package org.tidemark.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;

/**
 * One declared measure.
 *
 * @param id the concept of its estimates
 * @param kind whose name is the measure of its estimates
 * @param rows of the map of mechanisms that it answers; none for a user's own
 * @param scope an economy, {@link #EACH} or {@link #PANEL_OF} and an aggregate
 * @param members economies of a panel; empty for all countries
 * @param parts what it reads, in the order in which they are written
 * @param every {@code month}, {@code quarter} or {@code year} that figures are gathered by; null for as they are
 * @param gather how they are gathered
 * @param windowYears only figures so many years before the newest count; 0 for all
 * @param since first year that counts; 0 for all
 * @param priors what is assumed, by name
 * @param fewest figures of each part
 * @param unit of its estimates
 * @param direction which way is the one that rules watch, for people
 * @param settings of the kind
 * @param groups of sectors whose means kind compare holds against one another; null where whole parts are
 */
public record MeasureRecipe(
        String id,
        MeasureKind kind,
        String title,
        List<Integer> rows,
        String scope,
        List<String> members,
        List<MeasurePart> parts,
        @Nullable String every,
        Gather gather,
        double windowYears,
        double since,
        SortedMap<String, Prior> priors,
        int fewest,
        String unit,
        String direction,
        Map<String, String> settings,
        @Nullable SectorGroups groups) {
    /** Every economy that has figures. */
    public static final String EACH = "each";

    /** Begins the scope of a panel. */
    public static final String PANEL_OF = "panel ";

    private static final int COUNTRY_LETTERS = 2;

    /** How figures within one period are gathered. */
    public enum Gather {
        MEAN,
        SUM,
        COUNT,
        MAX
    }

    public MeasureRecipe {
        rows = List.copyOf(rows);
        members = List.copyOf(members);
        parts = List.copyOf(parts);
        priors = Collections.unmodifiableSortedMap(new TreeMap<>(priors));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    public boolean isPanel() {
        return scope.startsWith(PANEL_OF);
    }

    /** The economy of its estimates, or {@link #EACH}. */
    public String economy() {
        return isPanel() ? scope.substring(PANEL_OF.length()) : scope;
    }

    /** Whether it is asked of an economy. */
    public boolean isOf(String economy) {
        return economy().equals(EACH) || economy().equals(economy);
    }

    /** Whether a panel holds a figure. */
    public boolean takes(FigureId figure) {
        SeriesId series = figure.series();
        return isMember(series.economy())
                && parts.stream().anyMatch(p -> p.isOf(series) && (p.isOfMember() || p.takes(series.sector())));
    }

    /** Whether a panel holds an economy; {@code US-*} among the members stands for all parts of that country. */
    public boolean isMember(String economy) {
        return members.isEmpty()
                ? economy.length() == COUNTRY_LETTERS
                : members.contains(economy) || (economy.indexOf('-') > 0 && members.contains(parts(economy)));
    }

    private static String parts(String economy) {
        return economy.substring(0, economy.indexOf('-') + 1) + '*';
    }
}
