package org.tidemark.catalogue;

import static org.tidemark.catalogue.WrittenFields.lag;
import static org.tidemark.catalogue.WrittenFields.needed;
import static org.tidemark.catalogue.WrittenFields.oneOf;
import static org.tidemark.catalogue.WrittenFields.or;
import static org.tidemark.catalogue.WrittenFields.range;
import static org.tidemark.catalogue.WrittenFields.transform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.CatalogueFile.EntryText;
import org.tidemark.catalogue.CatalogueFile.SdmxRowText;
import org.tidemark.catalogue.CatalogueFile.SdmxText;
import org.tidemark.catalogue.CatalogueFile.SourceText;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.SeriesId;

/** From the written catalogue to the one that is used: defaults filled in, texts turned into values. */
final class CatalogueBuild {
    private static final EconomyNames SHIPPED_NAMES = EconomyNames.shipped();
    private static final String ANNUAL = "annual";

    private CatalogueBuild() {}

    static Catalogue from(CatalogueFile file, String hash, String rulesVersion) {
        Map<String, String> aggregates = CatalogueFile.orEmpty(file.aggregates());
        EconomyCodes.requireNoCountry(aggregates);
        AggregateProxy standsFor = new AggregateProxy(aggregates);
        List<Family> families = new ArrayList<>();
        CatalogueFile.orEmpty(file.families()).forEach((prefix, text) -> families.add(family(prefix, text, standsFor)));
        Map<String, SourceProfile> sources = new LinkedHashMap<>();
        CatalogueFile.orEmpty(file.sources()).forEach((id, text) -> sources.put(id, source(id, text)));
        Catalogue familiesOnly = new Catalogue(
                Map.of(),
                families,
                Map.of(),
                Map.of(),
                EconomyNames.NONE,
                Map.of(),
                List.of(),
                SdmxAttributes.NONE,
                Recipes.NONE,
                Map.of(),
                Map.of(),
                Map.of(),
                "");
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        CatalogueFile.orEmpty(file.indicators())
                .forEach((id, text) -> indicators.put(id, indicator(id, text, familiesOnly, standsFor)));
        requireNames(file, familiesOnly);
        Map<String, EndedSeries> ended = new LinkedHashMap<>();
        CatalogueFile.orEmpty(file.indicators()).forEach((id, text) -> {
            if (text.ended() != null) {
                ended.put(
                        indicator(id, text, familiesOnly, standsFor).concept(),
                        EndedSeries.parse(id, text.ended(), text.successor()));
            }
        });
        List<SdmxMapping> sdmx = file.sdmx() == null
                ? List.of()
                : file.sdmx().stream().map(t -> sdmx(t, familiesOnly)).toList();
        return new Catalogue(
                indicators,
                families,
                sources,
                aggregates,
                SHIPPED_NAMES.with(CatalogueFile.orEmpty(file.economies())),
                CatalogueFile.orEmpty(file.columns()),
                sdmx,
                file.attributes() == null
                        ? SdmxAttributes.NONE
                        : file.attributes().attributes(),
                Recipes.from(file, rulesVersion),
                mappings(file, familiesOnly),
                ended,
                endpoints(file, sources),
                hash);
    }

    /** Names that no figure could ever have are slips of the pen. */
    private static void requireNames(CatalogueFile file, Catalogue families) {
        CatalogueFile.orEmpty(file.aggregates()).keySet().forEach(SeriesId::requireEconomy);
        CatalogueFile.orEmpty(file.economies()).values().forEach(SeriesId::requireEconomy);
        CatalogueFile.orEmpty(file.columns())
                .forEach((source, columns) -> columns.forEach((column, id) ->
                        member("column %s of %s: indicator %s".formatted(column, source, id), id, families)));
    }

    private static Family family(String prefix, EntryText t, AggregateProxy standsFor) {
        if (!prefix.endsWith(".")) {
            throw new IllegalArgumentException("catalogue: family '%s' must end with a dot".formatted(prefix));
        }
        String where = "family " + prefix;
        List<Double> range = range(where, t.range());
        return new Family(
                prefix,
                needed(where, "title", t.title()),
                needed(where, "role", t.role()),
                needed(where, "unit", t.unit()),
                t.frequency() == null ? "irregular" : t.frequency(),
                transform(where, or(t.transform(), "none")),
                t.noise() == null ? 0 : t.noise(),
                accuracy(where, t, SourceAccuracy.UNSAID),
                range.get(0),
                range.get(1),
                t.tolerance() == null ? 0 : t.tolerance(),
                lag(where, t.lag()),
                t.thinning() == null ? Thinning.NONE : t.thinning(),
                t.season() == null ? unsaid(t.frequency()) : t.season(),
                t.citation() == null ? "" : t.citation(),
                standsFor.of(where, t.standsFor()),
                DeclaredUnits.of(where, needed(where, "unit", t.unit()), t.units()));
    }

