package org.tidemark.api.query;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tidemark.api.http.Guarded;

/** What there is to ask, with examples; the first thing that somebody sees who knows nothing. */
final class ApiIndex {
    private ApiIndex() {}

    static Map<String, Object> page() {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("about", "Tidemark: how far AI has spread, as it was known at any date");
        page.put("openapi", OpenApi.PATH);
        page.put(
                "endpoints",
                Endpoints.all().stream()
                        .filter(ApiIndex::isAnsweredAtOnce)
                        .map(ApiIndex::endpoint)
                        .toList());
        return page;
    }

    /** Each line of the index can be followed; what is sent, or listened to, is in the OpenAPI document. */
    private static boolean isAnsweredAtOnce(Endpoint endpoint) {
        return endpoint.method().equals("GET")
                && !endpoint.path().equals(Guarded.EVENTS)
                && !endpoint.path().equals(QueryServer.API);
    }

    private static Map<String, Object> endpoint(Endpoint declared) {
        Map<String, Object> endpoint = new LinkedHashMap<>();
        endpoint.put("path", declared.path());
        endpoint.put("answers", declared.answers());
        endpoint.put("parameters", declared.parameters());
        endpoint.put(
                "examples",
                declared.examples().stream().map(declared.path()::concat).toList());
        return endpoint;
    }
}
