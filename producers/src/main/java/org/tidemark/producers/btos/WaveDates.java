package org.tidemark.producers.btos;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;

/** When each wave was collected, and to which two weeks it refers. */
final class WaveDates {
    static final String SHEET = "Collection and Reference Dates";

    /** Estimates come out on the Thursday after a collection period that ends on a Sunday. */
    private static final int PUBLISHED_AFTER_DAYS = 4;

    private static final DateTimeFormatter US_DAY =
            DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /**
     * The dates of one wave.
     *
     * @param period what it refers to
     * @param usual when its estimates usually become public
     */
    record Wave(Period period, Instant usual) {}

    private final Map<String, Wave> waves = new HashMap<>();
    private final Map<String, String> unreadable = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();

    private WaveDates() {}

    static WaveDates in(Sheets sheets) throws UnreadableFileException {
        WaveDates dates = new WaveDates();
        sheets.forEachRow(SHEET, row -> dates.add(row, sheets.fileName()));
        return dates;
    }

    /** Null when the sheet says nothing that can be read; then {@link #complaint} says why. */
    @Nullable
    Wave wave(String id) {
        return waves.get(id);
    }

    String complaint(String id) {
        String dates = unreadable.get(id);
        return dates == null
                ? "wave %s has no dates in the sheet '%s'; add its row".formatted(id, SHEET)
                : "wave %s has the dates %s in the sheet '%s'; write them as 11/30/2025, the earlier first"
                        .formatted(id, SourceExcerpt.of(dates), SHEET);
    }

    private void add(SheetRow row, String file) throws UnreadableFileException {
        if (columns.isEmpty()) {
            for (String name : new String[] {"smpdt", "col end", "ref start", "ref end"}) {
                columns.put(name, column(row, name, file));
            }
            return;
        }
        String id = cell(row, "smpdt");
        // The first row of a wave counts; the publisher's note below the table is none.
        if (ResponseColumns.isWave(id) && !waves.containsKey(id)) {
            try {
                Period period = new Period(day(row, "ref start"), day(row, "ref end"));
                LocalDate published = day(row, "col end").plusDays(PUBLISHED_AFTER_DAYS);
                waves.put(id, new Wave(period, PublicationDate.endOf(published)));
            } catch (DateTimeException | IllegalArgumentException noDates) {
                unreadable.put(id, cell(row, "ref start") + " " + cell(row, "ref end") + " " + cell(row, "col end"));
            }
        }
    }

    private LocalDate day(SheetRow row, String column) {
        return LocalDate.parse(cell(row, column), US_DAY);
    }

    private String cell(SheetRow row, String column) {
        return row.text(columns.getOrDefault(column, -1));
    }

    private static int column(SheetRow header, String name, String file) throws UnreadableFileException {
        for (int i = 0; i < header.width(); i++) {
            if (header.text(i).toLowerCase(Locale.ROOT).equals(name)) {
                return i;
            }
        }
        throw new UnreadableFileException(
                "%s, sheet '%s', has no column '%s'; give a BTOS workbook of estimates".formatted(file, SHEET, name));
    }
}
