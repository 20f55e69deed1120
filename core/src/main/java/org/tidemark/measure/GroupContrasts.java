package org.tidemark.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.SectorGroups;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Outlook;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;

/**
 * Exposed against unexposed labour series: the gap between the mean of the exposed and that of the unexposed, and how fast
 * it moves, for each sector and for all exposed together. The contrast sees a fall, not its cause.
 */
public final class GroupContrasts implements Method {
    /** The gap, in log points or percentage points. */
    public static final String GAP = "displacement.contrast";
    /** The speed of the gap, per year. */
    public static final String SPEED = "displacement.contrast_speed";

    private static final String EXPOSURE = "exposure";
    private static final String EXPOSURE_CONCEPT = "gpt_beta";

    /** Whatever may change an exposure that comes as a term; else its order of arrival would show. */
    private static final Set<String> EXPOSURE_READS = Set.of("exposure.", "labour.employment.occupation");

    private final Contrasted recipe;

    GroupContrasts(MeasureRecipe recipe, SectorGroups groups, boolean unadjusted) {
        this.recipe = new Contrasted(recipe, groups, unadjusted);
    }

    static void check(MeasureRecipe recipe, SectorGroups groups, Settings settings) {
        settings.requireKnown(Set.of());
        if (recipe.isPanel()) {
            throw settings.wrong("scope", "groups are of the sectors of one economy", "write each, or an economy");
        }
        List<MeasurePart> parts = recipe.parts();
        for (MeasurePart part : parts) {
            if (part.estimate() != null) {
                throw settings.wrong("indicators: " + part.name(), "an estimate", "groups take the mean of indicators");
            }
            boolean plain = part.function() == MeasurePart.Function.NONE;
            if (!plain && !CompareKind.isLog(recipe)) {
                throw settings.wrong(
                        "indicators: " + part.name(),
                        "means are taken of figures or logarithms",
                        "take log of all parts, or nothing");
            }
        }
        long many = parts.stream().filter(MeasurePart::isMany).count();
        if (many == 0) {
            requireOneOfEach(parts, groups, settings);
        } else if (many < parts.size() || many > 2) {
            throw settings.wrong(
                    "indicators",
                    parts.size() + " parts of all sectors or of one",
                    "read one ID@*, a balance of two, or one of each sector");
        } else if (many == 2 && CompareKind.isLog(recipe)) {
            throw settings.wrong("indicators", "a balance may be negative and has no logarithm", "take log off");
        }
        String unit = new Contrasted(recipe, groups, false).unit();
        if (!recipe.unit().equals(unit)) {
            throw settings.wrong("unit", recipe.unit(), "write " + unit);
        }
    }

    private static void requireOneOfEach(List<MeasurePart> parts, SectorGroups groups, Settings settings) {
        Set<String> names = new TreeSet<>();
        parts.forEach(part -> names.add(part.name()));
        if (!names.equals(groups.all())) {
            throw settings.wrong(
                    "indicators",
                    "they are of " + names + " and the sectors are " + groups.all(),
                    "read ID@*, or give each sector of exposed, unexposed and others one indicator");
        }
    }

    @Override
    public Set<String> measures() {
        return Set.of(GAP, SPEED);
    }

    @Override
    public Set<String> besides() {
        return EXPOSURE_READS;
    }

    @Override
    public List<Answer> answers(EconomyFigures figures) {
        List<Answer> answers = new ArrayList<>();
        for (Contrast contrast : contrasts(figures)) {
            answers.addAll(ContrastReport.of(recipe, contrast, exposure(figures, contrast.sector())));
        }
        return answers;
    }

    @Override
    public Outlook outlook(EconomyFigures held, Outlook.Question question) {
        ContrastOutlook outlook = new ContrastOutlook(recipe, contrasts(held));
        Map<EstimateKey, Double> levels = outlook.levels(question.periods());
        Map<FigureId, Double> expected = new HashMap<>(Outlook.last(held, question.figures()));
        expected.replaceAll(outlook::moved);
        return new Outlook(levels, expected);
    }

    private List<Contrast> contrasts(EconomyFigures figures) {
        return Contrast.all(recipe, SectorPanel.of(recipe.recipe(), figures));
    }

    /** Of one sector; that of the whole economy says nothing of the exposed part of it. */
    private static Optional<Estimate> exposure(EconomyFigures figures, String sector) {
        return sector.equals(SeriesId.TOTAL)
                ? Optional.empty()
                : figures.estimate(sector, EXPOSURE, EXPOSURE_CONCEPT)
                        .filter(e -> !e.levels().isEmpty());
    }
}
