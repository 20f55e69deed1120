package org.tidemark.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.Withdrawal;
import org.tidemark.standalone.withdraw.SaidFigures;
import org.tidemark.standalone.withdraw.WithdrawalPlan;

/** Tells what was withdrawn or restored by hand, what counts then, and what was left. */
record WithdrawalReport(SaidFigures said, WithdrawalPlan plan, boolean dryRun) {
    private static final int SHOWN = 20;

    void print(PrintWriter out, boolean json) {
        if (json) {
            out.println(json());
        } else {
            plan.meant().stream().limit(SHOWN).forEach(o -> out.println(line(o)));
            if (plan.meant().size() > SHOWN) {
                out.printf("and %,d more%n", plan.meant().size() - SHOWN);
            }
            List<Observation> others = others();
            if (!others.isEmpty()) {
                out.println(othersLine(others));
            }
            out.println(sum());
        }
        out.flush();
    }

    private boolean isUndo() {
        return plan.action() == Withdrawal.Action.RESTORE;
    }

    /** What else is said of the figure that is withdrawn. */
    private List<Observation> others() {
        FigureId figure = plan.figure();
        return figure == null || isUndo() ? List.of() : said.others(figure, plan.meant());
    }

    private static String othersLine(List<Observation> others) {
        return "also said, and not withdrawn: %s; --release withdraws one of them, --all every one"
                .formatted(others.stream()
                        .map(o -> "%s by release %s"
                                .formatted(number(o.value()), o.batch().release()))
                        .collect(Collectors.joining(", ")));
    }

    private String sum() {
        int releases = plan.words().size();
        return String.format(
                Locale.ROOT,
                "%,d figures in %d %s %s, by %s%s",
                plan.meant().size(),
                releases,
                releases == 1 ? "release" : "releases",
                dryRun ? "would be " + done() : done(),
                plan.by(),
                dryRun ? "; nothing was sent" : "; the estimates follow as soon as they are processed");
    }

    private String done() {
        return isUndo() ? "restored" : "withdrawn";
    }

    private String line(Observation o) {
        Observation left = said.without(o.figure(), plan.meant());
        String then = isUndo()
                ? "counts again"
                : left == null
                        ? "then nothing counts"
                        : "then %s of %s counts".formatted(number(left.value()), left.published());
        return "%s: %s %s, published %s, release %s; %s"
                .formatted(
                        o.figure(),
                        number(o.value()),
                        o.unit(),
                        o.published(),
                        o.batch().release(),
                        then);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "(withdrawn by its publisher)" : value.toString();
    }

    private String json() {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = mapper.createObjectNode();
        root.put("action", done()).put("dry_run", dryRun).put("by", plan.by()).put("reason", plan.reason());
        root.put("at", plan.now().toString()).put("releases", plan.words().size());
        ArrayNode figures = root.putArray("figures");
        plan.meant().forEach(o -> {
            ObjectNode node = statement(figures.addObject(), o);
            Observation then = isUndo() ? o : said.without(o.figure(), plan.meant());
            node.set("then", then == null ? null : statement(mapper.createObjectNode(), then));
        });
        ArrayNode others = root.putArray("also_said");
        others().forEach(o -> statement(others.addObject(), o));
        try {
            return mapper.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode statement(ObjectNode node, Observation o) {
        node.put("indicator", o.figure().series().indicator()).put("economy", o.economy());
        node.put("sector", o.figure().series().sector());
        node.put("period", o.figure().period().toString());
        node.put("source", o.batch().source()).put("release", o.batch().release());
        node.put("load", o.batch().load()).put("published", o.published().toString());
        return node.put("value", o.value()).put("unit", o.unit());
    }
}
