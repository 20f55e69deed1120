package org.tidemark.gap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.SeriesId;

/** One vintage of the FRED-MD panel, read as plainly as can be: by indicator and month. */
final class Panel {
    /** The columns under the ids of the catalogue; of two names of one series a vintage has one. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("RETAILx", "demand.retail.sales"),
            Map.entry("DPCERA3M086SBEA", "demand.consumption.real"),
            Map.entry("CMRMTSPLx", "demand.trade.real_sales"),
            Map.entry("INDPRO", "supply.industry.production"),
            Map.entry("CUMFNS", "supply.capacity.utilisation"),
            Map.entry("CPIAUCSL", "prices.cpi.all"),
            Map.entry("CPIULFSL", "prices.cpi.less_food"),
            Map.entry("CUSR0000SAC", "prices.cpi.commodities"),
            Map.entry("CUSR0000SAD", "prices.cpi.durables"),
            Map.entry("CUSR0000SAS", "prices.cpi.services"),
            Map.entry("CUSR0000SA0L2", "prices.cpi.less_shelter"),
            Map.entry("CUSR0000SA0L5", "prices.cpi.less_medical"),
            Map.entry("CPIAPPSL", "prices.cpi.apparel"),
            Map.entry("PCEPI", "prices.pce.all"),
            Map.entry("DDURRG3M086SBEA", "prices.pce.durables"),
            Map.entry("DNDGRG3M086SBEA", "prices.pce.nondurables"),
            Map.entry("DSERRG3M086SBEA", "prices.pce.services"),
            Map.entry("WPSFD49207", "prices.ppi.finished_goods"),
            Map.entry("WPSFD49502", "prices.ppi.finished_consumer_goods"));

    private final String vintage;
    private final Map<String, SortedMap<YearMonth, Double>> columns = new HashMap<>();

    private Panel(String vintage) {
        this.vintage = vintage;
    }

    static Panel read(Path file) {
        String name = file.getFileName().toString();
        Panel panel = new Panel(name.substring(0, name.length() - ".csv".length()));
        List<String> lines = lines(file);
        String[] header = lines.get(0).split(",", -1);
        for (String line : lines.subList(2, lines.size())) {
            String[] cells = line.split(",", -1);
            String[] date = cells[0].split("/", -1);
            if (date.length == 3) {
                panel.hold(header, cells, YearMonth.of(Integer.parseInt(date[2]), Integer.parseInt(date[0])));
            }
        }
        return panel;
    }

    private void hold(String[] header, String[] cells, YearMonth month) {
        for (int i = 1; i < Math.min(header.length, cells.length); i++) {
            String indicator = COLUMNS.get(header[i]);
            if (indicator != null && !cells[i].isBlank()) {
                columns.computeIfAbsent(indicator, c -> new TreeMap<>()).put(month, Double.valueOf(cells[i]));
            }
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String vintage() {
        return vintage;
    }

    /** What this vintage says of the months up to one, as if nothing had ever been revised. */
    HeldFigures upTo(YearMonth last) {
        return held(columns.keySet(), last);
    }

    /** All that this vintage says of some indicators. */
    HeldFigures of(Collection<String> indicators) {
        return held(indicators, YearMonth.of(9999, 11));
    }

    private HeldFigures held(Collection<String> indicators, YearMonth last) {
        HeldFigures held = new HeldFigures("US");
        Instant published = PublicationDate.parse(vintage);
        for (String indicator : indicators) {
            SeriesId series = new SeriesId(indicator, "US", SeriesId.TOTAL, "FRED_MD");
            columns.getOrDefault(indicator, new TreeMap<>())
                    .headMap(last.plusMonths(1))
                    .forEach((month, value) ->
                            held.put(new FigureId(series, Period.parse(month.toString())), value, null, published));
        }
        return held;
    }

    /** All that this vintage says. */
    HeldFigures all() {
        return upTo(YearMonth.of(9999, 11));
    }
}
