package org.tidemark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ContrastFilter;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.SectorGroups;
import org.tidemark.catalogue.ShippedCatalogue;

/** Groups are written by hand: a sector in both, or a group of one, must never pass for a result. */
class GroupRecipeTest {
    private static final Catalogue SHIPPED = ShippedCatalogue.with(List.of());

    @Test
    void theShippedPostingsHaveThirteenExposedAndFourteenUnexposedSectors() {
        MeasureRecipe postings = named("postings", SHIPPED);

        assertThat(groups(postings).exposed()).hasSize(13).contains("INDEED:software-development");
        assertThat(groups(postings).unexposed()).hasSize(14).contains("INDEED:construction");
        assertThat(groups(postings).filter()).isEqualTo(new ContrastFilter(0.5, 0.35, 0.10, 0.01, 5));
        assertThat(postings.parts()).extracting(MeasurePart::indicator).containsExactly("labour.postings.total_sa");
    }

    @Test
    void sevenRecipesShip() {
        assertThat(SHIPPED.recipes().measures().recipes().values())
                .filteredOn(recipe -> recipe.groups() != null)
                .hasSize(7);
        assertThat(Several.contrasts(SHIPPED).each()).hasSize(7);
    }

    @Test
    void aFileOfTheUsersOwnChangesOneFieldAndKeepsTheOthers() {
        String own = "measures: {postings: {groups: {exposed: [only, INDEED:legal]}, filter: {noise: 0.02}}}";

        MeasureRecipe laid = named("postings", with(own));

        assertThat(groups(laid).exposed()).containsExactly("INDEED:legal");
        assertThat(groups(laid).unexposed()).hasSize(14);
        assertThat(groups(laid).filter()).isEqualTo(new ContrastFilter(0.5, 0.35, 0.10, 0.02, 5));
    }

    @Test
    void logsHaveAFilterUnlessOneIsGiven() {
        assertThat(groups(named("c", own("log(labour.x@*)", "log_points", "[A:a]", "[A:b, A:c, A:d]", "")))
                        .filter())
                .isEqualTo(new ContrastFilter(0.5, 0.35, 0.10, 0.01, 5));
        assertThat(groups(named(
                                "c",
                                own("log(labour.x@*)", "log_points", "[A:a]", "[A:b, A:c, A:d]", "filter: {gate: 0}")))
                        .filter()
                        .gate())
                .isZero();
    }

    @Test
    void aSectorIsKnownInWhateverGroupItIsNamed() {
        SectorGroups postings = groups(named("postings", SHIPPED));

        assertThat(List.of("INDEED:legal", "INDEED:nursing", "INDEED:sports")).allMatch(postings::knows);
        assertThat(postings.knows("INDEED:space")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log(labour.x@*) | log_points | | [A:b, A:c, A:d] | | groups: exposed is missing; name its sectors",
                "log(labour.x@*) | log_points | [A:a] | | | groups: unexposed is missing; name its sectors",
                "log(labour.x@*) | log_points | [] | [A:b, A:c, A:d] | | groups: exposed names no sector; name at least one",
                "log(labour.x@*) | log_points | [A:a] | [A:b, A:c] | | groups: unexposed names 2 sectors; name at least 3",
                "log(labour.x@*) | log_points | [A:b] | [A:b, A:c, A:d] | | groups: sector A:b is named twice; keep it in one",
                "log(labour.x@*) | log_points | [TOTAL] | [A:b, A:c, A:d] | | groups: sector TOTAL is the mean of the exposed; name its parts",
                "log(labour.x@*) | log_points | [legal] | [A:b, A:c, A:d] | | sector 'legal' is not well formed",
                "log(Labour@*) | log_points | [A:a] | [A:b, A:c, A:d] | | indicators: x: 'log(Labour@*)' is nothing to read; write",
                "growth(labour.x@*) | percentage_points | [A:a] | [A:b, A:c, A:d] | 'filter: {speed_noise: 1, level_noise: 1, noise: 1}' | indicators: x: means are taken of figures or logarithms; take log of all parts, or nothing",
                "log(labour.x) | log_points | [A:a] | [A:b, A:c, A:d] | | indicators: they are of [x] and the sectors are [A:a, A:b, A:c, A:d]; read ID@*",
                "log(labour.x@*) | percent | [A:a] | [A:b, A:c, A:d] | | unit: percent; write log_points",
                "labour.x@* | percentage_points | [A:a] | [A:b, A:c, A:d] | | filter: speed_noise: missing; write it in the unit of the figures",
                "log(labour.x@*) | log_points | [A:a] | [A:b, A:c, A:d] | 'filter: {noise: 0}' | filter: noise 0.0 must be finite and above 0",
                "log(labour.x@*) | log_points | [A:a] | [A:b, A:c, A:d] | 'filter: {reversion: 0}' | filter: reversion 0.0 must be finite and above 0",
                "log(labour.x@*) | log_points | [A:a] | [A:b, A:c, A:d] | 'filter: {level_noise: -1}' | filter: level_noise -1.0 must be finite and not negative",
                "log(labour.x@*) | log_points | [A:a] | [A:b, A:c, A:d] | 'filter: {gate: -1}' | filter: gate -1.0 must be finite and not negative",
                "log(labour.x@*) | log_points | [A:a] | [A:b, A:c, A:d] | 'settings: {tell: ratio}' | settings: tell: no such setting of kind compare; leave it out",
                "log(labour.x@*) | log_points | [A:a] | [A:b, A:c, A:d] | 'scope: panel WORLD' | scope: groups are of the sectors of one economy; write each",
                "estimate:penetration/people.any_use | percentage_points | [A:a] | [A:b, A:c, A:d] | 'filter: {speed_noise: 1, level_noise: 1, noise: 1}' | indicators: x: an estimate; groups take the mean of indicators",
            })
    void whatIsWrongIsSaidInOneLineThatNamesRecipeFieldAndRemedy(
            String reads, String unit, String exposed, String unexposed, String more, String said) {
        refused(text(reads, unit, exposed, unexposed, more), "catalogue: measure c: ", said);
    }

