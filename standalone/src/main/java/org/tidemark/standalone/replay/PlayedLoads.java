package org.tidemark.standalone.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.release.Load;

/** The loads of a replay as run.json shows them. */
final class PlayedLoads {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlayedLoads() {}

    static List<Load> inOrder(LoadReport played) {
        return played.loads().stream()
                .sorted(Comparator.comparing(Load::file)
                        .thenComparing(Load::load)
                        .thenComparing(Load::source))
                .toList();
    }

    static ArrayNode nodes(LoadReport played) {
        ArrayNode nodes = MAPPER.createArrayNode();
        inOrder(played).forEach(load -> nodes.add(node(load)));
        return nodes;
    }

    private static ObjectNode node(Load load) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("file", load.file()).put("format", load.format()).put("source", load.source());
        node.put("load", load.load());
        node.put("filed", load.filed() == null ? null : load.filed().toString());
        node.put("read", load.read()).put("sent", load.sent());
        node.set("skipped", MAPPER.valueToTree(load.skipped()));
        node.set("rejected", MAPPER.valueToTree(load.rejected()));
        return node;
    }
}
