package org.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.series.Period;

/** Where there is no number there is a reason that an analyst understands. */
class LedgerWithheldTest extends LedgerCase {
    @Test
    void reinstatementNeedsTheBaseYearAndRecentWeeks() {
        given.removeIf(g -> g.period().end().isBefore(LocalDate.of(2019, 6, 1)));
        assertThat(withheld("TOTAL", "displacement.reinstatement", "postings.ai_share"))
                .isEqualTo("adoption.postings.ai_share is held for 30 weeks of 2019, at least 40 are needed to compare"
                        + " with");
        assertThat(withheld("TOTAL", NET, CONCEPT)).startsWith("reinstatement is withheld: adoption.postings.ai_share");
        postings(LocalDate.of(2019, 1, 4), 22, 2.0);
        given.removeIf(g -> g.indicator().startsWith("adoption.postings")
                && g.period().end().isAfter(LocalDate.of(2025, 4, 1))
                && g.period().end().isBefore(LocalDate.of(2025, 5, 30)));
        assertThat(withheld("TOTAL", "displacement.reinstatement", "postings.ai_share"))
                .startsWith("adoption.postings.ai_share is held for 5 of its newest 13 weeks");
        postings(LocalDate.of(2025, 4, 4), 3, 101);
        assertThat(withheld("TOTAL", "displacement.reinstatement", "postings.ai_share"))
                .endsWith("is 101.0 percent; a share lies between 0 and 100");
    }

    @Test
    void withoutPostingsThereIsNoNet() {
        given.removeIf(g -> g.indicator().startsWith("adoption.postings"));

        assertThat(withheld("TOTAL", NET, CONCEPT))
                .isEqualTo("reinstatement of US is not held: adoption.postings.ai_share");
        assertThat(keys()).noneMatch(k -> k.measure().equals("displacement.reinstatement"));
    }

    @Test
    void aSectorWithoutExposureHasNoNumberAndOneWithItHas() {
        given.add(new Given("adoption.firms.goods_services", "NAICS:51", Period.parse("2025-09"), 25, 0.5));
        upstream.add(adoption("NAICS:51", "firms.goods_services", 25));

        assertThat(withheld("NAICS:51", LEDGER, CONCEPT))
                .isEqualTo("no exposure of NAICS:51: employment by industry and occupation is not held");
        assertThat(keys())
                .noneMatch(k -> k.sector().equals("NAICS:51") && k.measure().equals(NET));

        upstream.add(exposure("NAICS:51", "gpt_beta", 60, 5, null));
        assertThat(term(estimate("NAICS:51", LEDGER, CONCEPT), "exposed_share").value())
                .isEqualTo(60);
        assertThat(withheld("NAICS:51", NET, CONCEPT))
                .isEqualTo("reinstatement of NAICS:51 is not held: adoption.postings.ai_share by sector");
    }

    @Test
    void missingFactorsAreNamed() {
        upstream.remove(1);
        assertThat(withheld("TOTAL", LEDGER, "gpt_beta"))
                .startsWith("adoption of US is not held: none of the concepts firms.any_use, firms.goods_services");
        upstream.clear();
        upstream.add(adoption("TOTAL", "firms.goods_services", 10));
        assertThat(withheld("TOTAL", LEDGER, "jobs.firms.goods_services"))
                .isEqualTo("no exposure of US: neither an estimate by occupation nor exposure.jobs is held");
        upstream.add(exposure("TOTAL", "gpt_beta", 0, 0, "only 64.3 % is rated"));
        assertThat(withheld("TOTAL", LEDGER, CONCEPT))
                .isEqualTo("exposure gpt_beta of TOTAL is withheld: only 64.3 % is rated");
        assertThat(withheld("TOTAL", NET, CONCEPT)).startsWith("displacement is withheld: exposure gpt_beta");
    }

    @Test
    void figuresThatCannotBeTrueGiveNoNumber() {
        give("exposure.jobs", "2024", 160);
        assertThat(withheld("TOTAL", LEDGER, "jobs.firms.goods_services"))
                .isEqualTo("exposed_share is 160.0 percent; a share that counts lies between 0 and 100");
        give("labour.use.automation_share", "2025-11", 120);
        assertThat(withheld("TOTAL", LEDGER, CONCEPT))
                .isEqualTo("labour.use.automation_share in 2025-11 is 120.0 percent; a share lies between 0 and 100");
        given.removeIf(g -> g.value() == 120);
        give("labour.employment.occupation", "2025-05", -1);
        assertThat(withheld("TOTAL", LEDGER, CONCEPT))
                .isEqualTo("employment in 2025-05 is -1.0 persons; it must be above 0");
        assertThat(estimate("TOTAL", LEDGER, CONCEPT).inputs()).isPositive();
    }

    @Test
    void anEconomyOfWhichNothingIsHeldHasNoLedger() {
        given.clear();
        upstream.clear();

        assertThat(new LedgerEstimator(CATALOGUE).estimates(held())).isEmpty();
        assertThat(new LedgerEstimator(
                                CatalogueYaml.parse(List.of(new CatalogueYaml.Text("t", "aggregates: {XX1: X}"))))
                        .estimates(held()))
                .isEmpty();
    }

    /** Whatever is held, the answer is a number with its bands in order or a reason: never an exception, never neither. */
    @Property(tries = 300)
    void thereIsANumberOrAReason(
            @ForAll @DoubleRange(min = -10, max = 110) double exposed,
            @ForAll @DoubleRange(min = 0, max = 60) double exposedSd,
            @ForAll @DoubleRange(min = -5, max = 105) double adopted,
            @ForAll @DoubleRange(min = -20, max = 120) double automated,
            @ForAll @DoubleRange(min = -1, max = 1e9) double employed) {
        upstream.clear();
        upstream.add(exposure("TOTAL", "gpt_beta", exposed, exposedSd, null));
        upstream.add(adoption("TOTAL", "firms.goods_services", adopted));
        given.removeIf(g -> !g.indicator().startsWith("adoption.postings"));
        give("labour.use.automation_share", "2025-09", automated);
        give("labour.employment.occupation", "2024-05", employed);

        assertThat(new LedgerEstimator(CATALOGUE).estimates(held()))
                .hasSize(3)
                .allSatisfy(e -> assertThat(e.levels().isEmpty()).isEqualTo(e.withheld() != null))
                .allSatisfy(e -> assertThat(e.inputs()).isPositive());
        boolean possible = exposed > 0 && exposed < 100 && adopted > 0 && adopted < 100;
        boolean figures = automated >= 0 && automated <= 100 && employed > 0;
        if (!possible || !figures) {
            assertThat(withheld("TOTAL", LEDGER, CONCEPT)).isNotBlank();
            assertThat(withheld("TOTAL", NET, CONCEPT)).startsWith("displacement is withheld");
        }
    }

    @Test
    void theWorldHasExposedJobsAndPeople() {
        upstream.clear();
        upstream.add(adoption("TOTAL", "people.any_use", 16));
        give("exposure.jobs", "2024", 40);

        assertThat(term(estimate("TOTAL", LEDGER, "jobs.people.any_use"), "exposed_share")
                        .value())
                .isEqualTo(40);
    }
}
