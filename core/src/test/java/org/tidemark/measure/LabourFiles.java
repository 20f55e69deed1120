package org.tidemark.measure;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tidemark.catalogue.Thinning;
import org.tidemark.data.RealData;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.SeriesId;

/** Labour series as their publishers' files have them, under the ids that the readers give them. */
final class LabourFiles {
    private static final DateTimeFormatter US_DAY = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT);
    private static final int DAYS = 7;

    private LabourFiles() {}

    /** Job postings by sector: of the seven-day averages those that end on a Friday, known five days after. */
    static HeldFigures postings(String economy) throws IOException {
        String file = economy.equals("DE") ? "DE.2025-07-01" : economy + ".2024-10-03";
        List<String> lines = RealData.lines("indeed-job-postings/job_postings_by_sector_%s.csv".formatted(file));
        HeldFigures held = new HeldFigures(economy);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            LocalDate last = LocalDate.parse(cells[0]);
            Period week = Period.trailing(DAYS, last);
            if (cells[3].equals("total postings") && Thinning.FRIDAYS.keeps(week)) {
                SeriesId series = new SeriesId(
                        "labour.postings.total_sa", economy, "INDEED:" + slug(cells[4]), "INDEED_POSTINGS");
                put(held, series, week, Double.parseDouble(cells[2]), PublicationDate.endOf(last.plusDays(5)));
            }
        }
        return held;
    }

    /** As the reader of the files writes a sector. */
    static String slug(String displayName) {
        return displayName
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** Payrolls of FRED-MD, each column under its indicator, known a month after the month. */
    static HeldFigures payrolls(String vintage, Map<String, String> indicators) throws IOException {
        List<String> lines = RealData.lines("fred-md/%s.csv".formatted(vintage));
        List<String> header = Arrays.asList(lines.get(0).split(",", -1));
        HeldFigures held = new HeldFigures("US");
        for (String line : lines.subList(2, lines.size())) {
            String[] cells = line.split(",", -1);
            if (!cells[0].isEmpty()) {
                LocalDate first = LocalDate.parse(cells[0], US_DAY);
                Period month = new Period(first, first.plusMonths(1).minusDays(1));
                indicators.forEach((column, indicator) -> {
                    String text = cells[header.indexOf(column)];
                    SeriesId series = new SeriesId(indicator, "US", SeriesId.TOTAL, "FRED_MD");
                    if (!text.isEmpty()) {
                        Instant known = PublicationDate.endOf(month.end().plusMonths(1));
                        put(held, series, month, Double.parseDouble(text), known);
                    }
                });
            }
        }
        return held;
    }

    private static void put(HeldFigures held, SeriesId series, Period period, double value, Instant known) {
        held.put(new FigureId(series, period), value, null, known);
    }
}
