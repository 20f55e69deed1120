package org.tidemark.standalone.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tidemark.api.query.EstimateCsv;
import org.tidemark.api.query.SmoothedCsv;

/** The tables of a small replay, made by hand. */
final class Tables {
    private static final String WITHHELD = "as_of,measure,concept,economy,sector,period,inputs,model,reason\n";

    private final StringBuilder estimates = new StringBuilder(EstimateCsv.HEADER).append('\n');
    private final StringBuilder smoothed = new StringBuilder(SmoothedCsv.HEADER).append('\n');
    private final StringBuilder withheld = new StringBuilder(WITHHELD);

    /** A level in percent of firms, its band one point to either side, and a nowcast that is nothing like it. */
    Tables firms(String asOf, String economy, String period, double percent) {
        row(asOf, "penetration", economy, "TOTAL", period, "NOW", 99, "percent");
        return row(asOf, "penetration", economy, "TOTAL", period, "P0D", percent, "percent");
    }

    Tables row(
            String asOf,
            String measure,
            String economy,
            String sector,
            String period,
            String horizon,
            double value,
            String unit) {
        estimates.append("%s,%s,firms.any_use,%s,%s,%s,%s,%s,%s,%s,%s,%s,,%s,3,model,2024-01-01,2024-12-31%n"
                .formatted(
                        asOf, measure, economy, sector, period, horizon, value, value - 1, value + 1, value - 2,
                        value + 2, unit));
        return this;
    }

    Tables withheld(String asOf, String economy) {
        withheld.append(
                "%s,penetration,firms.any_use,%s,TOTAL,2024,0,model,nothing is left%n".formatted(asOf, economy));
        return this;
    }

    /** What the level in a period is in hindsight, its band a point to either side. */
    Tables smoothed(String economy, String period, double percent) {
        smoothed.append(
                "penetration.smoothed,firms.any_use,%s,TOTAL,%s,%s,%s,%s,%s,%s,percent,%s,,2024-01-01,2024-12-31%n"
                        .formatted(
                                economy, period, percent, percent - 1, percent + 1, percent - 2, percent + 2, percent));
        return this;
    }

    Path in(Path folder) throws IOException {
        Files.writeString(folder.resolve("estimates.csv"), estimates, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("withheld.csv"), withheld, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("smoothed.csv"), smoothed, StandardCharsets.UTF_8);
        return folder;
    }
}
