package org.tidemark.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A measure as it is written in YAML; what is absent is null. */
record MeasureText(
        @Nullable String kind,
        @Nullable String title,
        @Nullable List<Integer> row,
        @Nullable String scope,
        @Nullable List<String> members,
        @Nullable Map<String, String> indicators,
        @Nullable String every,
        @Nullable String gather,
        @JsonProperty("window_years") @Nullable Double windowYears,
        @Nullable Double since,
        @Nullable Map<String, CatalogueFile.PriorText> priors,
        @Nullable Integer fewest,
        @Nullable String unit,
        @Nullable String direction,
        @Nullable Map<String, String> settings,
        @Nullable SectorGroupsText groups,
        @JsonProperty("common_base") @Nullable Boolean commonBase,
        @Nullable FilterText filter,
        @Nullable String background) {

    record FilterText(
            @Nullable Double reversion,
            @JsonProperty("speed_noise") @Nullable Double speedNoise,
            @JsonProperty("level_noise") @Nullable Double levelNoise,
            @Nullable Double noise,
            @Nullable Double gate) {}

    private static final FilterText UNSAID = new FilterText(null, null, null, null, null);
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_.]{0,59}");
    private static final Set<String> EVERY = Set.of("week", "month", "quarter", "year");
    private static final int FEWEST_DEFAULT = 1;

    MeasureRecipe recipe(String id) {
        try {
            return made(id);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("catalogue: measure %s: %s".formatted(id, e.getMessage()), e);
        }
    }

    private MeasureRecipe made(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "id: write lower case with underscores or full stops, such as robot_share");
        }
        List<MeasurePart> parts = new ArrayList<>();
        CatalogueFile.orEmpty(indicators).forEach((name, text) -> parts.add(MeasurePart.parse(name, text)));
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("indicators: nothing is read; write a name and an indicator under it");
        }
        Map<String, Prior> assumed = new TreeMap<>();
        CatalogueFile.orEmpty(priors).forEach((name, text) -> assumed.put(name, Recipes.prior(name, text)));
        return new MeasureRecipe(
                id,
                word("kind", kind, MeasureKind.class),
                title == null ? id : title,
                row == null ? List.of() : row,
                scope == null ? MeasureRecipe.EACH : scope,
                members == null ? List.of() : members,
                parts,
                span(),
                gather == null ? MeasureRecipe.Gather.MEAN : word("gather", gather, MeasureRecipe.Gather.class),
                notNegative("window_years", windowYears),
                notNegative("since", since),
                new TreeMap<>(assumed),
                least(),
                needed("unit", unit, "the unit of its estimates"),
                direction == null ? "" : direction,
                CatalogueFile.orEmpty(settings),
                groups(parts));
    }

    private @Nullable SectorGroups groups(List<MeasurePart> parts) {
        if (groups == null) {
            if (commonBase != null || filter != null || background != null) {
                throw new IllegalArgumentException(
                        "groups: missing; common_base, filter and background are of groups of sectors: write exposed and unexposed under groups");
            }
            return null;
        }
        boolean log = parts.stream().allMatch(part -> part.function() == MeasurePart.Function.LOG);
        return groups.groups(
                commonBase == null || commonBase, filter(log, filter == null ? UNSAID : filter), background);
    }

    /** Only logs have noises that fit any series; those of percentages depend on what is asked and how often. */
    private static ContrastFilter filter(boolean log, FilterText t) {
        ContrastFilter d = ContrastFilter.OF_LOGS;
        return new ContrastFilter(
                or(t.reversion(), d.reversion()),
                log ? or(t.speedNoise(), d.speedNoise()) : noise("speed_noise", t.speedNoise()),
                log ? or(t.levelNoise(), d.levelNoise()) : noise("level_noise", t.levelNoise()),
                log ? or(t.noise(), d.noise()) : noise("noise", t.noise()),
                or(t.gate(), d.gate()));
    }

    private static double or(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }

    private static double noise(String field, @Nullable Double value) {
        return needed("filter: " + field, value, "it in the unit of the figures, or take log of them");
    }

    private int least() {
        int least = fewest == null ? FEWEST_DEFAULT : fewest;
        if (least < 1) {
            throw new IllegalArgumentException("fewest: %d; write 1 or more".formatted(least));
        }
        return least;
    }

    private @Nullable String span() {
        if (every != null && !EVERY.contains(every)) {
            throw new IllegalArgumentException("every: '%s'; write week, month, quarter or year".formatted(every));
        }
        return every;
    }

    private static double notNegative(String field, @Nullable Double value) {
        if (value != null && !(value >= 0)) {
            throw new IllegalArgumentException("%s: %s; write 0 or more".formatted(field, value));
        }
        return value == null ? 0 : value;
    }

    private static <E extends Enum<E>> E word(String field, @Nullable String text, Class<E> words) {
        List<String> known = new ArrayList<>();
        for (E word : words.getEnumConstants()) {
            String written = word.name().toLowerCase(Locale.ROOT);
            if (written.equals(text)) {
                return word;
            }
            known.add(written);
        }
        throw new IllegalArgumentException("%s: %s; write one of %s"
                .formatted(field, text == null ? "missing" : "'" + text + "'", String.join(", ", known)));
    }

    private static <T> T needed(String field, @Nullable T value, String remedy) {
        if (value == null) {
            throw new IllegalArgumentException("%s: missing; write %s".formatted(field, remedy));
        }
        return value;
    }
}
