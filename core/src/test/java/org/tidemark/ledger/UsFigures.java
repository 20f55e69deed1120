package org.tidemark.ledger;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.tidemark.data.RealData;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.FilterState;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.exposure.OccupationFiles;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.SeriesId;

/** What is known of adoption, automation and postings in the United States. */
final class UsFigures {
    private static final String ADOPTION = "adoption.firms.goods_services";
    private static final String AUTOMATION = "labour.use.automation_share";

    private UsFigures() {}

    static HeldFigures fill(HeldFigures held) {
        adoption(held);
        automation(held);
        postings(held);
        return held;
    }

    /** The estimate of penetration from the Census Bureau's survey, as the engine makes it. */
    static void adoption(HeldFigures held) {
        FilterState track = null;
        FigureId newest = null;
        double error = 0;
        Instant known = Instant.EPOCH;
        SeriesId series = new SeriesId(ADOPTION, held.economy(), "TOTAL", "CENSUS_BTOS");
        for (Map<String, String> row : RealData.rows(resource("btos-goods-services.csv"))) {
            newest = new FigureId(series, Period.parse(cell(row, "period")));
            error = Double.parseDouble(cell(row, "standard_error")) / 100;
            double share = Double.parseDouble(cell(row, "value")) / 100;
            Measurement reading = new Measurement(newest.period().midYear(), share, error);
            track = track == null ? FilterState.begin(newest, reading) : track.append(newest, reading);
            known = PublicationDate.parse(cell(row, "published"));
            held.put(newest, 100 * share, 100 * error, known);
        }
        EstimateKey key = new EstimateKey(held.economy(), "TOTAL", "penetration", "firms.goods_services");
        held.put(PenetrationReport.of(
                Objects.requireNonNull(track),
                new PenetrationReport.Basis(
                        key, known, Objects.requireNonNull(newest).period(), "percent", error),
                CeilingPrior.EQUAL));
    }

    static void automation(HeldFigures held) {
        automation(held, "2025-02", 43, "2025-02");
        automation(held, "2025-09", 49.1, "2025-09");
        automation(held, "2025-11", 45, "2026-01");
    }

    private static void automation(HeldFigures held, String period, double value, String published) {
        OccupationFiles.put(
                held, AUTOMATION, "TOTAL", "ANTHROPIC_AEI", period, value, null, PublicationDate.parse(published));
    }

    /** Fridays of the last release of Indeed's AI tracker. */
    static void postings(HeldFigures held) {
        for (Map<String, String> row : RealData.rows("indeed-ai-postings/AI_posting.2025-06-18.csv")) {
            LocalDate day = LocalDate.parse(cell(row, "date"));
            if (cell(row, "jobcountry").equals("US") && day.getDayOfWeek() == java.time.DayOfWeek.FRIDAY) {
                SeriesId series = new SeriesId("adoption.postings.ai_share", "US", "TOTAL", "INDEED_AI_POSTINGS");
                held.put(
                        new FigureId(series, Period.trailing(7, day)),
                        Double.parseDouble(cell(row, "AI_share_postings")),
                        null,
                        PublicationDate.parse("2025-06-18"));
            }
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(UsFigures.class.getResource("/ledger/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
