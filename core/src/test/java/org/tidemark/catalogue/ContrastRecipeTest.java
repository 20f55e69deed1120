package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A contrast is written by hand: a sector in both groups, or a group of one, must never pass for a result. */
class ContrastRecipeTest {
    private static final String SOUND =
            "transform: log, indicator: labour.x, exposed: [A:a], unexposed: [A:b, A:c, A:d]";

    @Test
    void theShippedPostingsHaveThirteenExposedAndFourteenUnexposedSectors() {
        ContrastRecipe postings = named("postings", ShippedCatalogue.with(List.of()));

        assertThat(postings.exposed()).hasSize(13).contains("INDEED:software-development");
        assertThat(postings.unexposed()).hasSize(14).contains("INDEED:construction");
        assertThat(postings.filter()).isEqualTo(new ContrastFilter(0.5, 0.35, 0.10, 0.01, 5));
        assertThat(postings.reads()).containsExactly("labour.postings.total_sa");
    }

    @Test
    void everyShippedRecipeReadsDeclaredIndicators() {
        Catalogue shipped = ShippedCatalogue.with(List.of());

        assertThat(shipped.recipes().contrasts()).hasSize(7);
        assertThat(shipped.recipes().contrasts().values()).allSatisfy(recipe -> assertThat(recipe.reads())
                .isNotEmpty()
                .allSatisfy(id -> assertThat(shipped.indicator(id)).as(id).isPresent()));
    }

    @Test
    void aFileOfTheUsersOwnChangesOneFieldAndKeepsTheOthers() {
        String own = "contrasts: {postings: {exposed: [only, INDEED:legal], filter: {noise: 0.02}}}";

        ContrastRecipe laid =
                named("postings", ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", own))));

        assertThat(laid.exposed()).containsExactly("INDEED:legal");
        assertThat(laid.unexposed()).hasSize(14);
        assertThat(laid.filter()).isEqualTo(new ContrastFilter(0.5, 0.35, 0.10, 0.02, 5));
    }

    @Test
    void logsHaveAFilterUnlessOneIsGiven() {
        assertThat(parse(SOUND).filter()).isEqualTo(ContrastFilter.OF_LOGS);
        assertThat(parse(SOUND + ", filter: {gate: 0}").filter().gate()).isZero();
    }

    @Test
    void aSectorIsKnownInWhateverGroupItIsNamed() {
        ContrastRecipe recipe = parse(SOUND + ", others: [A:e]");

        assertThat(List.of("A:a", "A:b", "A:e")).allMatch(recipe::knows);
        assertThat(recipe.knows("A:f")).isFalse();
    }

    @Test
    void aBalanceReadsBothOfItsIndicators() {
        ContrastRecipe recipe = parse("transform: none, indicator: labour.x, minus: labour.y, exposed: [A:a], "
                + "unexposed: [A:b, A:c, A:d], filter: {speed_noise: 1, level_noise: 1, noise: 1}");

        assertThat(recipe.reads()).containsExactly("labour.x", "labour.y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: C                                                       | transform is missing",
                "transform: log, indicator: labour.x                            | exposed is missing",
                "transform: log, indicator: labour.x, exposed: [A:a]            | unexposed is missing",
                "transform: log, exposed: [A:a], unexposed: [A:b, A:c, A:d]     | give either indicator",
                "transform: log, indicator: labour.x, indicators: {A:a: labour.y}, exposed: [A:a], unexposed: [A:b, A:c, A:d] | give either indicator",
                "transform: log, indicators: {A:a: labour.y}, exposed: [A:a], unexposed: [A:b, A:c, A:d] | indicators are of [A:a] and the sectors are [A:a, A:b, A:c, A:d]",
                "transform: log, indicator: labour.x, minus: labour.y, exposed: [A:a], unexposed: [A:b, A:c, A:d] | write transform: none",
                "transform: none, indicator: labour.x, minus: labour.x, exposed: [A:a], unexposed: [A:b, A:c, A:d], filter: {speed_noise: 1, level_noise: 1, noise: 1} | minus 'labour.x' needs",
                "transform: log, indicator: Labour, exposed: [A:a], unexposed: [A:b, A:c, A:d] | indicator 'Labour' is not well formed",
                "transform: log, indicator: labour.x, exposed: [], unexposed: [A:b, A:c, A:d] | exposed names no sector",
                "transform: log, indicator: labour.x, exposed: [A:a], unexposed: [A:b, A:c] | unexposed names 2 sectors; name at least 3",
                "transform: log, indicator: labour.x, exposed: [A:b], unexposed: [A:b, A:c, A:d] | sector A:b is named twice",
                "transform: log, indicator: labour.x, exposed: [TOTAL], unexposed: [A:b, A:c, A:d] | sector TOTAL is the mean",
                "transform: log, indicator: labour.x, exposed: [legal], unexposed: [A:b, A:c, A:d] | sector 'legal' is not well formed",
                "transform: none, indicator: labour.x, exposed: [A:a], unexposed: [A:b, A:c, A:d] | filter: speed_noise is missing",
                "transform: log, indicator: labour.x, exposed: [A:a], unexposed: [A:b, A:c, A:d], filter: {noise: 0} | noise 0.0 must be finite and above 0",
                "transform: log, indicator: labour.x, exposed: [A:a], unexposed: [A:b, A:c, A:d], filter: {reversion: 0} | reversion 0.0 must be finite and above 0",
                "transform: log, indicator: labour.x, exposed: [A:a], unexposed: [A:b, A:c, A:d], filter: {level_noise: -1} | level_noise -1.0 must be finite and not negative",
                "transform: log, indicator: labour.x, exposed: [A:a], unexposed: [A:b, A:c, A:d], filter: {gate: -1} | gate -1.0 must be finite and not negative",
                "transform: square                                              | own.yaml, line 1",
                "exposd: [A:a]                                                  | unknown field 'contrasts > c > exposd'",
            })
    void whatIsWrongIsSaidInOneLineThatNamesTheContrast(String fields, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(fields))
                .withMessageContaining(said)
                .withMessageMatching("(?s).*(contrast c: |own\\.yaml).*")
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    private static ContrastRecipe parse(String fields) {
        String yaml = "contrasts: {c: {%s}}".formatted(fields);
        return named("c", CatalogueYaml.parse(List.of(new CatalogueYaml.Text("own.yaml", yaml))));
    }

    private static ContrastRecipe named(String id, Catalogue catalogue) {
        return Objects.requireNonNull(catalogue.recipes().contrasts().get(id));
    }
}
