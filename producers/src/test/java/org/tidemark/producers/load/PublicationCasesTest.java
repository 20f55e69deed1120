package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.RealData;
import org.tidemark.series.Observation;
import org.tidemark.series.PublicationDate;

/** Publishers' files that were dated wrongly once, in their own formats. */
class PublicationCasesTest {
    private static final Catalogue SHIPPED = ShippedCatalogue.with(List.of());
    private static final Instant END_OF_APRIL = PublicationDate.parse("2026-04-30");
    private static final Instant END_OF_MAY = PublicationDate.parse("2026-05-26");

    private static final String WAGES =
            "jobcountry,country,month,n_obs,posted_wage_growth_yoy,posted_wage_growth_yoy_3moavg\n";
    private static final String APRIL = WAGES
            + """
            DE,Germany,Jan-26,1000,0.021,NA
            DE,Germany,Feb-26,1000,0.022,NA
            DE,Germany,Mar-26,1000,0.023,0.022
            """;
    private static final String MAY = WAGES
            + """
            DE,Germany,Jan-26,1000,0.0213,NA
            DE,Germany,Feb-26,1000,0.0221,NA
            DE,Germany,Mar-26,1000,0.023,0.022
            DE,Germany,Apr-26,1000,0.024,0.023
            """;
    private static final String EUROSTAT =
            """
            DATAFLOW,LAST UPDATE,freq,size_emp,nace_r2,indic_is,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS
            ESTAT:ISOC_EB_AI(1.0),%s,A,GE10,C10-S951_X_K,E_AI_TANY,PC_ENT,SK,2025,11.5,,
            """;

    @TempDir
    private Path folder = Path.of("");

    private final RecordingTarget target = new RecordingTarget();

    @Test
    @DisplayName("B01-undated-download-twice: in a replay the download that reaches further is the later vintage")
    void theDownloadThatReachesFurtherIsTheLaterVintage() throws IOException {
        Path april = file("april/posted-wage-growth-by-country.csv", APRIL);
        Path may = file("may/posted-wage-growth-by-country.csv", MAY);

        replayed(END_OF_MAY, april, may);

        assertThat(figures())
                .containsExactlyInAnyOrder(
                        "2026-01 2.10 2026-02-20 LAG",
                        "2026-02 2.20 2026-03-20 LAG",
                        "2026-03 2.30 2026-04-20 LAG",
                        "2026-01 2.13 2026-05-20 NEWEST",
                        "2026-02 2.21 2026-05-20 NEWEST",
                        "2026-03 2.30 2026-05-20 NEWEST",
                        "2026-04 2.40 2026-05-20 LAG");
        RecordingTarget other = new RecordingTarget();
        run(other, false, END_OF_MAY, may, april);
        assertThat(other.events.stream().map(PublicationCasesTest::withoutReceipt))
                .isEqualTo(target.events.stream()
                        .map(PublicationCasesTest::withoutReceipt)
                        .toList());
    }

    private static String withoutReceipt(Object event) {
        return event.toString().replaceAll("receivedAt=[^,]*", "");
    }

    @Test
    @DisplayName("B01-undated-download-twice: loaded a month apart, the second is the later vintage")
    void aMonthLaterTheSecondDownloadIsTheLaterVintage() throws IOException {
        Path april = file("april/posted-wage-growth-by-country.csv", APRIL);
        Path may = file("may/posted-wage-growth-by-country.csv", MAY);

        live(END_OF_APRIL, april);
        live(END_OF_MAY, may);

        assertThat(figures()).contains("2026-01 2.10 2026-02-20 LAG", "2026-01 2.13 2026-05-20 NEWEST");
        assertThat(target.rejections).isEmpty();
    }

    @Test
    @DisplayName("B01-undated-download-twice: loaded before the usual day, it was public when it was received")
    void loadedBeforeTheUsualDayItWasPublicWhenItWasReceived() throws IOException {
        Instant early = PublicationDate.parse("2026-05-10");
        live(END_OF_APRIL, file("april/wages.csv", APRIL));
        live(early, file("may/wages.csv", MAY));

        assertThat(figures()).contains("2026-01 2.13 2026-05-10 RECEIVED", "2026-04 2.40 2026-05-10 RECEIVED");
    }

    @Test
    @DisplayName("B01-undated-download-twice: two that reach equally far lose nothing and are told of")
    void twoThatReachEquallyFarLoseNothing() throws IOException {
        String revised = APRIL.replace("0.023,0.022", "0.025,0.022");
        LoadReport report =
                replayed(END_OF_MAY, file("april/wages.csv", APRIL), file("april again/wages.csv", revised));

        assertThat(figures())
                .filteredOn(f -> f.startsWith("2026-03"))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(target.observations().stream().map(Observation::published).distinct())
                .hasSize(4);
        assertThat(report.remarks())
                .singleElement()
                .asString()
                .contains("it has no date", "a millisecond after", "put a date such as 2025-01-14 into the name");
    }

