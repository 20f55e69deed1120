package org.tidemark.standalone.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page with all that it shows, as a folder that any web server can send. */
public final class Report {
    private static final String ALL = "limit=100000";
    private static final List<String> LISTS =
            List.of("economies", "concepts", "measures", "sources", "rules", "releases", "indicators");

    /** Files by their name, and what is asked for each. */
    private static final Map<String, String> ASKED = asked();

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Report() {}

    private static Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("estimates.csv", "estimates?from=1970&format=csv&" + ALL);
        asked.put("estimates.json", "estimates?from=1970&" + ALL);
        asked.put("news.csv", "news?from=1970&format=csv&" + ALL);
        asked.put("alerts.csv", "alerts?format=csv&" + ALL);
        asked.put("observations.csv", "observations?vintages=all&format=csv&" + ALL);
        asked.put("quarantine.csv", "quarantine?format=csv&" + ALL);
        asked.put("rejected.csv", "rejected?format=csv&" + ALL);
        return asked;
    }

    /** All that has to be asked, below {@code /api/v1/}. */
    public static List<String> questions() {
        List<String> all = new ArrayList<>(ASKED.values());
        LISTS.forEach(list -> all.add(list + "?" + ALL));
        return all;
    }

    /**
     * Writes page and files.
     *
     * @param answers to {@link #questions}, in their order
     * @return what is not whole, for people
     */
    public static List<String> write(Path folder, List<String> answers) throws IOException {
        PageFolder.write(folder);
        Path data = Files.createDirectories(folder.resolve(PageFolder.DATA));
        List<String> cut = new ArrayList<>();
        int next = 0;
        for (String file : ASKED.keySet()) {
            String answer = answers.get(next++);
            Files.writeString(data.resolve(file), answer);
            if (file.endsWith(".json")
                    ? isCut(MAPPER.readTree(answer))
                    : answer.lines().count() > 100_000) {
                cut.add(file + " has the first 100,000 rows only");
            }
        }
        ObjectNode words = MAPPER.createObjectNode();
        for (String list : LISTS) {
            words.set(list, MAPPER.readTree(answers.get(next++)).path(list));
        }
        Files.writeString(data.resolve(FolderWords.FILE), MAPPER.writeValueAsString(words));
        return cut;
    }

    private static boolean isCut(JsonNode answer) {
        return answer.path("truncated").asBoolean();
    }
}
