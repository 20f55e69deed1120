package org.tidemark.standalone.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.SourceProfile;

/** The names that the page shows for the codes in a replay's files, which have codes alone. */
public final class FolderWords {
    /** As the page asks for it. */
    public static final String FILE = "words.json";

    private final Catalogue catalogue;

    /** From the names of a catalogue. */
    public FolderWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Lists as the query API has them, of what a folder holds. */
    String json(Path folder) throws IOException {
        TreeSet<String> economies = new TreeSet<>();
        TreeSet<List<String>> concepts = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        TreeSet<String> measures = new TreeSet<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve("estimates.csv"))) {
            for (NamedCsvRecord row : rows) {
                economies.add(row.getField("economy"));
                concepts.add(List.of(row.getField("concept"), row.getField("measure")));
                measures.add(row.getField("measure"));
            }
        }
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("economies", economies.stream().map(this::economy).toList());
        words.put("concepts", concepts.stream().map(this::concept).toList());
        words.put(
                "measures",
                measures.stream().map(measure -> Map.of("measure", measure)).toList());
        words.put(
                "sources", catalogue.sources().stream().map(FolderWords::source).toList());
        words.put(
                "indicators",
                catalogue.indicators().stream().map(FolderWords::indicator).toList());
        return new ObjectMapper().writeValueAsString(words);
    }

    private Map<String, String> economy(String code) {
        boolean aggregate = catalogue.aggregates().containsKey(code);
        String kind = aggregate ? "aggregate" : code.length() > 2 ? "part" : "country";
        return Map.of("economy", code, "name", catalogue.economyName(code), "kind", kind);
    }

    private Map<String, String> concept(List<String> named) {
        String title = catalogue.indicators().stream()
                .filter(indicator -> indicator.concept().equals(named.get(0)))
                .map(Indicator::title)
                .findFirst()
                .orElse("");
        return Map.of("concept", named.get(0), "measure", named.get(1), "title", title);
    }

    private static Map<String, String> source(SourceProfile source) {
        return Map.of(
                "source",
                source.id(),
                "title",
                source.title(),
                "citation",
                source.citation(),
                "licence",
                source.licence());
    }

    private static Map<String, String> indicator(Indicator indicator) {
        return Map.of(
                "id",
                indicator.id(),
                "kind",
                "indicator",
                "title",
                indicator.title(),
                "role",
                indicator.role().name(),
                "concept",
                indicator.concept());
    }
}
