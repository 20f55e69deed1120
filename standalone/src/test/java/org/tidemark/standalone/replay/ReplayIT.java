package org.tidemark.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Horizon;
import org.tidemark.it.Figures;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.standalone.diff.DiffText;
import org.tidemark.standalone.diff.ReplayDiff;
import org.tidemark.validate.RejectReason;

/** History played again: to the same bytes, and never with what was not known yet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayIT {
    private static final String HEADER =
            "as_of,measure,concept,economy,sector,period,horizon,value,lower80,upper80,lower95,upper95,p_negative,unit,inputs,model,period_start,period_end";
    private static final Figures WEEKLY = new Figures().weekly(List.of("AT", "BE", "CZ"), 20);
    private static final Figures YEARLY = new Figures()
            .firms("DK", "2020", 20.0, "2021-01-31")
            .firms("DK", "2021", 24.0, "2022-01-31")
            .firms("DK", "2022", 28.0, "2023-01-31")
            .firms("DK", "2023", 33.0, "2024-01-31")
            .firms("DK", "2021", 25.0, "2024-01-31")
            .firms("BE", "2022", 9.0, "2023-03-01");
    private static final String BAD = "adoption.firms.any_use,DK,TOTAL,2022,1\u0007,percent,2023-01-31,MADE";

    private final Path dir;
    private final Path weekly;
    private final Path yearly;
    private final Played played;

    ReplayIT(@TempDir Path dir) throws Exception {
        this.dir = dir;
        weekly = WEEKLY.in(dir, "weekly.csv");
        yearly = with(YEARLY, BAD).in(dir, "yearly.csv");
        played = Played.all(dir.resolve("played"), 1, weekly, yearly);
    }

    private static Figures with(Figures figures, String row) {
        return figures.publishedBy(LocalDate.MAX).row(row);
    }

    @BeforeAll
    void everyFigureHasOneEnd() throws IOException {
        assertThat(played.told().counts().addUp()).isTrue();
        assertThat(played.run("counts").get("add_up").asBoolean()).isTrue();
        assertThat(played.run("counts").get("read").asInt()).isEqualTo(20 * 3 + 6 + 1);
    }

    @Test
    void neitherThreadsNorTheOrderOfTheInputsChangeAByte() throws Exception {
        Played other = Played.all(dir.resolve("other"), 2, yearly, weekly);

        assertThat(other.run("output")).isEqualTo(played.run("output"));
        assertThat(other.run("input")).isEqualTo(played.run("input"));
        assertThat(other.run("counts")).isEqualTo(played.run("counts"));
        for (String file : List.of("estimates.csv", "stages.csv", "rejected.csv", "history.om")) {
            assertThat(other.text(file)).isEqualTo(played.text(file));
        }
    }

    @Test
    void anotherCatalogueSaysOtherThingsAndDiffTellsWhich() throws Exception {
        Catalogue noisier = ShippedCatalogue.with(
                List.of(
                        new CatalogueYaml.Text(
                                "own.yaml",
                                """
                indicators:
                  adoption.firms.any_use:
                    noise: 0.05
                """)));

        Played other = Played.by(noisier, dir.resolve("noisier"), weekly, yearly);

        ReplayDiff diff = ReplayDiff.between(played.out(), other.out(), 0, 20);
        StringWriter told = new StringWriter();
        new DiffText(new PrintWriter(told), 20).print(diff);
        assertThat(diff.saysTheSame()).isFalse();
        assertThat(told.toString())
                .contains("Run differently:\n  catalogue: ")
                .doesNotContain("  model: ", "  input ")
                .as("a level and a projection of each of four economies")
                .contains("estimates.csv: 8 cells differ; ")
                .contains(" 0 only in A, 0 only in B")
                .containsPattern("DK +TOTAL +penetration +firms.any_use");
    }

    @Test
    void theOrderOfTheRowsChangesNoEstimate() throws Exception {
        Path reversed = Files.createDirectory(dir.resolve("reversed"));

        Played other = Played.all(
                dir.resolve("of-reversed"),
                1,
                WEEKLY.reversed().in(reversed, "weekly.csv"),
                YEARLY.reversed().in(reversed, "yearly.csv"));

        assertThat(other.text("estimates.csv")).isEqualTo(played.text("estimates.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-12-31", "2023-03-01", "2024-01-30"})
    void asOfADayIsWhatWasSaidByThen(String day) throws Exception {
        Played then = Played.asOf(dir.resolve("as-of-" + day), day, weekly, yearly);

        assertThat(then.text("estimates.csv")).isEqualTo(saidBy(PublicationDate.parse(day)));
        assertThat(then.told().counts().addUp()).isTrue();
    }

    private String saidBy(Instant end) throws IOException {
        List<String> lines = played.text("estimates.csv").lines().toList();
        return Stream.concat(Stream.of(HEADER), lines.stream().skip(1).filter(line -> !Played.Row.of(line)
                        .asOf()
                        .isAfter(end)))
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    @Test
    void asOfADayIsAReplayOfOnlyWhatWasPublishedByThen() throws Exception {
        LocalDate day = LocalDate.parse("2023-04-12");
        Path early = Files.createDirectory(dir.resolve("early"));

        Played then = Played.asOf(dir.resolve("then"), day.toString(), weekly, yearly);
        Played only = Played.all(
                dir.resolve("only"),
                1,
                WEEKLY.publishedBy(day).in(early, "weekly.csv"),
                with(YEARLY.publishedBy(day), BAD).in(early, "yearly.csv"));

        assertThat(then.estimates())
                .isNotEmpty()
                .hasSizeLessThan(played.estimates().size());
        assertThat(then.text("estimates.csv")).isEqualTo(only.text("estimates.csv"));
        assertThat(then.text("stages.csv")).isEqualTo(only.text("stages.csv"));
    }

    @Test
    void untilAPeriodLeavesLaterOnesOut() throws Exception {
        LocalDate end = LocalDate.parse("2022-12-31");

        Played early = Played.until(dir.resolve("until"), end, weekly, yearly);

        assertThat(early.estimates())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(Period.parse(row.period()).end()).isBeforeOrEqualTo(end));
        // The revision of 2021 came in 2024: what was published later of an early period stays.
        assertThat(early.estimates())
                .anySatisfy(row -> assertThat(row.asOf()).isEqualTo(PublicationDate.parse("2024-01-31")));
        assertThat(early.told().counts().addUp()).isTrue();
    }

    @Test
    void theTableHasARowForEveryHorizonThatIsNotTooEarly() throws IOException {
        assertThat(played.text("estimates.csv").lines().findFirst()).hasValue(HEADER);
        assertThat(horizons("DK", "2023-01-31"))
                .containsExactly(Horizon.P0D.name(), Horizon.NOW.name(), Horizon.P1Y.name());
        assertThat(horizons("DK", "2024-01-31"))
                .containsExactly(Stream.of(Horizon.values()).map(Horizon::name).toArray(String[]::new));
    }

    private List<String> horizons(String economy, String published) throws IOException {
        return played.estimates().stream()
                .filter(row -> row.economy().equals(economy) && row.measure().equals("penetration"))
                .filter(row -> row.asOf().equals(PublicationDate.parse(published)))
                .map(Played.Row::horizon)
                .toList();
    }

    @Test
    void whatWasRejectedIsThereWithItsReasonAndItsBytesInPrint() throws IOException {
        assertThat(played.text("rejected.csv").lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(RejectReason.BAD_NUMBER + ",")
                .contains("yearly.csv, line 8")
                .contains("2022,1\\x07,percent");
    }

    @Test
    void stagesAreToldFromFourFiguresOnAndOfThreeTheSpeedAlone() throws IOException {
        assertThat(played.text("stages.csv").lines().filter(line -> line.contains(",DK,")))
                .satisfiesExactly(three -> assertThat(three).endsWith(",,,,,,,,"), four -> assertThat(four)
                        .doesNotContain(",,,,,"));
    }
}
