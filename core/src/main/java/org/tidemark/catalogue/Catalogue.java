package org.tidemark.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** All that is known before any figure arrives. Immutable; the order of iteration is that of the ids. */
public final class Catalogue {
    /** What an aggregate's name says besides: of when it is, or of whom. */
    private static final Pattern REMARK = Pattern.compile("(,| \\().*");

    private final SortedMap<String, Indicator> indicators;
    private final List<Family> families;
    private final SortedMap<String, SourceProfile> sources;
    private final SortedMap<String, String> aggregates;
    private final EconomyNames economyNames;
    private final SortedMap<String, Map<String, String>> columns;
    private final List<SdmxMapping> sdmx;
    private final SdmxAttributes attributes;
    private final Recipes recipes;
    private final SortedMap<String, CsvMapping> mappings;
    private final Map<String, EndedSeries> ended;
    private final SortedMap<String, Endpoint> endpoints;
    private final String hash;

    Catalogue(
            Map<String, Indicator> indicators,
            Collection<Family> families,
            Map<String, SourceProfile> sources,
            Map<String, String> aggregates,
            EconomyNames economyNames,
            Map<String, Map<String, String>> columns,
            List<SdmxMapping> sdmx,
            SdmxAttributes attributes,
            Recipes recipes,
            Map<String, CsvMapping> mappings,
            Map<String, EndedSeries> ended,
            Map<String, Endpoint> endpoints,
            String hash) {
        this.indicators = new TreeMap<>(indicators);
        // Longest prefix first: a family inside a family wins.
        this.families = families.stream()
                .sorted(Comparator.comparing((Family f) -> f.prefix().length())
                        .reversed()
                        .thenComparing(Family::prefix))
                .toList();
        this.sources = new TreeMap<>(sources);
        this.aggregates = new TreeMap<>(aggregates);
        this.economyNames = economyNames;
        this.columns = new TreeMap<>(columns);
        this.sdmx = List.copyOf(sdmx);
        this.attributes = attributes;
        this.recipes = recipes;
        this.mappings = new TreeMap<>(mappings);
        this.ended = Map.copyOf(ended);
        this.endpoints = new TreeMap<>(endpoints);
        this.hash = hash;
    }

    /** The entry of an id, or the defaults of the family it falls under; empty when neither is declared. */
    public Optional<Indicator> indicator(String id) {
        Indicator declared = indicators.get(id);
        if (declared != null) {
            return Optional.of(declared);
        }
        return families.stream()
                .filter(f -> id.startsWith(f.prefix()))
                .findFirst()
                .map(f -> f.member(id));
    }

    /** The units that figures of an id may have: its own where it has an entry, else those of its family; none where it is in no family. */
    public List<String> units(String id) {
        Indicator declared = indicators.get(id);
        if (declared != null) {
            return List.of(declared.unit());
        }
        return families.stream()
                .filter(f -> id.startsWith(f.prefix()))
                .findFirst()
                .map(Family::units)
                .orElse(List.of());
    }

    /** How files of publishers that need no reader of their own are read, by name. */
    public SortedMap<String, CsvMapping> mappings() {
        return Collections.unmodifiableSortedMap(mappings);
    }

    /** The declared indicators, by id. */
    public Collection<Indicator> indicators() {
        return indicators.values();
    }

    public List<Family> families() {
        return families;
    }

    /** Why no figure of a concept will come any more; empty while figures are awaited. */
    public Optional<EndedSeries> ended(String concept) {
        return Optional.ofNullable(ended.get(concept));
    }

    /** The same as of a day: a series whose last figures were still to come had not ended. */
    public Optional<EndedSeries> endedBy(String concept, LocalDate day) {
        return ended(concept).filter(end -> end.last().isBefore(day));
    }

    /** Whether no figure of an indicator will come any more. */
    public boolean hasEnded(String indicator) {
        return ended.values().stream().anyMatch(e -> e.indicator().equals(indicator));
    }

    /** The profile of a source; one without promises when it is not declared. */
    public SourceProfile source(String id) {
        SourceProfile declared = sources.get(id);
        return declared == null ? SourceProfile.undeclared(id) : declared;
    }

    /** Whom to ask for figures, by id. */
    public SortedMap<String, Endpoint> endpoints() {
        return Collections.unmodifiableSortedMap(endpoints);
    }

    public Collection<SourceProfile> sources() {
        return sources.values();
    }

    /** Whether figures may be about this economy: a country of ISO 3166-1, Kosovo (XK), a part of one, or a declared aggregate. */
    public boolean knowsEconomy(String economy) {
        if (aggregates.containsKey(economy)) {
            return true;
        }
        return EconomyCodes.isCountry(economy);
    }

    /** SHA-256 of what was written, all texts laid over each other, hexadecimal: two runs with one hash knew the same. */
    public String hash() {
        return hash;
    }

    /** Declared aggregates with their names. */
    public SortedMap<String, String> aggregates() {
        return Collections.unmodifiableSortedMap(aggregates);
    }

    /** What people call an economy: an aggregate by its declared name without remark, a country by its name; of any other the code. */
    public String economyName(String economy) {
        String aggregate = aggregates.get(economy);
        return aggregate == null
                ? economyNames.nameOf(economy).orElse(economy)
                : REMARK.matcher(aggregate).replaceFirst("");
    }

    /** The economies behind the names that files write in words, the user's own among them. */
    public EconomyNames economyNames() {
        return economyNames;
    }

    /** Of a wide source, the columns that are read and the indicator that each holds; empty when none is named. */
    public Map<String, String> columns(String source) {
        return Collections.unmodifiableMap(columns.getOrDefault(source, Map.of()));
    }

    /** How the estimates that are made of several indicators are made. */
    public Recipes recipes() {
        return recipes;
    }

    /** The dataflows that are read. */
    public List<String> dataflows() {
        return sdmx.stream().map(SdmxMapping::dataflow).toList();
    }

    /** What the columns of SDMX files say of a value. */
    public SdmxAttributes sdmxAttributes() {
        return attributes;
    }

    /** How a dataflow is read; empty when the catalogue does not name it. */
    public Optional<SdmxMapping> sdmx(String dataflow) {
        return sdmx.stream().filter(m -> m.dataflow().equals(dataflow)).findFirst();
    }
}
