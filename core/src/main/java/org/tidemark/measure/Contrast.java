package org.tidemark.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.SectorGroups;
import org.tidemark.estimate.Season;
import org.tidemark.series.SeriesId;

/**
 * One contrast of one economy: who is contrasted with whom, and the path of the gap, or why there is none.
 *
 * @param sector that it speaks of; TOTAL for the mean of the exposed
 * @param exposed the sectors above, by name
 * @param unexposed the basket below, by name; never one of those above
 * @param season how the season of its series is kept out
 * @param path null where it is withheld
 * @param withheld why there is no number; null where there is
 */
record Contrast(
        String sector,
        List<Sector> exposed,
        List<Sector> unexposed,
        Season season,
        @Nullable ContrastPath path,
        @Nullable String withheld) {
    /** Claim nothing from fewer. */
    static final int PERIODS_MIN = 4;

    /** Every contrast that the panel gives ground for: each of its sectors, and the mean of the exposed. */
    static List<Contrast> all(Contrasted recipe, SectorPanel panel) {
        List<Contrast> all = new ArrayList<>();
        for (Sector sector : panel.sectors()) {
            all.add(of(recipe, panel, sector.name(), List.of(sector)));
        }
        List<Sector> exposed = panel.shown(recipe.groups().exposed());
        if (!exposed.isEmpty() || !panel.shown(recipe.groups().unexposed()).isEmpty()) {
            all.add(of(recipe, panel, SeriesId.TOTAL, exposed));
        }
        return all;
    }

    private static Contrast of(Contrasted recipe, SectorPanel panel, String name, List<Sector> exposed) {
        if (!name.equals(SeriesId.TOTAL) && !recipe.groups().knows(name)) {
            String reason =
                    "it is not known whether %s is exposed: add it to exposed, unexposed or others of contrast %s in the catalogue"
                            .formatted(name, recipe.id());
            return new Contrast(name, exposed, List.of(), Season.ABSENT, null, reason);
        }
        List<Sector> basket = panel.shown(recipe.groups().unexposed()).stream()
                .filter(s -> !s.name().equals(name))
                .toList();
        return obstacle(recipe, exposed, basket)
                .map(reason -> new Contrast(name, exposed, basket, Season.ABSENT, null, reason))
                .orElseGet(() -> folded(
                        recipe,
                        name,
                        exposed,
                        basket,
                        new GapSeries(panel.gaps(exposed, basket), recipe.unadjusted())));
    }

    private static Contrast folded(
            Contrasted recipe, String name, List<Sector> exposed, List<Sector> basket, GapSeries gaps) {
        if (gaps.held().size() < PERIODS_MIN) {
            String reason = "too early: only %d periods have figures of all %d series, at least %d are needed"
                    .formatted(gaps.held().size(), exposed.size() + basket.size(), PERIODS_MIN);
            return new Contrast(name, exposed, basket, Season.ABSENT, null, reason);
        }
        return new Contrast(
                name, exposed, basket, gaps.season(), gaps.path(recipe.groups().filter(), recipe.log()), null);
    }

    private static Optional<String> obstacle(Contrasted recipe, List<Sector> exposed, List<Sector> basket) {
        if (exposed.isEmpty()) {
            return Optional.of("no figures of any exposed sector are held");
        }
        if (basket.size() < SectorGroups.BASKET_MIN) {
            return Optional.of("the unexposed basket has %d of its %d sectors here, at least %d are needed"
                    .formatted(basket.size(), recipe.groups().unexposed().size(), SectorGroups.BASKET_MIN));
        }
        List<Sector> all = new ArrayList<>(exposed);
        all.addAll(basket);
        return all.stream()
                .sorted(Comparator.comparing(Sector::name))
                .map(Sector::fault)
                .filter(fault -> fault != null)
                .findFirst();
    }
}
