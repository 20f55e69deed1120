package org.tidemark.standalone.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.ShippedCatalogue;

class FolderServerTest {
    private static final String ESTIMATES =
            """
            as_of,measure,concept,economy,sector,period,horizon,value,lower80,upper80,lower95,upper95,p_negative,unit,inputs,model,period_start,period_end
            2025-01-31T23:59:59.999Z,penetration,firms.any_use,DK,TOTAL,2024,P0D,27.02,24.7,28.9,23,30,,percent,3,m,2024-01-01,2024-12-31
            """;

    private final FolderWords words = new FolderWords(ShippedCatalogue.with(List.of()));

    @TempDir
    private Path dir = Path.of(".");

    @Test
    @DisplayName("a replay's folder is served with the page, which knows that it reads files")
    void aReplayIsServed() throws Exception {
        Files.writeString(dir.resolve("estimates.csv"), ESTIMATES);
        Files.writeString(dir.resolve("secret.csv"), "not for the page");
        try (FolderServer server = new FolderServer(dir, words, 0)) {
            HttpResponse<String> index = get(server, "/");
            assertThat(index.body()).contains("<meta name=\"tidemark-data\" content=\"folder\">");
            assertThat(index.headers().firstValue("content-security-policy").orElseThrow())
                    .contains("script-src 'self'");
            assertThat(get(server, "/js/main.js").statusCode()).isEqualTo(200);
            assertThat(get(server, "/data/estimates.csv").body()).isEqualTo(ESTIMATES);
            assertThat(get(server, "/data/words.json").body())
                    .contains("\"Denmark\"", "Enterprises that use at least one AI technology");
            assertThat(get(server, "/data/news.csv").statusCode()).isEqualTo(404);
            assertThat(get(server, "/data/secret.csv").statusCode()).isEqualTo(404);
            assertThat(get(server, "/data/..%2Fsecret.csv").statusCode()).isNotEqualTo(200);
        }
    }

    @Test
    @DisplayName("a folder without estimates is told, and what writes one")
    void nothingToShow() {
        assertThatThrownBy(() -> new FolderServer(dir, words, 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no estimates.csv is there")
                .hasMessageContaining("tidemark replay --out");
    }

    @Test
    @DisplayName("a report is the page, its files as the API said them, and the words; what was cut is told")
    void aReportIsWhole() throws Exception {
        List<String> answers = Report.questions().stream()
                .map(question -> question.contains("format=csv")
                        ? "asked," + question + "\n"
                        : "{\"truncated\":%s,\"economies\":[{\"economy\":\"DK\"}]}"
                                .formatted(question.startsWith("estimates")))
                .toList();

        List<String> cut = Report.write(dir, answers);

        assertThat(cut).containsExactly("estimates.json has the first 100,000 rows only");
        assertThat(dir.resolve("index.html")).content().contains("tidemark-data");
        assertThat(dir.resolve("lib/d3.js")).exists();
        assertThat(dir.resolve("data/observations.csv")).content().contains("vintages=all");
        assertThat(dir.resolve("data/words.json")).content().contains("\"economies\":[{\"economy\":\"DK\"}]");
    }

    private static HttpResponse<String> get(FolderServer server, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
