package org.tidemark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.Evaluation;

/** What a mechanism has: a number before too few figures, those before nothing, and nothing before what nobody publishes. */
class RecipeStatesTest {
    private static final Catalogue SHIPPED = ShippedCatalogue.with(List.of());

    private static RowState row(int number, List<Reported> latest) {
        return RecipeStates.of(SHIPPED.recipes().measures(), latest).stream()
                .filter(state -> state.row().number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static List<Reported> world(Made.Row... rows) {
        return Evaluation.of(Made.figures(List.of(rows)), List.copyOf(MeasureEstimator.ofEconomies(SHIPPED)))
                .values()
                .stream()
                .filter(Reported::isOne)
                .map(Reported::of)
                .toList();
    }

    @Test
    void withoutAnEstimateItWaitsForWhatItsRecipeReads() {
        RowState state = row(68, List.of());

        assertThat(state.state()).isEqualTo(AnswerState.WAITING);
        assertThat(state.detail()).isEqualTo("market.search.google_share of WORLD");
    }

    @Test
    void aNumberIsToldWithItsBand() {
        RowState state = row(68, world(Made.Row.of("market.search.google_share", "2024-04", 90)));

        assertThat(state.state()).isEqualTo(AnswerState.NUMBER);
        assertThat(state.detail()).isEmpty();
        Reported told = Objects.requireNonNull(state.answers().get(0).told());
        assertThat(Objects.requireNonNull(told.band()).value()).isBetween(8100.0, 10_000.0);
    }

    @Test
    void withTwoFiguresOfFiveItHasTooFew() {
        RowState state = row(
                73,
                world(
                        Made.Row.of("trade.b2c_ecommerce", "2014", 233),
                        Made.Row.of("trade.b2c_ecommerce", "2018", 676)));

        assertThat(state.state()).isEqualTo(AnswerState.TOO_FEW);
        assertThat(state.detail()).contains("needed");
    }

    @Test
    void aPartOfWhichNothingIsHeldIsNamed() {
        RowState state = row(40, world(Made.Row.of("robots.humanoid.price", "2024", 30_000)));

        assertThat(state.state()).isEqualTo(AnswerState.WAITING);
        assertThat(state.detail()).isEqualTo("robots.humanoid.shipped");
    }

    @Test
    void whatNobodyPublishesStandsOutside() {
        RowState state = row(29, List.of());

        assertThat(state.state()).isEqualTo(AnswerState.OUTSIDE);
        assertThat(state.detail()).startsWith("no publisher measures");
    }

    @Test
    void aMechanismOfAnotherEstimatorHasANumberWhereThatOneHas() {
        Reported penetration =
                new Reported("US", "penetration", "firms.any_use", "2025", Bands.exact(10), "percent", null);

        assertThat(row(1, List.of(penetration)).state()).isEqualTo(AnswerState.NUMBER);
        assertThat(row(1, List.of()).state()).isEqualTo(AnswerState.WAITING);
    }

    @Test
    void aUsersOwnRecipeStandsBesideTheMap() {
        Catalogue own = Made.catalogue(
                "mine: { kind: rate, unit: percent_per_year, scope: WORLD, indicators: { sales: trade.b2c_ecommerce } }");

        assertThat(RecipeStates.own(own.recipes().measures(), List.of()))
                .extracting(RecipeState::id, RecipeState::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("mine", AnswerState.WAITING));
        assertThat(RecipeStates.of(own.recipes().measures(), List.of())).hasSize(77);
    }

    @Test
    void whatWasWithdrawnIsNoAnswer() {
        Estimate gone = Estimate.withdrawn(
                new org.tidemark.estimate.EstimateKey("WORLD", "TOTAL", "shares", "robot_share"),
                Made.KNOWN,
                "shares/1",
                "percent");

        assertThat(Reported.isOne(gone)).isFalse();
    }
}
