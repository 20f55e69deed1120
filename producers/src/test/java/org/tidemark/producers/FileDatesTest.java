package org.tidemark.producers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.series.PublicationDate;

class FileDatesTest {
    @ParameterizedTest
    @CsvSource({
        "AI_posting.2024-02-14.csv, 2024-02-14",
        "2024-03.csv, 2024-03",
        "2024-03_panel.csv, 2024-03",
        "btos-2025-01-14-2.xlsx, 2025-01-14",
        "2024-03 as of 2024-05-17.csv, 2024-05-17",
        "2024-13-40 and 2024-05-17.csv, 2024-05-17",
        "2024-02-31 or 2024-05.csv, 2024-05",
        "1959-01_2024-03.csv, 2024-03",
        "0800-12.csv in 2024-03, 2024-03",
        "2025-04-md.csv, 2025-04",
        "vintages 2015-01-to-2025-12.csv, 2025-12",
        "FRED-MD_2024m03.csv, 2024-03",
        "FRED-QD_2019m3.csv, 2019-03",
        "wages_20260526.csv, 2026-05-26",
        "wages 2026_05_26 (1).csv, 2026-05-26",
        "wages.2026.05.26.csv, 2026-05-26",
        "wages.26.05.2026.csv, 2026-05-26",
        "wages 2019-01-01 to 2024-12-31.csv, 2024-12-31"
    })
    void aDayOrMonthInTheNameIsTheDate(String name, String date) {
        assertThat(FileDates.of(new SourceFile(Path.of("data", name)))).contains(PublicationDate.parse(date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "figures.csv",
                "2024.csv",
                "12024-03.csv",
                "2024-031.csv",
                "20241314.csv",
                "120240314.csv",
                "26-05-2026.csv",
                "2024-3-1.csv",
                "1959-01.csv",
                "2024-03-x.csv",
                "2024m13.csv",
                "12024m3.csv",
                "2024m031.csv"
            })
    void whatOnlyLooksLikeADateIsNone(String name) {
        assertThat(FileDates.of(new SourceFile(Path.of("data", name)))).isEmpty();
    }

    @Test
    void theFolderOfAnArchiveTellsTheInstant() {
        assertThat(FileDates.of(new SourceFile(Path.of("indeed", "2026-11-30T10-05-06Z-0123456789ab", "a.csv"))))
                .contains(Instant.parse("2026-11-30T10:05:06Z"));
        assertThat(FileDates.of(new SourceFile(Path.of("2026-11-30T10-05-06Z-0123456789ab", "2026-10.csv"))))
                .contains(PublicationDate.parse("2026-10"));
    }

    @Test
    void theFolderTellsWhatTheNameDoesNot() {
        assertThat(FileDates.of(new SourceFile(Path.of("releases", "2024-05-17", "figures.csv"))))
                .contains(PublicationDate.parse("2024-05-17"));
        assertThat(FileDates.of(new SourceFile(Path.of("2024-05-17", "2024-03.csv"))))
                .contains(PublicationDate.parse("2024-03"));
    }

    @Test
    void onlyTheNearestFolderTells() {
        assertThat(FileDates.of(new SourceFile(Path.of("2024-05-17", "in", "figures.csv"))))
                .isEmpty();
    }

    @Test
    void aFileAtTheRootHasNoFolderThatTells() {
        assertThat(FileDates.of(new SourceFile(Path.of("/figures.csv")))).isEmpty();
    }
}
