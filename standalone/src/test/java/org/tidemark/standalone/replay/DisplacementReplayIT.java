package org.tidemark.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.PostingsSlice;
import org.tidemark.it.RealData;
import org.tidemark.standalone.run.DataDir;

/** Exposure, contrast and ledger of the United States, from the publishers' own files to the tables of a replay. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisplacementReplayIT {
    private static final double ALARM = 0.975;
    private static final Instant FROM_2021 = Instant.parse("2021-01-01T00:00:00Z");
    private static final Instant MID_2021 = Instant.parse("2021-07-01T00:00:00Z");

    @TempDir
    private static Path dir = Path.of("");

    private @Nullable Played first;

    /** Before each, so that each says that it is skipped; played once. */
    @BeforeEach
    void play() throws Exception {
        Path postings = RealData.at("indeed-job-postings").resolve("job_postings_by_sector_US.2024-10-03.csv");
        Path aiPostings = RealData.at("indeed-ai-postings").resolve("AI_posting.2025-06-18.csv");
        Path exposure = RealData.at("ai-exposure");
        if (first == null) {
            // The estimators read Fridays of these seven-day averages; RealDataReplayIT loads every day of every
            // economy.
            Path slices = Files.createDirectory(dir.resolve("slices"));
            postings = PostingsSlice.of(postings, slices, DisplacementReplayIT::isFriday);
            aiPostings = PostingsSlice.of(aiPostings, slices, line -> isFriday(line) && line.contains(",US,"));
            Path figures = DataDir.kept(dir.resolve("shipped")).shippedFigures();
            first = Played.all(dir.resolve("first"), 2, postings, aiPostings, exposure, figures);
        }
    }

    private static boolean isFriday(String line) {
        return LocalDate.parse(line.substring(0, line.indexOf(','))).getDayOfWeek() == DayOfWeek.FRIDAY;
    }

    private Played played() {
        return Objects.requireNonNull(first);
    }

    private Stream<Played.Row> rows(String measure, String sector) throws IOException {
        return played().estimates().stream()
                .filter(row -> row.economy().equals("US") && row.horizon().equals("P0D"))
                .filter(row -> row.measure().equals(measure) && row.sector().equals(sector));
    }

    private List<Instant> alarms(String sector) throws IOException {
        return rows("displacement.contrast_speed", sector)
                .filter(row -> row.negative() > ALARM && row.asOf().isAfter(FROM_2021))
                .map(Played.Row::asOf)
                .toList();
    }

    @Test
    void everyFigureHasOneEnd() {
        assertThat(played().told().report().failures()).isEmpty();
        assertThat(played().told().counts().addUp()).isTrue();
        assertThat(played().told().counts().rejected()).isEmpty();
    }

    @Test
    void softwareFallsAgainstUnexposedWorkInTheAutumnOf2022AndConstructionNever() throws IOException {
        List<Instant> software = alarms("INDEED:software-development");

        assertThat(software).isNotEmpty().noneMatch(alarm -> alarm.isBefore(MID_2021));
        assertThat(software.get(0)).isBefore(Instant.parse("2022-09-30T23:59:59Z"));
        assertThat(alarms("INDEED:construction")).isEmpty();
    }

    @Test
    void theLedgerStandsByBothExposuresWithWhatItAssumes() throws IOException {
        assertThat(rows("displacement.ledger", "TOTAL").map(Played.Row::concept))
                .contains("gpt_beta.firms.goods_services", "aioe.firms.goods_services");
        assertThat(rows("displacement.reinstatement", "TOTAL")).isNotEmpty();
        assertThat(rows("displacement.net", "TOTAL")).isNotEmpty();
        assertThat(played().text("terms.csv"))
                .contains("US,TOTAL,profitable_share,")
                .contains(",ASSUMED,percent,\"Svanberg");
    }

    @Test
    void softwareIsMoreExposedThanConstruction() throws IOException {
        assertThat(exposure("INDEED:software-development")).isGreaterThan(exposure("INDEED:construction"));
    }

    private double exposure(String sector) throws IOException {
        return rows("exposure", sector)
                .filter(row -> row.concept().equals("gpt_beta"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .value();
    }
}
