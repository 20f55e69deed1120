package org.tidemark.producers.sdmx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tidemark.catalogue.SdmxMapping;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.text.Likeness;

/**
 * Which kinds of rows a file has, and what stands in the others: when a publisher renames a code, a series just ends, and
 * nothing but this sees it.
 */
final class Coverage {
    /** Of a hostile file's codes no more are kept; of an honest one's no more are shown. */
    private static final int CODES_MAX = 50;

    private static final int SHOWN_MAX = 4;

    private final SdmxMapping mapping;
    private final SdmxColumns columns;
    private final List<Kind> kinds;
    private final Set<Kind> seen = new LinkedHashSet<>();
    private final Map<Kind, Kind.Condition> misses = new LinkedHashMap<>();
    private final Map<Kind, String> insteads = new LinkedHashMap<>();
    /** By component, the codes that no kind of row has. */
    private final Map<String, Set<String>> strange = new LinkedHashMap<>();

    private long rows;

    Coverage(SdmxMapping mapping, SdmxColumns columns, List<Kind> kinds) {
        this.mapping = mapping;
        this.columns = columns;
        this.kinds = kinds;
    }

    void fits(Kind kind) {
        rows++;
        seen.add(kind);
    }

    void fitsNone(Row row) {
        rows++;
        for (Kind kind : kinds) {
            Kind.Condition miss = seen.contains(kind) ? null : kind.onlyMiss(row);
            if (miss != null && !insteads.containsKey(kind)) {
                String code = SdmxColumns.code(row, miss.position());
                if (!known(miss.component()).contains(code)
                        && Likeness.nearest(code, List.of(miss.code())).isPresent()) {
                    misses.put(kind, miss);
                    insteads.put(kind, code);
                }
            }
            for (Kind.Condition condition : kind.where()) {
                note(condition, row);
            }
        }
    }

    private void note(Kind.Condition condition, Row row) {
        Set<String> codes = strange.computeIfAbsent(condition.component(), c -> new LinkedHashSet<>());
        if (condition.position() != Header.ABSENT && codes.size() < CODES_MAX && !condition.holds(row)) {
            String code = SdmxColumns.code(row, condition.position());
            if (!known(condition.component()).contains(code)) {
                codes.add(code);
            }
        }
    }

    private Set<String> known(String component) {
        Set<String> codes = new TreeSet<>();
        kinds.stream()
                .flatMap(kind -> kind.where().stream())
                .filter(condition -> condition.component().equals(component))
                .forEach(condition -> codes.add(condition.code()));
        return codes;
    }

    /** One line for each series that the file should hold and does not; none when all is as the catalogue has it. */
    List<String> complaints() {
        if (rows == 0) {
            return List.of();
        }
        if (seen.isEmpty()) {
            return List.of(nothing());
        }
        List<String> all = new ArrayList<>();
        insteads.forEach((kind, code) -> {
            Kind.Condition miss = misses.get(kind);
            if (!seen.contains(kind) && miss != null) {
                all.add("no row of %s, for %s is %s where the catalogue has '%s'; correct its 'where' under sdmx %s"
                        .formatted(
                                kind.indicator(),
                                miss.component(),
                                SourceExcerpt.of(code),
                                miss.code(),
                                mapping.dataflow()));
            }
        });
        return all;
    }

    private String nothing() {
        List<String> found = new ArrayList<>();
        strange.forEach((component, codes) -> {
            if (columns.position(component) == Header.ABSENT) {
                String like = Likeness.nearest(component, columns.positions().keySet())
                        .map(other -> ", only " + SourceExcerpt.of(other))
                        .orElse("");
                found.add("there is no column %s%s".formatted(component, like));
            } else if (!codes.isEmpty()) {
                found.add(found(component, codes));
            }
        });
        return "none of %,d rows of %s fits the catalogue: %s; correct its 'where' in a file and pass --catalogue"
                .formatted(
                        rows,
                        mapping.dataflow(),
                        found.isEmpty() ? "no row has all the codes of a series together" : String.join(", ", found));
    }

    private String found(String component, Set<String> codes) {
        Set<String> known = known(component);
        String shown = codes.stream()
                .limit(SHOWN_MAX)
                .map(code -> code.isEmpty() ? "nothing" : SourceExcerpt.of(code))
                .collect(Collectors.joining(", "));
        String nearest = codes.stream()
                .flatMap(code -> Likeness.nearest(code, known).stream())
                .findFirst()
                .map(code -> "'" + code + "'")
                .orElse(known.stream()
                        .limit(SHOWN_MAX)
                        .map(code -> "'" + code + "'")
                        .collect(Collectors.joining(", ")));
        return "%s is %s%s and the catalogue has %s"
                .formatted(component, shown, codes.size() > SHOWN_MAX ? ", ..." : "", nearest);
    }
}