    private static Indicator indicator(String id, EntryText t, Catalogue families, AggregateProxy standsFor) {
        String where = "indicator " + id;
        SeriesId.requireIndicator(id);
        if (t.units() != null) {
            throw new IllegalArgumentException(
                    "catalogue: %s: units: an indicator has one; write unit, or list units at its family"
                            .formatted(where));
        }
        Indicator d = member(where, id, families);
        List<Double> range = t.range() == null ? List.of(d.minimum(), d.maximum()) : range(where, t.range());
        return new Indicator(
                id,
                or(t.title(), d.title()),
                or(t.role(), d.role()),
                or(t.concept(), d.concept()),
                or(t.definition(), d.definition()),
                or(t.unit(), d.unit()),
                or(t.frequency(), d.frequency()),
                transform(where, or(t.transform(), d.transform())),
                or(t.noise(), d.noise()),
                accuracy(where, t, d.accuracy()),
                range.get(0),
                range.get(1),
                or(t.tolerance(), d.tolerance()),
                t.lag() == null ? d.lag() : lag(where, t.lag()),
                or(t.thinning(), d.thinning()),
                season(t, d),
                or(t.citation(), d.citation()),
                t.standsFor() == null ? d.standsFor() : standsFor.of(where, t.standsFor()));
    }

    private static SourceAccuracy accuracy(String where, EntryText t, SourceAccuracy d) {
        if (t.noiseOf() != null) {
            t.noiseOf().keySet().forEach(SeriesId::requireEconomy);
        }
        try {
            return new SourceAccuracy(
                    t.noiseOf() == null ? d.noiseOf() : t.noiseOf(),
                    or(t.noiseCitation(), d.noiseCitation()),
                    or(t.bias(), d.bias()),
                    or(t.biasCitation(), d.biasCitation()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("catalogue: %s: %s".formatted(where, e.getMessage()), e);
        }
    }

    /** An indicator of whole years has no season, whatever its family has. */
    private static Seasonality season(EntryText t, Indicator d) {
        if (t.season() != null) {
            return t.season();
        }
        return t.frequency() == null ? d.season() : ANNUAL.equals(t.frequency()) ? Seasonality.NONE : d.season();
    }

    /** Whoever does not say it may have left it in. */
    private static Seasonality unsaid(@Nullable String frequency) {
        return ANNUAL.equals(frequency) ? Seasonality.NONE : Seasonality.UNADJUSTED;
    }

    private static Map<String, CsvMapping> mappings(CatalogueFile file, Catalogue families) {
        Map<String, CsvMapping> mappings = new LinkedHashMap<>();
        CatalogueFile.orEmpty(file.files()).forEach((name, text) -> {
            CsvMapping mapping = text.mapping(name);
            mapping.indicators().forEach(id -> member("file %s: indicator %s".formatted(name, id), id, families));
            mappings.put(name, mapping);
        });
        return mappings;
    }

    /** What the family says of an id. */
    private static Indicator member(String where, String id, Catalogue families) {
        return families.indicator(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "catalogue: %s falls under no declared family; declare one whose prefix it begins with"
                                .formatted(where)));
    }

    private static Map<String, Endpoint> endpoints(CatalogueFile file, Map<String, SourceProfile> sources) {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        Set<String> complete = sources.values().stream()
                .filter(SourceProfile::complete)
                .map(SourceProfile::id)
                .collect(Collectors.toSet());
        CatalogueFile.orEmpty(file.endpoints())
                .forEach((id, text) -> endpoints.put(id, text.endpoint(id, sources.keySet(), complete)));
        return endpoints;
    }

    private static SourceProfile source(String id, SourceText t) {
        String where = "source " + id;
        boolean complete = oneOf(where, "coverage", t.coverage(), "partial", "complete");
        boolean onlyChanges = oneOf(where, "sends", t.sends(), "all", "changes");
        Map<Period, Instant> table = new LinkedHashMap<>();
        CatalogueFile.orEmpty(t.published()).forEach((period, date) -> enter(table, where, period, date));
        return new SourceProfile(
                id,
                or(t.title(), id),
                complete,
                onlyChanges,
                lag(where, t.lag()),
                table,
                MarksText.parse(where, CatalogueFile.orEmpty(t.marks())),
                or(t.citation(), ""),
                or(t.licence(), ""));
    }

    private static SdmxMapping sdmx(SdmxText t, Catalogue families) {
        String dataflow = CatalogueKeys.withoutVersion(needed("sdmx", "dataflow", t.dataflow()));
        String where = "sdmx " + dataflow;
        List<SdmxMapping.Row> rows = needed(where, "series", t.series()).stream()
                .map(r -> row(where, r, families))
                .toList();
        return new SdmxMapping(
                dataflow,
                needed(where, "source", t.source()),
                needed(where, "economy_dimension", t.economyDimension()),
                CatalogueFile.orEmpty(t.economies()),
                rows,
                or(t.standardError(), ""),
                or(t.unitMult(), 0),
                t.ignored() == null ? Set.of() : Set.copyOf(t.ignored()),
                MarksText.parse(where, CatalogueFile.orEmpty(t.marks())));
    }

    private static SdmxMapping.Row row(String where, SdmxRowText r, Catalogue families) {
        String id = needed(where, "indicator", r.indicator());
        member(where + ": indicator " + id, id, families);
        return new SdmxMapping.Row(needed(where, "where", r.where()), id, or(r.sector(), SeriesId.TOTAL));
    }

    private static void enter(Map<Period, Instant> table, String where, String period, String date) {
        try {
            table.put(Period.parse(period), PublicationDate.parse(date));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("catalogue: %s: published: %s".formatted(where, e.getMessage()), e);
        }
    }
}
