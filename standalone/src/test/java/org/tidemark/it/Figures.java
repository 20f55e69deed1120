package org.tidemark.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A plain CSV that a test makes, row by row. */
public final class Figures {
    public static final String HEADER = "indicator,economy,sector,period,value,unit,published,source";

    private static final String FIRMS = "adoption.firms.any_use";
    private static final LocalDate FIRST_WEEK = LocalDate.parse("2023-01-02");

    private final List<String> rows = new ArrayList<>();

    /** Share of firms in one economy. */
    public Figures firms(String economy, String period, double percent, String published) {
        return row("%s,%s,TOTAL,%s,%s,percent,%s,MADE".formatted(FIRMS, economy, period, percent, published));
    }

    /** A weekly panel: a release a week for each economy, rising slowly and unevenly. */
    public Figures weekly(List<String> economies, int weeks) {
        for (int week = 0; week < weeks; week++) {
            LocalDate begin = FIRST_WEEK.plusWeeks(week);
            for (int e = 0; e < economies.size(); e++) {
                double percent = 5 + 0.1 * week + 2 * e + 0.3 * ((week * 7 + e) % 5);
                String period = begin + "/" + begin.plusDays(6);
                String published = begin.plusDays(10).toString();
                firms(economies.get(e), period, Math.round(percent * 10) / 10.0, published);
            }
        }
        return this;
    }

    public Figures row(String row) {
        rows.add(row);
        return this;
    }

    /** Rows and header in lines. */
    public String text() {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    public Path in(Path folder, String name) throws IOException {
        return Files.writeString(folder.resolve(name), text(), StandardCharsets.UTF_8);
    }

    /** The same rows, the last one first. */
    public Figures reversed() {
        Figures other = new Figures();
        other.rows.addAll(rows);
        Collections.reverse(other.rows);
        return other;
    }

    /** Only the rows published on or before a day; every row here states a day. */
    public Figures publishedBy(LocalDate day) {
        Figures other = new Figures();
        rows.stream()
                .filter(row -> !LocalDate.parse(row.split(",", -1)[6]).isAfter(day))
                .forEach(other::row);
        return other;
    }
}
