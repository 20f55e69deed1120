package org.tidemark.producers.indeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tidemark.producers.RealData;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.Told;
import org.tidemark.series.FigureId;

/** What is known of the publisher's own releases, where they are at hand. */
class IndeedReleasesTest {
    private static final SourceFormat AI = new AiPostings();
    private static final SourceFormat INDEX = new PostingsIndex();

    private static List<Path> files(String place) throws IOException {
        try (Stream<Path> files = Files.list(RealData.at(place))) {
            return files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
        }
    }

    private static Map<FigureId, Double> values(SourceFormat format, String place) throws IOException {
        Map<FigureId, Double> values = new HashMap<>();
        for (StatedFigure figure : Told.by(format, RealData.at(place)).figures) {
            Double before = values.put(figure.figure(), Objects.requireNonNull(figure.value()));
            assertThat(before).as("%s once only", figure.figure()).isNull();
        }
        return values;
    }

    @Test
    void noReleaseOfTheAiShareHoldsADayBeyondItsOwnDate() throws IOException {
        List<Path> files = files("indeed-ai-postings");

        assertThat(files).hasSize(11).allSatisfy(file -> assertSound(AI, file));
    }

    @Test
    void noReleaseOfTheIndexHoldsADayBeyondItsOwnDate() throws IOException {
        List<Path> files = files("indeed-job-postings");

        assertThat(files).hasSize(112).allSatisfy(file -> assertSound(INDEX, file));
    }

    private static void assertSound(SourceFormat format, Path path) throws IOException {
        SourceFile file = new SourceFile(path);
        assertThat(format.recognises(file)).isTrue();
        Told told = Told.by(format, path);
        assertThat(told.rejected).isEmpty();
        assertThat(told.figures).isNotEmpty().allSatisfy(f -> assertThat(
                        f.figure().period().end().atStartOfDay(ZoneOffset.UTC).toInstant())
                .isBeforeOrEqualTo(format.filed(file).orElseThrow()));
    }

    @Test
    void theReleaseWithOtherDatesSaysTheSameAsTheOneBeforeWithoutJapan() throws IOException {
        Map<FigureId, Double> before = values(AI, "indeed-ai-postings/AI_posting.2025-02-07.csv");
        Map<FigureId, Double> after = values(AI, "indeed-ai-postings/AI_posting.2025-02-14.csv");
        before.keySet().removeIf(id -> id.series().economy().equals("JP"));

        assertThat(after.keySet()).hasSize(20_007).isEqualTo(before.keySet());
        // The later one has nine decimals.
        assertThat(after).allSatisfy((id, value) -> assertThat(value).isCloseTo(before.get(id), within(1e-9)));
    }

    @Test
    void theChangeOfUnitIsNoRevision() throws IOException {
        for (String country : List.of("US", "DE")) {
            assertContinued(country, "2022-12-01", "2022-12-12", 1e-9);
        }
    }

    /** The one column of old is the adjusted one: the unadjusted differs by up to 11 points. */
    @Test
    void theOldestLayoutIsContinuedByTheAdjustedColumn() throws IOException {
        assertContinued("DE", "2022-05-04", "2022-06-01", 1e-9);
        assertContinued("US", "2022-05-04", "2022-06-01", 0.17);
    }

    private static void assertContinued(String country, String from, String to, double points) throws IOException {
        String place = "indeed-job-postings/aggregate_job_postings_%s.%s.csv";
        Map<FigureId, Double> before = values(INDEX, place.formatted(country, from));
        Map<FigureId, Double> after = values(INDEX, place.formatted(country, to));

        assertThat(before).isNotEmpty().allSatisfy((id, value) -> assertThat(value)
                .as(id.toString())
                .isCloseTo(Objects.requireNonNull(after.get(id)), within(points)));
    }
}