    @Test
    void aBalanceHasNoLogarithm() {
        refused(
                "measures: {c: {kind: compare, unit: log_points, indicators: {x: log(labour.x@*), y: log(labour.y@*)},"
                        + " groups: {exposed: [A:a], unexposed: [A:b, A:c, A:d]}}}",
                "catalogue: measure c: ",
                "indicators: a balance may be negative and has no logarithm; take log off");
    }

    @Test
    void aFieldOfGroupsWithoutGroupsIsRefused() {
        refused(
                "measures: {c: {kind: compare, unit: percent, indicators: {x: labour.x}, filter: {noise: 1}}}",
                "catalogue: measure c: ",
                "groups: missing; common_base, filter and background are of groups of sectors");
        refused(
                "measures: {postings: {groups: {exposd: [A:a]}}}",
                "catalogue own.yaml: ",
                "unknown field 'measures > postings > groups > exposd'");
    }

    @Test
    void theSectionsOfBeforeAreRefusedWithWhatToWrite() {
        refused(
                "contrasts: {postings: {exposed: [only, INDEED:legal]}}",
                "catalogue own.yaml: contrasts: ",
                "write each of it under measures with kind: compare, and its sectors under groups");
        refused(
                "divergences: {firms.any_use: off}",
                "catalogue own.yaml: divergences: ",
                "write each of it under measures with kind: across, and settings: {tell: divergence");
    }

    private static void refused(String yaml, String begin, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeasureEstimator.ofEconomies(with(yaml)))
                .withMessageStartingWith(begin)
                .withMessageContaining(said)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    private static String text(String reads, String unit, String exposed, String unexposed, String more) {
        String groups = (exposed == null ? "" : "exposed: " + exposed + ", ")
                + (unexposed == null ? "" : "unexposed: " + unexposed);
        return "measures:\n  c:\n    kind: compare\n    unit: %s\n    indicators: {x: '%s'}\n    groups: {%s}\n%s"
                .formatted(unit, reads, groups, more == null || more.isEmpty() ? "" : "    " + more + "\n");
    }

    private static Catalogue own(String reads, String unit, String exposed, String unexposed, String more) {
        return with(text(reads, unit, exposed, unexposed, more));
    }

    private static Catalogue with(String yaml) {
        return ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", yaml)));
    }

    private static SectorGroups groups(MeasureRecipe recipe) {
        return Objects.requireNonNull(recipe.groups());
    }

    private static MeasureRecipe named(String id, Catalogue catalogue) {
        return Objects.requireNonNull(catalogue.recipes().measures().recipes().get(id));
    }
}
