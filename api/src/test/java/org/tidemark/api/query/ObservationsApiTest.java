package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.streams.state.FilledStores.observation;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObservationsApiTest {
    private static final String PATH = "/api/v1/observations?format=csv";
    private static final String HEADER =
            "indicator,economy,sector,period,value,unit,standard_error,published,source,basis,status,release,note,period_start,period_end,published_precision\n";

    private final QueryFixture fixture = new QueryFixture();

    @BeforeEach
    void fill() {
        fixture.stores.put(observation("DK", "2021", 23.9, "2022-01-31"), false);
        fixture.stores.put(observation("DK", "2023", 15.2, "2024-05-31"), false);
        fixture.stores.put(observation("DK", "2023", 15.25, "2024-12-31"), false);
        fixture.stores.put(observation("DK", "2023", 16.0, "2025-06-30"), true);
        fixture.stores.put(observation("FR", "2023", 5.9, "2024-05-31"), false);
        fixture.stores.put(observation("FR", "2023", null, "2025-05-31"), false);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private String rows(String query) {
        HttpResponse<String> response = fixture.get(PATH + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).startsWith(HEADER);
        return response.body().substring(HEADER.length());
    }

    @Test
    void aConflictIsNotBelievedSoWhatStoodBeforeStands() {
        assertThat(rows("&economy=DK&period=2023"))
                .isEqualTo(
                        """
                adoption.firms.any_use,DK,TOTAL,2023,15.25,percent,,2024-12-31T23:59:59.999Z,EUROSTAT,STATED,A,release-2024-12-31,,2023-01-01,2023-12-31,month
                """);
    }

    @Test
    void asOfTellsWhatWasBelievedThen() {
        assertThat(rows("&economy=DK&period=2023&as_of=2024-12-30")).contains(",15.2,");
        assertThat(rows("&economy=DK&period=2023&as_of=2024-05-30")).isEmpty();
    }

    @Test
    void aWithdrawnFigureIsShownWithoutValueAndStatusM() {
        assertThat(rows("&economy=FR"))
                .isEqualTo(
                        """
                adoption.firms.any_use,FR,TOTAL,2023,,percent,,2025-05-31T23:59:59.999Z,EUROSTAT,STATED,M,release-2025-05-31,,2023-01-01,2023-12-31,month
                """);
    }

    @Test
    void allVintagesAreListedInOrderOfPublication() {
        assertThat(rows("&economy=DK&period=2023&vintages=all").lines())
                .hasSize(3)
                .last()
                .asString()
                .contains(",DK,TOTAL,2023,,percent,,2025-06-30")
                .endsWith(
                        "conflicting: the source gave two values at this instant, neither is believed\",2023-01-01,2023-12-31,month");
        assertThat(rows("&economy=DK&period=2023&vintages=all&as_of=2025-06-29").lines())
                .hasSize(2);
    }

    @Test
    void periodsThatTouchTheSpanAreFound() {
        assertThat(rows("&from=2021-12-31&to=2022").lines()).hasSize(1);
        assertThat(rows("&from=2022&to=2022")).isEmpty();
        assertThat(rows("&from=2023-H2").lines()).hasSize(2);
    }

    @Test
    void jsonNamesAreThoseOfTheColumns() {
        String body = fixture.get("/api/v1/observations?economy=DK&period=2023&vintages=all")
                .body();

        assertThat(body)
                .startsWith("{\"truncated\":false,\"observations\":[{\"indicator\":\"adoption.firms.any_use\"")
                .contains("\"value\":15.2,")
                .contains("\"standard_error\":null")
                .contains("\"conflicting\":true");
    }

    @Test
    void anIndicatorThatNobodyDeclaredIsNoEmptyAnswer() {
        HttpResponse<String> response = fixture.get("/api/v1/observations?indicator=adoptoin.firms");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo(
                        "{\"error\":\"indicator: 'adoptoin.firms' is not known; /api/v1/indicators lists what is\"}");
    }
}
