package org.tidemark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Indeed's postings in the United States by sector. The parameters were not set on them, and must not be: what is here
 * is what the detector says, wanted or not.
 */
class PostingsRealDataTest {
    private static final Contrasted POSTINGS = MadeEconomy.recipe("postings");
    private static final double ALARM = 0.975;
    private SectorPanel panel;

    @BeforeEach
    void read() throws IOException {
        panel = SectorPanel.of(POSTINGS.recipe(), LabourFiles.postings("US"));
    }

    @Test
    void softwareAlarmsBeforeOctober2022AndNeverInTheFirstHalfOf2021() {
        List<LocalDate> alarms = alarms("INDEED:software-development");

        assertThat(alarms).filteredOn(between("2021-01-01", "2021-06-30")).isEmpty();
        assertThat(alarms).filteredOn(between("2021-01-01", "2022-09-30")).isNotEmpty();
    }

    @Test
    void constructionNeverAlarmsFrom2021On() {
        assertThat(alarms("INDEED:construction"))
                .filteredOn(between("2021-01-01", "2024-12-31"))
                .isEmpty();
    }

    /** Weeks in alarm of each sector alone: among the unexposed they are what chance and other causes make of the detector. */
    @Test
    void from2021OnTheUnexposedAreHardlyEverInAlarm() {
        assertThat(weeksInAlarmFrom2021(POSTINGS.groups().unexposed())).isEqualTo(16);
        assertThat(weeksInAlarmFrom2021(POSTINGS.groups().others())).isEqualTo(6);
        assertThat(weeksInAlarmFrom2021(POSTINGS.groups().exposed())).isEqualTo(322);
    }

    private long weeksInAlarmFrom2021(List<String> sectors) {
        return Contrast.all(POSTINGS, panel).stream()
                .filter(c -> sectors.contains(c.sector()))
                .flatMap(c -> alarms(Objects.requireNonNull(c.path())).stream())
                .filter(between("2021-01-01", "2024-12-31"))
                .count();
    }

    /** Falls that were not AI's: reported, not hidden. */
    @ParameterizedTest
    @CsvSource({
        "INDEED:software-development, 2020-06-05, 2020-10-02",
        "INDEED:customer-service, 2020-05-22, 2020-06-19",
        "TOTAL, 2020-05-15, 2020-09-11"
    })
    void theSpringOf2020AlarmsToo(String sector, LocalDate first, LocalDate last) {
        List<LocalDate> of2020 = alarms(sector).stream()
                .filter(between("2020-01-01", "2020-12-31"))
                .toList();

        assertThat(of2020.get(0)).isEqualTo(first);
        assertThat(of2020.get(of2020.size() - 1)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "INDEED:software-development, 2022-05-13, 0.36, 2022-09-02, -0.23, -0.63, 87",
                "TOTAL,                       2022-05-13, 0.15, 2022-10-28, -0.21, -0.36, 19",
                "INDEED:customer-service,     2020-02-14, 0.02, none,       -0.30, -0.37, 0",
                "INDEED:construction,         2021-04-16, 0.20, none,        0.11, -0.07, 0"
            })
    void peakAlarmGapsAndTheShareOf2023AreThoseOfTheMethod(
            String sector,
            LocalDate peak,
            double highest,
            LocalDate alarm,
            double endOf2022,
            double newest,
            long percentOf2023) {
        ContrastPath path = path(sector);
        List<LocalDate> alarms = alarms(path);

        assertThat(path.peak().period().end()).isEqualTo(peak);
        assertThat(path.peak().value()).isCloseTo(highest, within(0.005));
        assertThat(alarms.stream().filter(between("2021-01-01", "2024-12-31")).findFirst())
                .isEqualTo(Optional.ofNullable(alarm));
        assertThat(gap(path, "2022-12-30")).isCloseTo(endOf2022, within(0.0055));
        assertThat(gap(path, "2024-09-27")).isCloseTo(newest, within(0.0055));
        long of2023 =
                alarms.stream().filter(between("2023-01-01", "2023-12-31")).count();
        assertThat(Math.round(100.0 * of2023 / 52)).isEqualTo(percentOf2023);
    }

    private static Predicate<LocalDate> between(String from, String to) {
        return day -> !day.isBefore(LocalDate.parse(from)) && !day.isAfter(LocalDate.parse(to));
    }

    private static double gap(ContrastPath path, String day) {
        return path.states().stream()
                .map(ContrastPath.State::gap)
                .filter(g -> g.period().end().equals(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private List<LocalDate> alarms(String sector) {
        return alarms(path(sector));
    }

    private static List<LocalDate> alarms(ContrastPath path) {
        return path.states().stream()
                .filter(s -> s.speedNegative() > ALARM)
                .map(s -> s.gap().period().end())
                .toList();
    }

    private ContrastPath path(String sector) {
        return Contrast.all(POSTINGS, panel).stream()
                .filter(c -> c.sector().equals(sector))
                .map(Contrast::path)
                .findFirst()
                .orElseThrow();
    }
}
