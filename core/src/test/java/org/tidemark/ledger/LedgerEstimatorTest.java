package org.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Term.Basis;
import org.tidemark.series.Period;

class LedgerEstimatorTest extends LedgerCase {
    @Test
    void isTheProductOfItsFactorsWithEachPartOfTheVariance() {
        Estimate ledger = estimate("TOTAL", LEDGER, CONCEPT);

        double substitution = (2 * 0.5 + 3 * 0.43 + 3 * 0.49) / 8;
        assertThat(term(ledger, "substitution_share").value()).isCloseTo(100 * substitution, within(1e-12));
        assertThat(term(ledger, "substitution_share").standardDeviation())
                .isCloseTo(100 * Math.sqrt(substitution * (1 - substitution) / 9), within(1e-12));
        assertThat(term(ledger, "expected").value()).isCloseTo(100 * 0.4 * 0.1 * substitution * 0.23, within(1e-12));
        assertThat(term(ledger, "persons").value()).isCloseTo(0.4 * 0.1 * substitution * 0.23 * 150e6, within(1e-3));
        assertThat(ledger.terms())
                .extracting(Term::basis)
                .startsWith(Basis.ESTIMATED, Basis.ESTIMATED, Basis.ESTIMATED, Basis.ASSUMED);
        assertThat(ledger.terms().stream()
                        .map(Term::varianceShare)
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(term(ledger, "profitable_share").source()).contains("Svanberg");
        assertThat(term(ledger, "persons").source()).contains("not an observation of jobs lost");
        assertThat(ledger.levels()).extracting(HorizonValue::horizon).containsExactly(Horizon.P0D, Horizon.NOW);
        assertThat(ledger.levels()).allSatisfy(l -> assertThat(l.pNegative()).isNull());
        assertThat(ledger.period()).isEqualTo(Period.parse("2025-09"));
        assertThat(ledger.inputs()).isEqualTo(8 + 50 + 2 + 1);
        assertThat(ledger.model())
                .isEqualTo("ledger-product/1+profitable_share(0.23:10.0)+substitution_share(0.5:2.0+3.0)");
    }

    @Test
    void withoutFiguresOfAutomationThePriorStandsAloneAndSaysSo() {
        given.removeIf(g -> g.indicator().equals("labour.use.automation_share"));

        Term share = term(estimate("TOTAL", LEDGER, CONCEPT), "substitution_share");

        assertThat(share.value()).isEqualTo(50);
        assertThat(share.basis()).isEqualTo(Basis.ASSUMED);
        assertThat(share.source()).startsWith("prior alone: Acemoglu and Restrepo");
    }

    @Test
    void reinstatementIsWhatPostingsAskForSince2019() {
        Estimate reinstatement = estimate("TOTAL", "displacement.reinstatement", "postings.ai_share");

        HorizonValue level = reinstatement.levels().get(0);
        assertThat(level.band().value()).isCloseTo(1, within(1e-12));
        assertThat(level.band().upper95()).isCloseTo(1 + 1.959963984540054 * 0.15, within(1e-12));
        assertThat(level.pNegative()).isLessThan(1e-9);
        assertThat(term(reinstatement, "postings_now").source()).contains("an upper indicator");
        assertThat(reinstatement.inputs()).isEqualTo(65);
    }

    @Test
    void netIsDisplacementLessReinstatementAndHasASign() {
        Estimate net = estimate("TOTAL", NET, CONCEPT);

        assertThat(net.levels()).extracting(HorizonValue::horizon).containsExactly(Horizon.P0D, Horizon.NOW);
        double displaced = Objects.requireNonNull(
                term(estimate("TOTAL", LEDGER, CONCEPT), "expected").value());
        assertThat(displaced).isLessThan(1);
        assertThat(net.levels().get(0).band().value()).isBetween(displaced - 1.2, displaced - 1 + 0.2);
        assertThat(net.levels().get(0).pNegative()).isBetween(0.8, 1.0);
        assertThat(term(net, "displaced").value()).isEqualTo(displaced);
    }

    @Test
    void theAnchorIsTheFirstConceptOfTheRecipeThatTheEconomyHas() {
        upstream.add(adoption("TOTAL", "people.any_use", 30));
        assertThat(keys()).filteredOn(k -> k.measure().equals(LEDGER)).hasSize(1);
        upstream.add(adoption("TOTAL", "firms.any_use", 13));
        assertThat(keys())
                .filteredOn(k -> k.measure().equals(LEDGER))
                .extracting(EstimateKey::concept)
                .containsExactly("gpt_beta.firms.any_use");
    }

    @Test
    void exposedJobsAreAThirdExposureWithAnAssumedError() {
        give("exposure.jobs", "2024", 60);

        Estimate jobs = estimate("TOTAL", LEDGER, "jobs.firms.goods_services");

        assertThat(term(jobs, "exposed_share").standardDeviation()).isEqualTo(13);
        assertThat(term(jobs, "exposed_share").basis()).isEqualTo(Basis.ASSUMED);
        assertThat(term(jobs, "exposed_share").source()).contains("of ADVANCED, taken to stand for US");
        assertThat(term(jobs, "exposed_share").source()).contains("standard deviation assumed");
        assertThat(jobs.model()).endsWith("+exposed_jobs_error(13.0)");
    }

    @Test
    void exposedJobsThatNoAggregateStandsForAreMeasured() {
        Catalogue catalogue = ShippedCatalogue.with(List.of(new CatalogueYaml.Text(
                "own.yaml",
                "indicators: {exposure.jobs: {stands_for: {ADVANCED: [only, DE], EMERGING: [only, CN]}}}")));
        give("exposure.jobs", "2024", 60);

        Estimate jobs = new LedgerEstimator(catalogue)
                .estimates(held()).stream()
                        .filter(e -> e.key().measure().equals(LEDGER)
                                && e.key().concept().startsWith("jobs."))
                        .findFirst()
                        .orElseThrow();

        assertThat(term(jobs, "exposed_share").basis()).isEqualTo(Basis.MEASURED);
        assertThat(term(jobs, "exposed_share").source()).doesNotContain("taken to stand");
    }

    @Test
    void anotherPriorIsAnotherModel() {
        String own = "priors: {profitable_share: {mean: 0.4}}";
        Catalogue catalogue = ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", own)));

        assertThat(new LedgerEstimator(catalogue).estimates(held()))
                .filteredOn(e -> e.key().measure().equals(LEDGER))
                .allSatisfy(e -> assertThat(e.model()).contains("profitable_share(0.4:10.0)"));
    }

    @Test
    void whatWasAnnouncedInAYearStandsBesideWhatTheFactorsImply() {
        give("labour.cuts.ai_attributed", "2025", 54_836);
        give("labour.cuts.ai_attributed", "2026-05", 38_579);

        Estimate ledger = new LedgerEstimator(CATALOGUE)
                .estimates(held()).stream()
                        .filter(e -> e.key().measure().equals(LEDGER))
                        .findFirst()
                        .orElseThrow();

        Term cuts = ledger.terms().stream()
                .filter(t -> t.name().equals("announced_cuts"))
                .findFirst()
                .orElseThrow();
        assertThat(cuts.value()).isEqualTo(54_836.0);
        assertThat(cuts.basis()).isEqualTo(Term.Basis.MEASURED);
        assertThat(ObservedBeside.said(cuts)).hasValue("announced cuts that cite AI in 2025, A");
    }

    @Test
    @DisplayName(
            "Denmark: effects above 1 % are ruled out to 2024, beside what the factors imply, and moves none of them")
    void whatRegistersRuleOutStandsBesideWhatTheFactorsImply() {
        Estimate before = estimate("TOTAL", LEDGER, CONCEPT);
        give("labour.effect.register_bound", "2024", 1);

        Estimate ledger = estimate("TOTAL", LEDGER, CONCEPT);

        Term bound = term(ledger, "register_bound");
        assertThat(bound.value()).isEqualTo(1.0);
        assertThat(bound.basis()).isEqualTo(Basis.MEASURED);
        assertThat(ObservedBeside.said(bound))
                .hasValue("largest mean effect on earnings and hours of workers in exposed occupations that registers"
                        + " do not rule out to 2024, A");
        assertThat(ledger.levels()).isEqualTo(before.levels());
        assertThat(ledger.terms())
                .filteredOn(t -> t.basis() != Basis.MEASURED)
                .allSatisfy(t -> assertThat(ObservedBeside.said(t)).isEmpty());
    }

    @Test
    void readsAdoptionOfItsConceptsAndTheOtherFactors() {
        LedgerEstimator estimator = new LedgerEstimator(CATALOGUE);

        assertThat(List.of(
                        "adoption.firms.goods_services",
                        "adoption.people.any_use",
                        "adoption.postings.ai_share",
                        "labour.use.automation_share",
                        "labour.use.automation_share.by_task",
                        "labour.employment.occupation",
                        "labour.cuts.ai_attributed",
                        "labour.effect.register_bound",
                        "exposure.jobs",
                        "exposure.score.aioe"))
                .allMatch(estimator::reads);
        assertThat(List.of("adoption.firms.paid", "labour.cuts.total", "unknown.x"))
                .noneMatch(estimator::reads);
    }

    @Property(tries = 30)
    void theOrderOfFillingChangesNothing(@ForAll long seed) {
        List<Estimate> expected = new LedgerEstimator(CATALOGUE).estimates(held());
        Collections.shuffle(given, new Random(seed));
        Collections.shuffle(upstream, new Random(seed));

        assertThat(new LedgerEstimator(CATALOGUE).estimates(held())).isEqualTo(expected);
        assertThat(expected).extracting(Estimate::key).isSorted();
    }
}
