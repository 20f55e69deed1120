package org.tidemark.api.query;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.http.Replies;
import org.tidemark.api.http.WriteGuard;
import org.tidemark.judge.PartId;

/** Where releases that are held are decided on. */
record DecisionPage(@Nullable DecisionDesk desk) {
    static final String PATH = QueryServer.QUARANTINE + "/decisions";

    void addTo(RoutesConfig routes) {
        routes.post(PATH, this::decide);
    }

    private void decide(Context ctx) {
        Parameters.of(ctx.queryParamMap(), List.of());
        DecisionRequest request = DecisionRequest.of(ctx.body(), WriteGuard.who(ctx));
        List<PartId> parts = desk == null ? List.of() : desk.decide(request);
        if (parts.isEmpty()) {
            throw new HttpResponseException(
                    404,
                    "nothing that is held matches; %s?status=held lists what is held"
                            .formatted(QueryServer.QUARANTINE));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("action", request.action().name().toLowerCase(Locale.ROOT));
        answer.put("by", request.by());
        answer.put("parts", parts.stream().map(DecisionPage::part).toList());
        answer.put("hint", "sent; the estimates follow as soon as it is processed");
        ctx.status(202).contentType("application/json").result(Replies.json(answer) + "\n");
    }

    private static Map<String, String> part(PartId part) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("economy", part.economy());
        shown.put("source", part.batch().source());
        shown.put("release", part.batch().release());
        shown.put("indicator", part.indicator());
        return shown;
    }
}