    @Test
    @DisplayName("B01-undated-download-twice: received later, the second is public from its receipt")
    void ofEqualReachTheSecondIsPublicFromItsReceipt() throws IOException {
        live(END_OF_APRIL, file("april/wages.csv", APRIL));
        live(END_OF_MAY, file("may/wages.csv", APRIL.replace("0.021,", "0.019,")));

        assertThat(figures()).contains("2026-01 1.90 2026-05-26 RECEIVED", "2026-03 2.30 2026-05-26 RECEIVED");
    }

    @Test
    @DisplayName("B01-undated-download-twice: an older download that comes second is history, and told of")
    void anOlderDownloadThatComesSecondIsHistory() throws IOException {
        live(END_OF_MAY, file("may/wages.csv", MAY));
        LoadReport report = live(END_OF_MAY, file("april/wages.csv", APRIL));

        Instant usual = PublicationDate.parse("2026-02-20");
        assertThat(target.observations())
                .filteredOn(o -> o.figure().period().toString().equals("2026-01"))
                .extracting(Observation::value, Observation::published)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2.13, usual),
                        org.assertj.core.groups.Tuple.tuple(2.1, usual.minusMillis(1)));
        assertThat(report.remarks()).singleElement().asString().contains("reaches less far", "2 figures");
    }

    @Test
    @DisplayName("B01-undated-download-twice: the publisher's two files, if they are there, lose nothing")
    void theSamePublishersFileAgainWithARevisionLosesNothing() throws IOException {
        Path first = RealData.at("indeed-wages/posted-wage-growth-by-country_latest.csv");
        String text = Files.readString(first);
        Path second = file("again/posted-wage-growth-by-country.csv", text.replace(",0.02", ",0.03"));

        live(END_OF_APRIL, first);
        long before = target.observations().size();
        live(END_OF_MAY, second);

        assertThat(target.observations().size()).isEqualTo((int) (2 * before));
        assertThat(target.observations().stream()
                        .map(o -> o.figure() + " " + o.published())
                        .distinct())
                .hasSize((int) (2 * before));
    }

    @Test
    @DisplayName("B02-microsoft-revised-half-year: what the later file restates is public with its newest figure")
    void whatALaterFileRestatesIsPublicWithItsNewestFigure() throws IOException {
        Path first = file("AI_Diffusion_H12025.csv", "Economy,H1 2025 AI Diffusion\nUnited Arab Emirates,59.40%\n");
        Path update = file(
                "AI_Diffusion_Q12026_Update.csv",
                """
                Economy,H1 2025 AI Diffusion,H2 2025 AI Diffusion,Q1 2026 AI Diffusion
                United Arab Emirates,60.10%,64.00%,70.10%
                """);

        replayed(END_OF_MAY, first, update);

        assertThat(figures())
                .containsExactly(
                        "2025-H1 59.40 2025-11-30 CALENDAR",
                        "2025-H2 64.00 2026-01-31 CALENDAR",
                        "2025-H1 60.10 2026-05-31 NEWEST",
                        "2026-Q1 70.10 2026-05-31 CALENDAR");
    }

    @Test
    @DisplayName("A21-last-update-without-time: a bare day is read")
    void aBareDayIsRead() throws IOException {
        // A year whose day the catalogue's calendar does not know.
        String text = EUROSTAT.formatted("11/12/25").replace("SK,2025,", "SK,2026,");
        replayed(END_OF_MAY, file("eurostat.csv", text));

        assertThat(figures()).containsExactly("2026 11.50 2025-12-11 FILE");
    }

    @Test
    @DisplayName("A21-last-update-without-time: what cannot be read is said in one line, and the calendar counts")
    void whatCannotBeReadIsSaid() throws IOException {
        LoadReport report = replayed(END_OF_MAY, file("eurostat.csv", EUROSTAT.formatted("12/31/25")));

        assertThat(figures()).containsExactly("2025 11.50 2025-12-11 CALENDAR");
        assertThat(report.remarks())
                .singleElement()
                .asString()
                .contains("eurostat.csv: line 2: LAST UPDATE '12/31/25' is no date that can be read", "the day first")
                .doesNotContain("\n");
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    private LoadReport live(Instant now, Path... files) throws IOException {
        return run(target, true, now, files);
    }

    private LoadReport replayed(Instant now, Path... files) throws IOException {
        return run(target, false, now, files);
    }

    private static LoadReport run(RecordingTarget to, boolean live, Instant now, Path... files) throws IOException {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Loader loader = new Loader(SHIPPED, Formats.all(SHIPPED), to, clock, LoadProgress.SILENT);
        return (live ? loader.live() : loader).run(Inputs.of(List.of(files)), LoadSettings.ALL);
    }

    private List<String> figures() {
        return target.observations().stream()
                .map(o -> String.format(
                        Locale.ROOT,
                        "%s %.2f %s %s",
                        o.figure().period(),
                        o.value(),
                        o.published().toString().substring(0, 10),
                        o.basis()))
                .toList();
    }
}
