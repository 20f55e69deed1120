package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A catalogue is written by hand: whatever is wrong with it must be said in one line that names the place. */
class CatalogueYamlTest {
    private static final String FAMILY =
            """
            families: {a.: {title: A, role: adoption, unit: percent, range: [0, 100]}}
            aggregates: {WLD: World}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "indicators: {a.x: }                               | own.yaml: 'indicators > a.x' is empty; write a value or leave it out",
                "indicators: {b.x: {title: B}}                     | indicator b.x falls under no declared family",
                "indicators: {A.x: {title: B}}                     | indicator 'A.x' is not well formed",
                "indicators: {a.X: {title: B}}                     | indicator 'a.X' is not well formed",
                "indicators: {a.x: {range: [0]}}                   | indicator a.x: range must be two numbers",
                "indicators: {a.x: {range: [0, null]}}             | 'indicators > a.x > range > [1]' is empty",
                "indicators: {a.x: {range: [9, 1]}}                | indicator a.x: range [9.0, 1.0] is empty",
                "indicators: {a.x: {range: [.nan, 1]}}             | own.yaml, line 1",
                "indicators: {a.x: {noise: -1}}                    | indicator a.x: noise -1.0",
                "indicators: {a.x: {transform: lgoit}}             | transform 'lgoit' is none of logit, log, none",
                "indicators: {a.x: {lag: soon}}                    | indicator a.x: lag 'soon' is no ISO 8601 period",
                "indicators: {a.x: {role: hope}}                   | own.yaml, line",
                "indicators: {a.x: {noise: much}}                  | own.yaml, line",
                "indicators: [a.x]                                 | own.yaml, line",
                "families: {b.: }                                  | 'families > b.' is empty",
                "families: {b: {title: B}}                         | family 'b' must end with a dot",
                "families: {b.: {title: B}}                        | family b.: range must be two numbers",
                "families: {b.: {range: [0, 1]}}                   | family b.: title is missing",
                "sources: {X: }                                    | 'sources > X' is empty",
                "sources: {X: {coverage: most}}                    | source X: coverage 'most' is neither",
                "sources: {X: {sends: some}}                       | source X: sends 'some' is neither",
                "sources: {X: {published: {'24': 2024-05}}}        | source X: published: '24' is no period",
                "sources: {X: {published: {'2024': soon}}}         | source X: published: 'soon' is no publication date",
                "sources: {X: {published: {'2024': }}}             | 'sources > X > published > 2024' is empty",
                "aggregates: {MERCOSUR: }                          | 'aggregates > MERCOSUR' is empty",
                "aggregates: {mercosur: Mercosur}                  | economy 'mercosur' is not well formed",
                "aggregates: {DE: German lands}                    | aggregates: 'DE' (German lands) is a country of ISO 3166, and its figures could not be told from the country's; name the aggregate otherwise, such as DE_REGION",
                "aggregates: {US-CA: California}                   | aggregates: 'US-CA' (California) is a country of ISO 3166",
                "aggregates: {XK: Kosovo}                          | aggregates: 'XK' (Kosovo) is a country",
                "aggregates: {DEU: Deutschland}                    | aggregates: 'DEU' (Deutschland) is a country",
                "columns: {FRED_MD: }                              | 'columns > FRED_MD' is empty",
                "columns: {FRED_MD: {INDPRO: b.unknown}}           | column INDPRO of FRED_MD: indicator b.unknown falls under no",
                "indicators: {a.x: {stands_for: {QQQ: [US]}}}      | indicator a.x: stands_for: QQQ is no declared aggregate",
                "indicators: {a.x: {stands_for: {DE: [US]}}}       | indicator a.x: stands_for: DE is no declared aggregate",
                "indicators: {a.x: {stands_for: {WLD: [QQ]}}}        | economy 'QQ' is neither ISO 3166 nor a declared",
                "indicators: {a.x: {stands_for: {WLD: [US, US]}}}    | economy US is named under WLD and WLD",
                "indicators: {a.x: {stands_for: {WLD: [WLD]}}}         | WLD stands for others itself",
                "indicators: {a.x: {stands_for: {WLD: }}}            | own.yaml: 'indicators > a.x > stands_for > WLD' is empty",
                "indicators: {a.x: {stands_for: {WLD: [null]}}}      | own.yaml: 'indicators > a.x > stands_for > WLD > [0]' is empty",
                "indicators: {a.x: {stands_for: [US]}}             | own.yaml, line",
                "judging: {tail: 2}                                | judging: prior_weight is missing",
                "judging: {tail: 2, prior_weight: 4, past_max: 1, figures_min: 1, slip_shift: 1, confirmations: 1, shift_sd: 1, spread_sd: 1, lost_sd: 1, refused_sd: 1, disorder_sd: 1} | judging: tail is 2.0; it must be between 0 and 1",
                "breaks: {x: {source: S, indicators: a.x, kind: unit}} | break x: published is missing",
                "breaks: {x: {source: S, indicators: a.x, published: '2024-11-14', kind: mood}} | break x: kind 'mood' is none of method, unit, wording",
                "breaks: {x: {source: S, indicators: a.x, published: soon, kind: unit}} | break x: published: 'soon' is no publication date",
                "families: {b.: {title: B, role: cost, unit: u, range: [0, 1], stands_for: {WLD: [QQ]}}} | family b.: stands_for: economy 'QQ'",
                "sdmx: [{dataflow: D}]                             | sdmx D: series is missing",
                "sdmx: [{source: S}]                               | sdmx: dataflow is missing",
                "sdmx: [ ]                                         | ''",
                "''                                                | catalogue own.yaml is empty",
                "'a: b: c'                                         | own.yaml, line 1",
                "5                                                 | own.yaml is no catalogue; it begins with a section",
                "just text                                         | own.yaml is no catalogue; it begins with a section",
                "'{'                                               | own.yaml, line",
            })
    void whatIsWrongIsSaidInOneLineThatNamesThePlace(String yaml, String said) {
        if (said.isEmpty()) {
            assertThat(parse(yaml).sdmx("D")).isEmpty();
            return;
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(yaml))
                .withMessageContaining(said)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(400));
    }

    @Test
    void aKeyThatIsWrittenTwiceIsRefusedInsteadOfLosingTheFirst() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("indicators: {a.x: {title: X}}\nindicators: {a.y: {title: Y}}\n"))
                .withMessageContaining("own.yaml, line 2")
                .withMessageContaining("indicators");
    }

    @Test
    void aTabThatIndentsIsNamedWithItsLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("indicators:\n\ta.x: {title: X}\n"))
                .withMessageContaining("line 2 is indented by a tab; YAML takes blanks only");
    }

    @Test
    void aSectionWithoutEntriesTakesNothingFromTheTextBelow() {
        Catalogue laid = parse("families:\nindicators: {a.x: {title: X}}\n");

        assertThat(laid.families()).hasSize(1);
        assertThat(laid.indicator("a.x").orElseThrow().title()).isEqualTo("X");
    }

    @Test
    void whatStandsForOthersIsInheritedReplacedAndTakenBack() {
        String family = "families: {b.: {title: B, role: cost, unit: u, range: [0, 1], stands_for: {WLD: [US, DE]}}}\n";
        Catalogue laid = parse(
                family
                        + "indicators: {b.own: {stands_for: {WLD: [FR]}}, b.none: {stands_for: {WLD: []}}, b.same: {title: S}}\n");

        assertThat(laid.indicator("b.undeclared").orElseThrow().standsFor())
                .isEqualTo(Map.of("WLD", List.of("US", "DE")));
        assertThat(laid.indicator("b.same").orElseThrow().standsFor()).isEqualTo(Map.of("WLD", List.of("US", "DE")));
        assertThat(laid.indicator("b.own").orElseThrow().standsFor()).isEqualTo(Map.of("WLD", List.of("FR")));
        assertThat(laid.indicator("b.none").orElseThrow().standsFor()).isEqualTo(Map.of("WLD", List.of()));
    }

    private static Catalogue parse(String own) {
        return CatalogueYaml.parse(
                List.of(new CatalogueYaml.Text("base.yaml", FAMILY), new CatalogueYaml.Text("own.yaml", own)));
    }
}
