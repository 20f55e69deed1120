package org.tidemark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.Catalogue;

/** A recipe that cannot be is refused in one line: which recipe, which field, what is wrong, what to write. */
class MeasureRecipeTest {
    private static String refused(String yaml) {
        try {
            Catalogue catalogue = Made.catalogue(yaml);
            MeasureEstimator.ofEconomies(catalogue);
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mine: { kind: guess, unit: x, indicators: { a: trade.a } } | measure mine: kind: 'guess'; write one of compare, across",
                "mine: { unit: x, indicators: { a: trade.a } } | measure mine: kind: missing; write one of",
                "mine: { kind: rate, indicators: { a: trade.a } } | measure mine: unit: missing; write the unit of its estimates",
                "mine: { kind: rate, unit: x } | measure mine: indicators: nothing is read; write a name and an indicator under it",
                "mine: { kind: rate, unit: x, indicators: { a: nowhere.a } } | measure mine: indicators: a: nowhere.a falls under no declared family; declare one",
                "mine: { kind: rate, unit: x, indicators: { a: 'root(trade.a)' } } | measure mine: indicators: a: no function 'root'; write log",
                "mine: { kind: rate, unit: x, indicators: { a: 'Not An Id' } } | measure mine: indicators: a: 'Not An Id' is nothing to read; write an indicator such as",
                "mine: { kind: rate, unit: x, scope: NARNIA, indicators: { a: trade.a } } | measure mine: scope: NARNIA is no country and no declared aggregate; write one",
                "mine: { kind: rate, unit: x, fewest: 0, indicators: { a: trade.a } } | measure mine: fewest: 0; write 1 or more",
                "mine: { kind: rate, unit: x, every: fortnight, indicators: { a: trade.a } } | measure mine: every: 'fortnight'; write week, month",
                "mine: { kind: rate, unit: x, row: [99], indicators: { a: trade.a } } | measure mine: row: there is no row 99; leave it out",
                "mine: { kind: rate, unit: x, indicators: { a: trade.a }, settings: { colour: red } } | measure mine: settings: colour: no such setting of kind rate; write one of",
                "mine: { kind: rate, unit: x, indicators: { a: trade.a }, settings: { theta: much } } | measure mine: settings: theta: 'much' is no number; write one such as 0.5",
                "mine: { kind: compare, unit: x, indicators: { a: trade.a } } | measure mine: indicators: 1 parts; kind compare takes 2",
                "mine: { kind: compare, unit: x, indicators: { a: trade.a, b: robots.b } } | measure mine: indicators: its parts are in billion_usd and units; take log or growth of both",
                "mine: { kind: across, unit: x, indicators: { a: 'trade.a@P:*' }, settings: { tell: slope } } | measure mine: indicators: a slope on nothing; name a second part",
                "mine: { kind: shares, unit: x, indicators: { a: 'trade.a@P:*' }, settings: { tell: share } } | measure mine: settings: of: missing; name the part that is told",
                "mine: { kind: frontier, unit: x, indicators: { a: 'trade.a@P:*' }, settings: { tell: lag } } | measure mine: settings: leader: a lag needs two groups; write leader and follower",
                "mine: { kind: compose, unit: x, indicators: { a: trade.a } } | measure mine: indicators: one part; name two or more, or a prior",
                "mine: { kind: compose, unit: x, indicators: { a: trade.a }, priors: { a_error: { mean: 0, sd: 1, unit: x, citation: c } } } | measure mine: indicators: one part; name two or more, or a prior",
                "mine: { kind: events, unit: x, indicators: { a: events.a }, settings: { discount: '1.5' } } | measure mine: settings: discount: 1.5 is not between 0 and 1; write one such as 0.9",
                "mine: { kind: claims, unit: x, indicators: { a: supply.a } } | measure mine: priors: no claim; write each claim as a prior",
                "mine: { kind: leadlag, unit: x, indicators: { a: supply.a, b: supply.b }, settings: { most: '99' } } | measure mine: settings: most: 99.0 lags; write 1 to 40",
                "mine: { kind: compose, unit: x, indicators: { a: 'estimate:rate/none_such', b: trade.a } } | measure mine: indicators: a: no measure rate/none_such; name a recipe as KIND/ID",
                "mine: { kind: rate, unit: x, indicators: { a: trade.a from NOBODY } } | measure mine: indicators: a: no source NOBODY is declared; write one of sources",
            })
    void inOneLineWithRecipeFieldAndRemedy(String yaml, String expected) {
        assertThat(refused(yaml.strip()))
                .contains("catalogue: ")
                .contains(expected.strip())
                .doesNotContain("\n");
    }

    @Test
    void oneThatRestsOnItselfIsRefusedWithItsCircle() {
        String circle =
                """
                one: { kind: compose, unit: x, indicators: { a: 'estimate:compose/two', b: trade.a } }
                two: { kind: compose, unit: x, indicators: { a: 'estimate:compose/one', b: trade.a } }
                """;

        assertThat(refused(circle)).contains("measure one: indicators: rests on itself by way of one, two; take one");
    }

    @Test
    void oneOfAnEconomyCannotReadOneOfAPanel() {
        String mixed =
                """
                all: { kind: across, unit: x, scope: panel WORLD, indicators: { a: trade.a } }
                mine: { kind: compose, unit: x, indicators: { a: 'estimate:across/all', b: trade.a } }
                """;

        assertThat(refused(mixed))
                .contains(
                        "measure mine: indicators: a: all is a measure of panel WORLD, this one of each; read one of the same scope");
    }

    @Test
    void theShippedRecipesAreAllAccepted() {
        Catalogue shipped = org.tidemark.catalogue.ShippedCatalogue.with(java.util.List.of());

        assertThat(MeasureEstimator.ofEconomies(shipped)).isNotEmpty();
        assertThat(MeasureEstimator.ofPanels(shipped)).isNotEmpty();
        assertThat(shipped.recipes().measures().rows()).hasSize(77);
    }

    @Test
    void everyRowHasARecipeAnEstimatorOrTheReasonWhyNeither() {
        var measures = org.tidemark.catalogue.ShippedCatalogue.with(java.util.List.of())
                .recipes()
                .measures();

        assertThat(measures.rows())
                .allSatisfy(row -> assertThat(!measures.of(row).isEmpty()
                                || !row.estimates().isEmpty()
                                || !row.outside().isEmpty())
                        .as("row %d", row.number())
                        .isTrue());
    }

    @Test
    void aUnitThatAFamilyDoesNotListIsRefusedWhereItIsWritten() {
        assertThatThrownBy(() -> org.tidemark.catalogue.ShippedCatalogue.with(
                        java.util.List.of(new org.tidemark.catalogue.CatalogueYaml.Text(
                                "own.yaml", "families:\n  trade.: { units: [Big Money] }\n"))))
                .hasMessageContaining("family trade.: units: 'Big Money' is no unit; write lower case");
    }
}
