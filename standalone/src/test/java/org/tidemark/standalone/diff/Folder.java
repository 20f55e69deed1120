package org.tidemark.standalone.diff;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tidemark.api.query.EstimateCsv;
import org.tidemark.api.query.NewsCsv;

/** The folder of a replay, made by hand. Each file's hash is its content's, in short. */
final class Folder {
    private static final String STAGES =
            "as_of,measure,concept,economy,sector,period,speed,speed_lower80,speed_upper80,germination\n";
    private static final String WITHHELD = "as_of,measure,concept,economy,sector,period,inputs,model,reason\n";
    private static final String TERMS = "as_of,measure,concept,economy,sector,term,value,unit\n";
    static final String REJECTED = "reason,detail,place,original\n";
    static final String NEWS = NewsCsv.HEADER + "\n";

    private final Map<String, String> files = new LinkedHashMap<>();
    private final ObjectNode run = new ObjectMapper().createObjectNode();

    Folder() {
        files.put("estimates.csv", EstimateCsv.HEADER + "\n");
        files.put("stages.csv", STAGES);
        files.put("withheld.csv", WITHHELD);
        files.put("terms.csv", TERMS);
        files.put("rejected.csv", REJECTED);
        run.put("model", "bank-1");
        run.put("catalogue", "c".repeat(64));
        run.putObject("settings").putNull("as_of").put("history", "by-lag");
        run.putObject("input").put("hash", "1".repeat(64)).putArray("files");
    }

    /** A penetration of firms in percent, its bands 1 and 2 points to either side. */
    Folder estimate(String asOf, String economy, String horizon, double value) {
        return row(
                "estimates.csv",
                "%s,penetration,firms.any_use,%s,TOTAL,2024,%s,%s,%s,%s,%s,%s,,percent,3,model,2024-01-01,2024-12-31"
                        .formatted(asOf, economy, horizon, value, value - 1, value + 1, value - 2, value + 2));
    }

    Folder stage(String asOf, String economy, double speed, double germination) {
        return row(
                "stages.csv",
                "%s,penetration,firms.any_use,%s,TOTAL,2024,%s,%s,%s,%s"
                        .formatted(asOf, economy, speed, speed - 0.1, speed + 0.1, germination));
    }

    Folder withheld(String asOf, String economy, String reason) {
        return row(
                "withheld.csv", "%s,displacement.net,jobs,%s,TOTAL,2024,1,model,%s".formatted(asOf, economy, reason));
    }

    Folder term(String asOf, String economy, String term, double value) {
        return row(
                "terms.csv", "%s,displacement.net,jobs,%s,TOTAL,%s,%s,percent".formatted(asOf, economy, term, value));
    }

    /** A line of news of a penetration in percent. */
    Folder news(String asOf, String economy, double impact) {
        if (!files.containsKey("news.csv")) {
            files.put("news.csv", NEWS);
        }
        return row(
                "news.csv",
                "%s,penetration,firms.any_use,%s,TOTAL,P0D,20.0,21.0,NEW_FIGURES,MADE,r1,adoption.firms.any_use,1,2024,20.0,21.0,1.0,1.0,%s,percent,2024-01-01,2024-12-31"
                        .formatted(asOf, economy, impact));
    }

    Folder row(String file, String row) {
        files.merge(file, row + "\n", String::concat);
        return this;
    }

    Folder file(String file, String text) {
        files.put(file, text);
        return this;
    }

    Folder replaced(String file, String text, String by) {
        files.computeIfPresent(file, (name, all) -> all.replace(text, by));
        return this;
    }

    Folder model(String model) {
        run.put("model", model);
        return this;
    }

    Folder input(String file, String load) {
        ((ObjectNode) run.path("input"))
                .withArray("files")
                .addObject()
                .put("file", file)
                .put("source", "MADE")
                .put("load", load);
        return this;
    }

    Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        ObjectNode hashes = run.putObject("output").putObject("files");
        for (Map.Entry<String, String> file : files.entrySet()) {
            hashes.put(file.getKey(), Integer.toHexString(file.getValue().hashCode()));
            Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
        }
        Files.writeString(folder.resolve("run.json"), run.toPrettyString(), StandardCharsets.UTF_8);
        return folder;
    }
}
