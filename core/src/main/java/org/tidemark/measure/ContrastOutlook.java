package org.tidemark.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.GaussianSpeed;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;

/**
 * What the contrasts of one recipe expect before figures come. A contrast knows of a gap and not of what moves both sides of
 * it: the basket is expected to stay, and every other sector to move as its own gap is expected to.
 */
final class ContrastOutlook {
    private final Contrasted recipe;
    private final Map<String, ContrastPath> paths = new HashMap<>();

    ContrastOutlook(Contrasted recipe, List<Contrast> contrasts) {
        this.recipe = recipe;
        for (Contrast contrast : contrasts) {
            if (contrast.path() != null) {
                paths.put(contrast.sector(), contrast.path());
            }
        }
    }

    /** Gaps and speeds carried to the middle of a period, in the published unit. */
    Map<EstimateKey, Double> levels(Map<EstimateKey, Period> periods) {
        Map<EstimateKey, Double> levels = new HashMap<>();
        double scale = recipe.scale();
        periods.forEach((key, period) -> {
            ContrastPath path = key.concept().equals(recipe.id()) ? paths.get(key.sector()) : null;
            if (path != null) {
                GaussianSpeed then = path.at(period.midYear());
                levels.put(key, scale * (key.measure().equals(GroupContrasts.GAP) ? then.level() : then.speed()));
            }
        });
        return levels;
    }

    /** The last value of a series, moved as the gap of its sector is expected to; untouched where it is of another recipe. */
    double moved(FigureId id, double last) {
        String sector = sector(id);
        ContrastPath path = sector == null || recipe.groups().unexposed().contains(sector) ? null : paths.get(sector);
        if (path == null) {
            return last;
        }
        double by = path.measuredAt(id.period().midYear()) - path.newest().gap().value();
        if (recipe.log()) {
            return last * StrictMath.exp(by);
        }
        MeasurePart minus = recipe.minus();
        if (minus == null) {
            return last + by;
        }
        // A balance may rise by more of the one answer or less of the other: half by each.
        return minus.isOf(id.series()) ? last - by / 2 : last + by / 2;
    }

    private @Nullable String sector(FigureId id) {
        return recipe.recipe().parts().stream()
                .filter(part -> part.isOf(id.series()))
                .findFirst()
                .map(part -> part.isMany() ? id.series().sector() : part.name())
                .orElse(null);
    }
}
