package org.tidemark.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the catalogue says of the estimates that are made of several indicators. Immutable, in the order of the names. */
public final class Recipes {
    static final Recipes NONE = new Recipes(
            Map.of(),
            Map.of(),
            null,
            SectorOccupations.NONE,
            null,
            Map.of(),
            MeasureRecipes.NONE,
            ReleaseRules.NONE,
            AlertRules.NONE);

    private final SortedMap<String, Prior> priors;
    private final SortedMap<String, GapRecipe> gaps;
    private final @Nullable LedgerRecipe ledger;
    private final SectorOccupations occupations;
    private final @Nullable PoolRecipe pool;
    private final SortedMap<String, List<String>> ranges;
    private final MeasureRecipes measures;
    private final ReleaseRules releases;
    private final AlertRules alerts;

    private Recipes(
            Map<String, Prior> priors,
            Map<String, GapRecipe> gaps,
            @Nullable LedgerRecipe ledger,
            SectorOccupations occupations,
            @Nullable PoolRecipe pool,
            Map<String, List<String>> ranges,
            MeasureRecipes measures,
            ReleaseRules releases,
            AlertRules alerts) {
        this.priors = Collections.unmodifiableSortedMap(new TreeMap<>(priors));
        this.gaps = Collections.unmodifiableSortedMap(new TreeMap<>(gaps));
        this.ledger = ledger;
        this.occupations = occupations;
        this.pool = pool;
        this.ranges = Collections.unmodifiableSortedMap(new TreeMap<>(ranges));
        this.measures = measures;
        this.releases = releases;
        this.alerts = alerts;
    }

    static Recipes from(CatalogueFile file, String rulesVersion) {
        Map<String, Prior> priors = new TreeMap<>();
        CatalogueFile.orEmpty(file.priors()).forEach((name, text) -> priors.put(name, prior(name, text)));
        Map<String, GapRecipe> gaps = new TreeMap<>();
        CatalogueFile.orEmpty(file.gaps()).forEach((id, text) -> gaps.put(id, text.recipe(id)));
        LedgerText ledger = file.ledger();
        SectorOccupationsText occupations = file.occupations();
        PoolText pool = file.pool();
        ReleaseRules releases = ReleaseRules.from(file);
        return new Recipes(
                priors,
                gaps,
                ledger == null ? null : ledger.recipe(),
                occupations == null ? SectorOccupations.NONE : occupations.table(),
                pool == null ? null : pool.recipe(releases.breaks()),
                CatalogueFile.orEmpty(file.ranges()),
                MeasureRecipes.from(file),
                releases,
                AlertRules.from(file, rulesVersion));
    }

    static Prior prior(String name, CatalogueFile.PriorText t) {
        Double mean = t.mean();
        if (mean == null) {
            throw new IllegalArgumentException("catalogue: prior %s: mean is missing".formatted(name));
        }
        return new Prior(
                name,
                mean,
                t.observations(),
                t.sd(),
                t.unit() == null ? "share" : t.unit(),
                t.citation() == null ? "" : t.citation());
    }

    /**
     * One prior.
     *
     * @throws IllegalArgumentException when the catalogue has none of that name
     */
    public Prior prior(String name) {
        Prior prior = priors.get(name);
        if (prior == null) {
            throw new IllegalArgumentException(
                    "catalogue: prior %s is missing; add it under priors with mean and citation".formatted(name));
        }
        return prior;
    }

    /** Demand against supply, by id. */
    public SortedMap<String, GapRecipe> gaps() {
        return gaps;
    }

    /** The displacement ledger; empty when the catalogue describes none. */
    public Optional<LedgerRecipe> ledger() {
        return Optional.ofNullable(ledger);
    }

    /** The declared measures and the rows that they answer. */
    public MeasureRecipes measures() {
        return measures;
    }

    /** How releases are judged, and which breaks are known. */
    public ReleaseRules releases() {
        return releases;
    }

    /** When an alert is raised. */
    public AlertRules alerts() {
        return alerts;
    }

    /** How sources and concepts become one estimate; empty when the catalogue does not say. */
    public Optional<PoolRecipe> pool() {
        return Optional.ofNullable(pool);
    }

    /**
     * Of a concept, the others whose sources ask the same of another population or in another way: they are no part of its
     * level, and are compared with it where sources disagree.
     */
    public SortedMap<String, List<String>> ranges() {
        return ranges;
    }

    /** Which occupations stand for which sectors; an empty table when the catalogue has none. */
    public SectorOccupations occupations() {
        return occupations;
    }
}
