package org.tidemark.producers.indeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.producers.Damage;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceContract;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.Told;
import org.tidemark.series.Period;
import org.tidemark.validate.RejectReason;

class AiPostingsTest {
    private static final String HEADER = "date,jobcountry,AI_share_postings\n";

    @TempDir
    private Path folder = Path.of("");

    private Told told(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("AI_posting.2025-02-14.csv"), HEADER + rows);
        return Told.by(new AiPostings(), file);
    }

    abstract static class Contract extends SourceContract {
        @Override
        protected SourceFormat format() {
            return new AiPostings();
        }

        @Override
        protected String resources() {
            return "indeed/ai";
        }
    }

    @Nested
    class IsoDates extends Contract {
        @Override
        protected Path fixture() {
            return resource("indeed/ai/AI_posting.2024-03-01.csv");
        }

        @Override
        protected Expected expected() {
            return new Expected(5, Map.of(SkipReason.EMPTY, 2), Map.of());
        }

        @Override
        protected List<Damage> damages() {
            return with(
                    Damage.replacing("a word for a share", "1.6", "much", RejectReason.BAD_NUMBER),
                    Damage.replacing("a country by its name", "31,DE", "31,Germany", RejectReason.BAD_ID),
                    Damage.replacing("no country", "31,DE", "31,", RejectReason.BAD_ID),
                    Damage.replacing("no date", "2024-01-31,DE", ",DE", RejectReason.MISSING_FIELD),
                    Damage.replacing("a day that is none", "2024-01-31,DE", "2024-02-31,DE", RejectReason.BAD_PERIOD),
                    Damage.replacing("the other style", "2024-01-31,DE", "31/1/24,DE", RejectReason.BAD_PERIOD));
        }

        @Override
        protected List<String> realFiles() {
            return List.of(
                    "indeed-ai-postings/AI_posting.2024-10-15.csv", "indeed-ai-postings/AI_posting.2025-02-14.csv");
        }
    }

    @Nested
    class SlashDates extends Contract {
        @Override
        protected Path fixture() {
            return resource("indeed/ai/AI_posting.2024-02-14.csv");
        }

        @Override
        protected Expected expected() {
            return new Expected(6, Map.of(SkipReason.EMPTY, 1), Map.of());
        }

        @Override
        protected List<Damage> damages() {
            return with(
                    Damage.replacing("the other style", "31/1/24,DE", "2024-01-31,DE", RejectReason.BAD_PERIOD),
                    Damage.replacing("the month first", "31/1/24,DE", "1/31/24,DE", RejectReason.BAD_PERIOD));
        }
    }

    private static List<Damage> with(Damage... own) {
        return java.util.stream.Stream.concat(Damage.ofUtf8Table().stream(), java.util.Arrays.stream(own))
                .toList();
    }

    @Test
    void aFigureIsAboutTheSevenDaysThatEndOnItsDate() throws IOException {
        StatedFigure figure = told("2025-02-10,US,2.5\n").figures.get(0);

        assertThat(figure.figure())
                .hasToString("adoption.postings.ai_share|US|TOTAL|INDEED_AI_POSTINGS|2025-02-04/2025-02-10");
        assertThat(figure.value()).isEqualTo(2.5);
        assertThat(figure.unit()).isEqualTo("percent");
        assertThat(figure.where()).isEqualTo("line 2");
    }

    @Test
    void aDayThatCouldBeAMonthIsReadAsTheRestOfTheFileIsWritten() throws IOException {
        Told told = told("30/1/25,US,2.5\n31/1/25,US,2.5\n1/2/25,US,2.5\n");

        assertThat(told.figures)
                .extracting(f -> f.figure().period())
                .containsExactly(
                        Period.trailing(7, LocalDate.of(2025, 1, 30)),
                        Period.trailing(7, LocalDate.of(2025, 1, 31)),
                        Period.trailing(7, LocalDate.of(2025, 2, 1)));
    }

    @Test
    void theReleaseIsDatedByTheNameOfItsFile() {
        SourceFile file = new SourceFile(Path.of("AI_posting.2025-01-14.csv"));

        assertThat(new AiPostings().filed(file)).contains(Instant.parse("2025-01-14T23:59:59.999Z"));
    }

    @Test
    void aTableWithOneMoreColumnIsAnotherTable() throws IOException {
        Path file = folder.resolve("AI_posting.csv");
        Files.writeString(file, "date,jobcountry,sector,AI_share_postings\n", StandardCharsets.UTF_8);

        assertThat(new AiPostings().recognises(new SourceFile(file))).isFalse();
    }
}
