package org.tidemark.producers.fredmd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.text.Likeness;

/**
 * The indicators that a panel no longer has a column for. Its members change, and its columns are renamed; every vintage
 * so far has had one of the columns that the catalogue names for each indicator.
 */
final class MissingColumns {
    /** Of the panel, and not of a part that somebody cut out. */
    private static final int COLUMNS_OF_THE_PANEL = 60;

    private final Map<String, List<String>> columnsByIndicator = new TreeMap<>();
    private final Header header;

    MissingColumns(Map<String, String> indicatorByColumn, Header header) {
        this.header = header;
        indicatorByColumn.forEach((column, indicator) -> columnsByIndicator
                .computeIfAbsent(indicator, i -> new ArrayList<>())
                .add(column));
    }

    List<String> complaints() {
        List<String> followed =
                columnsByIndicator.values().stream().flatMap(List::stream).toList();
        List<String> others = header.names().stream()
                .filter(name -> followed.stream().noneMatch(name::equalsIgnoreCase))
                .toList();
        List<String> all = new ArrayList<>();
        if (followed.stream().noneMatch(header::hasAll)) {
            all.add(
                    "none of the %d columns is followed; name them under 'columns: FRED_MD' in a file and pass --catalogue"
                            .formatted(header.names().size()));
            return all;
        }
        columnsByIndicator.forEach((indicator, columns) -> {
            Optional<String> like = columns.stream()
                    .flatMap(column -> Likeness.nearest(column, others).stream())
                    .findFirst();
            boolean gone = columns.stream().noneMatch(header::hasAll);
            if (gone && (like.isPresent() || header.names().size() >= COLUMNS_OF_THE_PANEL)) {
                all.add(
                        "no column of %s, which the catalogue knows as %s%s; name its column under 'columns: FRED_MD' in a file and pass --catalogue"
                                .formatted(
                                        indicator,
                                        String.join(", ", columns),
                                        like.map(name -> ", but there is " + SourceExcerpt.of(name))
                                                .orElse("")));
            }
        });
        return all;
    }
}
