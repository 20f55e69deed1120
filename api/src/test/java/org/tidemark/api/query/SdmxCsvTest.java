package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.streams.state.FilledStores.estimate;
import static org.tidemark.streams.state.FilledStores.observation;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdmxCsvTest {
    private final QueryFixture fixture = new QueryFixture();

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void figuresComeWithTheirDimensionsInOrder() {
        fixture.stores.put(observation("DK", "2023", 15.25, "2024-12-31"), false);
        fixture.stores.put(observation("FR", "2023", null, "2025-05-31"), false);

        HttpResponse<String> answer = fixture.get("/api/v1/observations?format=sdmx-csv");

        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/vnd.sdmx.data+csv;version=2.0.0"));
        assertThat(answer.body().lines().toList())
                .startsWith(
                        "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,SECTOR,INDICATOR,SOURCE,PUBLISHED,TIME_PERIOD,OBS_VALUE,STANDARD_ERROR,UNIT_MEASURE,OBS_STATUS,BASIS,RELEASE,NOTE")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("dataflow,TIDEMARK:OBSERVATIONS(1.0),I,DK,TOTAL,adoption.firms.any_use,")
                        .contains(",2024-12-31T23:59:59.999Z,2023,15.25,"));
    }

    @Test
    void anEstimateHasARowForEachHorizonAndOneForTheNowcast() {
        fixture.stores.put(estimate("DE", "TOTAL", "2025-05-31", 20, 5));

        assertThat(fixture.get("/api/v1/estimates?format=sdmx-csv").body().lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line)
                        .contains(",DE,TOTAL,penetration,firms.any_use,P0D,2025-05-31T23:59:59.999Z,2024,20,19,21,"))
                .anySatisfy(line -> assertThat(line).contains(",NOW,2025-05-31T23:59:59.999Z,2025-05-31,21,"))
                .anySatisfy(line -> assertThat(line).contains(",NOWCAST,2025-05-31T23:59:59.999Z,2025-11-30,"));
    }

    @Test
    void theAcceptHeaderChoosesItAndOtherListsHaveNone() {
        assertThat(fixture.get("/api/v1/estimates", "Accept", "application/vnd.sdmx.data+csv;version=2.0.0")
                        .body())
                .startsWith("STRUCTURE,");
        assertThat(fixture.get("/api/v1/news?format=sdmx-csv").body())
                .contains("format: 'sdmx-csv' is none of json, csv, arrow");
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 2024",
        "2024-H2, 2024-S2",
        "2024-Q3, 2024-Q3",
        "2024-05, 2024-05",
        "2024-W07, 2024-W07",
        "2024-05-17, 2024-05-17",
        "2024-05-06/2024-05-19, 2024-05-06/P14D"
    })
    void periodsAreWrittenAsSdmxWritesThem(String label, String written) {
        assertThat(SdmxCsv.period(label)).isEqualTo(written);
    }
}
