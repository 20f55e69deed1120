package org.tidemark.exposure;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.data.RealData;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** The figures of the publishers' files on occupations, as the readers of the producers state them. */
public final class OccupationFiles {
    private static final Instant OEWS_PUBLISHED = Instant.parse("2025-04-02T23:59:59.999Z");
    private static final Instant GPTS_PUBLISHED = Instant.parse("2023-08-22T23:59:59.999Z");
    private static final Instant AIOE_PUBLISHED = Instant.parse("2021-04-30T23:59:59.999Z");

    private OccupationFiles() {}

    /** Fills in employment and both ratings of the United States. */
    public static HeldFigures fill(HeldFigures held) {
        employment(held);
        for (Map.Entry<String, double[]> rating : tasks().entrySet()) {
            double[] sums = rating.getValue();
            String sector = "SOC:" + rating.getKey();
            put(
                    held,
                    "exposure.tasks.gpt_beta",
                    sector,
                    "OPENAI_GPTS",
                    "2023",
                    100 * sums[0] / sums[2],
                    null,
                    GPTS_PUBLISHED);
            put(
                    held,
                    "exposure.tasks.human_beta",
                    sector,
                    "OPENAI_GPTS",
                    "2023",
                    100 * sums[1] / sums[2],
                    null,
                    GPTS_PUBLISHED);
        }
        for (Map<String, String> row : RealData.rows("ai-exposure/aioe_appendix_a.csv")) {
            double score = Double.parseDouble(cell(row, "AIOE"));
            String sector = "SOC:" + cell(row, "SOC Code").strip();
            put(held, "exposure.score.aioe", sector, "FELTEN_RAJ_SEAMANS", "2021", score, null, AIOE_PUBLISHED);
        }
        return held;
    }

    private static void employment(HeldFigures held) {
        for (Map<String, String> row : RealData.rows("ai-exposure/bls_oews_national_2024.csv")) {
            boolean total = cell(row, "O_GROUP").equals("total");
            if (total || cell(row, "O_GROUP").equals("detailed")) {
                double persons = Double.parseDouble(cell(row, "TOT_EMP"));
                String error = cell(row, "EMP_PRSE");
                Double standardError = error.matches("[0-9.]+") ? persons * Double.parseDouble(error) / 100 : null;
                String sector = total ? "TOTAL" : "SOC:" + cell(row, "OCC_CODE");
                put(held, Occupations.INDICATOR, sector, "BLS_OEWS", "2024-05", persons, standardError, OEWS_PUBLISHED);
            }
        }
    }

    /** By code: sum of GPT-4's ratings, sum of people's, number of the detailed codes of O*NET. */
    private static Map<String, double[]> tasks() {
        Map<String, double[]> sums = new TreeMap<>();
        for (Map<String, String> row : RealData.rows("ai-exposure/gpts_are_gpts_occ_level.csv")) {
            double[] sum = sums.computeIfAbsent(cell(row, "O*NET-SOC Code").substring(0, 7), c -> new double[3]);
            sum[0] += Double.parseDouble(cell(row, "dv_rating_beta"));
            sum[1] += Double.parseDouble(cell(row, "human_rating_beta"));
            sum[2] += 1;
        }
        return sums;
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + column + " in " + row);
        }
        return cell;
    }

    /** One figure of the United States. */
    public static void put(
            HeldFigures held,
            String indicator,
            String sector,
            String source,
            String period,
            double value,
            @Nullable Double standardError,
            Instant published) {
        SeriesId series = new SeriesId(indicator, held.economy(), sector, source);
        held.put(new FigureId(series, Period.parse(period)), value, standardError, published);
    }
}
