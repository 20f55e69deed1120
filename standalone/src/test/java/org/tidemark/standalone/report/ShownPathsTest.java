package org.tidemark.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.it.TestSystem;

class ShownPathsTest {
    private static final String ANSWER =
            """
            {"truncated": false, "smoothed": [
              {"economy": "DK", "sector": "TOTAL", "concept": "firms.any_use", "period": "2023", "said": "17.1 (15.8 to 18.4)", "figure": 15.2},
              {"economy": "DK", "sector": "TOTAL", "concept": "firms.any_use", "period": "2024", "said": "27.4 (26.2 to 28.5)", "figure": 27.6}
            ]}
            """;

    @Test
    void aPathIsARowForEachFigureWithTheLevelInHindsightAndTheFigureItself() throws Exception {
        List<String> lines =
                new ShownPaths(new Words(TestSystem.CATALOGUE, false)).lines(new ObjectMapper().readTree(ANSWER));

        assertThat(lines)
                .containsExactly(
                        "Smoothed: the level in the period of each figure, from the figures before and",
                        "  after it; no word of that time",
                        "        smoothed, %          figure",
                        "Denmark: firms, any use",
                        "  2023  17.1 (15.8 to 18.4)    15.2",
                        "  2024  27.4 (26.2 to 28.5)    27.6");
    }

    @Test
    void whereNoFigureIsHeldItSaysSo() throws Exception {
        assertThat(new ShownPaths(new Words(TestSystem.CATALOGUE, false)).lines(new ObjectMapper().readTree("{}")))
                .containsExactly("nothing is known: no figure of this economy and date says who uses AI");
    }
}
