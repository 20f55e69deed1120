package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tidemark.series.SeriesId;

/**
 * Which occupations stand for a source's own sectors, and which codes an occupation had before. Immutable, in the order
 * of the codes.
 *
 * @param version of the table, part of the version of what is estimated with it
 * @param sectors by sector, beginnings of codes of the Standard Occupational Classification: {@code 15-12} is all of
 *     {@code 15-1200}
 * @param recoded by the code that employment is counted under, the codes that ratings may have instead
 */
public record SectorOccupations(
        String version, SortedMap<String, List<String>> sectors, SortedMap<String, List<String>> recoded) {
    static final SectorOccupations NONE = new SectorOccupations("none", new TreeMap<>(), new TreeMap<>());

    private static final Pattern BEGINNING = Pattern.compile("\\d\\d(-\\d{1,4})?");
    private static final Pattern CODE = Pattern.compile("\\d\\d-\\d{4}");

    public SectorOccupations {
        sectors = copy(sectors);
        recoded = copy(recoded);
        sectors.forEach((sector, codes) -> {
            // Refuses a name that no series can have.
            new SeriesId("labour.employment.occupation", "US", sector, "A");
            requireCodes(sector, codes, BEGINNING, "a major group (15), the beginning of a code (15-12) or a code");
        });
        recoded.forEach((code, former) -> {
            requireCodes(code, List.of(code), CODE, "a code such as 15-1252");
            requireCodes(code, former, CODE, "a code such as 15-1252");
        });
    }

    private static SortedMap<String, List<String>> copy(Map<String, List<String>> map) {
        SortedMap<String, List<String>> copied = new TreeMap<>();
        map.forEach((key, values) -> copied.put(key, List.copyOf(values)));
        return Collections.unmodifiableSortedMap(copied);
    }

    private static void requireCodes(String where, List<String> codes, Pattern form, String remedy) {
        if (codes.isEmpty()) {
            throw new IllegalArgumentException(
                    "catalogue: occupations: %s: no code; write %s".formatted(where, remedy));
        }
        for (String code : codes) {
            if (!form.matcher(code).matches()) {
                throw new IllegalArgumentException(
                        "catalogue: occupations: %s: '%s' is no code of occupations; write %s"
                                .formatted(where, code, remedy));
            }
        }
    }

    /** The codes among those given that stand for a sector, in the order given. */
    public List<String> of(String sector, Iterable<String> codes) {
        List<String> beginnings = sectors.getOrDefault(sector, List.of());
        List<String> found = new ArrayList<>();
        for (String code : codes) {
            if (beginnings.stream().anyMatch(code::startsWith)) {
                found.add(code);
            }
        }
        return found;
    }
}
