package org.tidemark.api.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** JSON unless CSV is asked for, by {@code format=} or by the Accept header; the parameter wins. */
enum AnswerFormat {
    JSON("application/json"),
    CSV("text/csv; charset=utf-8");

    private final String contentType;

    AnswerFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AnswerFormat of(Parameters parameters, @Nullable String accept) {
        AnswerFormat asked = parameters.oneOf(Parameters.FORMAT, AnswerFormat.class, AnswerFormat::written);
        return asked == null ? accepted(accept) : asked;
    }

    /** What the Accept header likes best; JSON when it is indifferent or likes neither. */
    static AnswerFormat accepted(@Nullable String accept) {
        if (accept == null) {
            return JSON;
        }
        double json = 0;
        double csv = 0;
        for (String range : accept.split(",", 20)) {
            List<String> parts = new ArrayList<>(
                    List.of(range.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", 10)));
            String type = parts.remove(0);
            if (type.equals("application/json")) {
                json = quality(parts);
            } else if (type.equals("text/csv")) {
                csv = quality(parts);
            }
        }
        return csv > json ? CSV : JSON;
    }

    private static double quality(List<String> parameters) {
        for (String parameter : parameters) {
            if (parameter.matches("q=[01](\\.[0-9]{0,3})?")) {
                return Double.parseDouble(parameter.substring(2));
            }
        }
        return 1;
    }
}
