package org.tidemark.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Background;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.it.TestSystem;
import org.tidemark.series.Period;

class ComposedTableTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-06-30");
    private static final Term ASSUMED =
            new Term("profitable_share", 0.23, 0.12, 0.61, Term.Basis.ASSUMED, "share", "Svanberg et al. (2024)");
    private static final Term SMALLEST =
            new Term("smallest_effect", 5.54, null, null, Term.Basis.ESTIMATED, "log_points", "2.8 standard errors");

    private final ComposedTable table = new ComposedTable(
            "Displacement",
            new Words(TestSystem.CATALOGUE, true),
            m -> m.startsWith("displacement."),
            "nothing yet",
            TODAY);

    @Test
    void whatIsAssumedAndWhatCouldNotBeSeenStandBesideTheNumber() {
        List<Estimate> latest = List.of(
                number("US", "TOTAL", "displacement.ledger", "percent", null, ASSUMED),
                number("US", "TOTAL", "displacement.contrast", "log_points", 0.9996, SMALLEST),
                number("US", "TOTAL", "demand_gap", "percent", 0.5, SMALLEST));

        assertThat(table.lines(latest))
                .containsExactly(
                        "Displacement",
                        "      value                P(<0)  period  age  figures",
                        "displacement.contrast: jobs, log pt",
                        "  US  -2.1 (-3.0 to -1.0)  >0.99  2025    181        2",
                        "    smallest effect 5.5",
                        "displacement.ledger: jobs, %",
                        "  US  -2.1 (-3.0 to -1.0)         2025    181        2",
                        "    profitable_share ASSUMED (61 % of variance)");
    }

    @Test
    void whatCannotBeToldFromZeroSaysSo() {
        Term zero = new Term("told_from_zero", 0.0, null, null, Term.Basis.ESTIMATED, "flag", "AI's part");
        Term told = new Term("told_from_zero", 1.0, null, null, Term.Basis.ESTIMATED, "flag", "AI's part");

        assertThat(table.lines(List.of(number("US", "TOTAL", "displacement.net", "percent", 0.5, zero))))
                .last()
                .asString()
                .endsWith("cannot be told from zero");
        assertThat(table.lines(List.of(number("US", "TOTAL", "displacement.net", "percent", 0.5, told))))
                .last()
                .asString()
                .endsWith("2");
    }

    @Test
    void aReasonThatManyShareNamesTheFirstOfThem() {
        List<Estimate> latest = IntStream.range(0, 10_000)
                .mapToObj(i -> withheld("X%05d".formatted(i), "TOTAL", "no exposure of X%05d is held".formatted(i)))
                .toList();

        assertThat(String.join("", table.lines(latest)))
                .contains("no number for X00000, X00001, ")
                .contains(" X00039 and 9,960 more")
                .endsWith("no  exposure is held");
    }

    @Test
    void ofManyDeflatorsTheChosenOneIsShown() {
        ComposedTable gaps = new ComposedTable(
                "Gap", new Words(TestSystem.CATALOGUE, true), m -> m.equals("demand_gap"), "nothing", TODAY);
        Estimate chosen = gap("retail.pce_all");

        assertThat(gaps.lines(List.of(chosen, gap("retail.cpi_all"), gap("firms.employees"))))
                .hasSize(8)
                .noneMatch(line -> line.contains("cpi_all"))
                .anyMatch(line -> line.startsWith("and 1 more"));
    }

    private static Estimate gap(String concept) {
        HorizonValue level = new HorizonValue(Horizon.P0D, new Banded(-2.06, -3, -1, -4, 0), 0.9);
        return estimate(
                new EstimateKey("US", "TOTAL", "demand_gap", concept), "percent", List.of(level), List.of(), null);
    }

    @Test
    void economiesWithTheSameReasonShareALine() {
        List<Estimate> latest = List.of(
                withheld("SE", "TOTAL", "no exposure of SE is held"),
                withheld("DE", "TOTAL", "no exposure of DE is held"),
                withheld("US", "TOTAL", "a share over 1"),
                withheld("US", "NAICS:51", "no exposure of NAICS:51 is held"));

        assertThat(table.lines(latest))
                .containsExactly(
                        "Displacement",
                        "nothing yet",
                        "no number for US, displacement.ledger: a share over 1",
                        "no number for DE, SE, displacement.ledger: no exposure is held");
    }

    @Test
    void sectorsAreCountedBelowAndWhatRestsOnNothingIsGone() {
        List<Estimate> latest = List.of(
                number("US", "TOTAL", "displacement.ledger", "percent", null, ASSUMED),
                number("US", "INDEED:construction", "displacement.ledger", "percent", null, ASSUMED));

        assertThat(table.lines(latest))
                .hasSize(7)
                .endsWith(
                        "and 1 more by sector, region or another deflator, or in the background; the",
                        "  query API and estimates.csv have them");
        assertThat(table.lines(List.of())).containsExactly("Displacement", "nothing yet");
    }

    @Test
    void whatStandsInTheBackgroundIsCountedAndInNoRow() {
        List<Estimate> latest = List.of(number(
                "US",
                "TOTAL",
                "displacement.contrast",
                "log_points",
                null,
                Background.because("no sign", "log_points")));

        assertThat(table.lines(latest))
                .containsExactly(
                        "Displacement",
                        "nothing yet",
                        "and 1 more by sector, region or another deflator, or in the background; the",
                        "  query API and estimates.csv have them");
    }

    @Test
    void whatWasObservedStandsBesideWhatTheFactorsImply() {
        Term cuts = new Term(
                "announced_cuts",
                54836.0,
                null,
                null,
                Term.Basis.MEASURED,
                "persons",
                "observed, announced cuts in 2025, C: said");
        Term bound = new Term(
                "register_bound",
                1.0,
                null,
                null,
                Term.Basis.MEASURED,
                "percent",
                "observed, largest effect, H: of some");

        assertThat(table.lines(List.of(number("US", "TOTAL", "displacement.ledger", "percent", null, cuts))))
                .last()
                .isEqualTo("    observed: 54,836 announced cuts in 2025, C");
        assertThat(table.lines(List.of(number("DK", "TOTAL", "displacement.ledger", "percent", null, bound))))
                .last()
                .isEqualTo("    observed: 1.0 %, largest effect, H");
    }

    private static Estimate number(
            String economy, String sector, String measure, String unit, @Nullable Double negative, Term term) {
        Banded band = new Banded(-2.06, -3, -1, -4, 0);
        return estimate(
                new EstimateKey(economy, sector, measure, "jobs"),
                unit,
                List.of(new HorizonValue(Horizon.P0D, band, negative)),
                List.of(term),
                null);
    }

    private static Estimate withheld(String economy, String sector, String reason) {
        return estimate(
                new EstimateKey(economy, sector, "displacement.ledger", "jobs"),
                "percent",
                List.of(),
                List.of(),
                reason);
    }

    private static Estimate estimate(
            EstimateKey key, String unit, List<HorizonValue> levels, List<Term> terms, @Nullable String withheld) {
        return new Estimate(
                key,
                Instant.parse("2026-06-30T00:00:00Z"),
                Period.parse("2025"),
                2,
                "00",
                "model",
                unit,
                levels,
                null,
                terms,
                withheld);
    }
}
