package org.tidemark.api.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be asked or sent. The index, the OpenAPI document and the names of parameters that are taken are all
 * made from it, so that none of them says what another does not.
 *
 * @param method of HTTP
 * @param path from the root
 * @param answers what it is for, in words
 * @param parameters the names that its query takes; {@code openapi.yaml} describes each
 * @param examples queries that follow the path
 * @param answer what comes back when all is well
 * @param request name of the schema of the body that is sent; null where none is
 * @param csvToo whether the body may be plain CSV instead
 */
record Endpoint(
        String method,
        String path,
        String answers,
        List<String> parameters,
        List<String> examples,
        Answer answer,
        @Nullable String request,
        boolean csvToo) {
    private static final String GET = "GET";

    Endpoint {
        parameters = List.copyOf(parameters);
        examples = List.copyOf(examples);
    }

    /**
     * What comes back when all is well.
     *
     * @param status of HTTP
     * @param mediaType of the answer where no format is asked for
     * @param list name of the array of rows; null where the answer is no list
     * @param schema name, in {@code openapi.yaml}, of a row of the list, or of the whole; null for text
     */
    record Answer(int status, String mediaType, @Nullable String list, @Nullable String schema) {}

    /** A list of rows, which comes in pages and may lack a part. */
    static Endpoint list(
            String path, String list, String schema, String answers, List<String> parameters, List<String> examples) {
        Answer answer = new Answer(200, "application/json", list, schema);
        List<String> all = new ArrayList<>(parameters);
        all.add(all.indexOf(Parameters.LIMIT), Parameters.AFTER);
        return new Endpoint(GET, path, answers, all, examples, answer, null, false);
    }

    /** One JSON object. */
    static Endpoint object(String path, String schema, String answers, List<String> parameters, List<String> examples) {
        Answer answer = new Answer(200, "application/json", null, schema);
        return new Endpoint(GET, path, answers, parameters, examples, answer, null, false);
    }

    /** Something else than JSON. */
    static Endpoint text(String path, String mediaType, String answers) {
        return new Endpoint(
                GET, path, answers, List.of(), List.of(), new Answer(200, mediaType, null, null), null, false);
    }

    /** Takes a JSON object from who has a token, and answers with another. */
    static Endpoint post(String path, String request, int status, String schema, String answers) {
        Answer answer = new Answer(status, "application/json", null, schema);
        return new Endpoint("POST", path, answers, List.of(), List.of(), answer, request, false);
    }

    /** The same, which takes plain CSV too, each body under a key. */
    static Endpoint figures(String path, String request, int status, String schema, String answers) {
        Answer answer = new Answer(status, "application/json", null, schema);
        return new Endpoint("POST", path, answers, List.of(), List.of(), answer, request, true);
    }

    /** Answers a question that is a body of its own format. */
    static Endpoint read(String path, String mediaType, String answers) {
        Answer answer = new Answer(200, mediaType, null, null);
        return new Endpoint("POST", path, answers, List.of(), List.of(), answer, null, false);
    }

    /** Whether it only reads: only what is sent as JSON is written. */
    boolean reads() {
        return method.equals(GET) || isQuestion();
    }

    /** Whether what is sent is a question, a body of the media type of its answer. */
    boolean isQuestion() {
        return !method.equals(GET) && request == null;
    }

    /** The last part of the path of a list, by which monitors ask each other for it. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
