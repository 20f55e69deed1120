package org.tidemark.api.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON unless another is asked for, by {@code format=} or by the Accept header; the parameter wins. Every list comes as
 * JSON, CSV and Arrow; figures and estimates as SDMX-CSV too. What is no list has no columns for Arrow.
 */
enum AnswerFormat {
    JSON("application/json"),
    CSV("text/csv; charset=utf-8"),
    ARROW("application/vnd.apache.arrow.stream"),
    SDMX_CSV("application/vnd.sdmx.data+csv;version=2.0.0; charset=utf-8");

    private static final List<AnswerFormat> PLAIN = List.of(JSON, CSV);
    private static final List<AnswerFormat> OF_LISTS = List.of(JSON, CSV, ARROW);
    private static final Set<String> WITH_ALL = Set.of("estimates", "observations");

    private final String contentType;

    AnswerFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /** The type without what describes it further. */
    String mediaType() {
        return contentType.split(";", 2)[0];
    }

    String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those in which an answer comes, by the last part of its path. */
    static List<AnswerFormat> of(String name) {
        if (WITH_ALL.contains(name)) {
            return List.of(values());
        }
        return Endpoints.isList(name) ? OF_LISTS : PLAIN;
    }

    /** What its rows are made as, here and by other monitors; the rest of the form is put around them at the end. */
    AnswerFormat rows() {
        return this == JSON ? JSON : CSV;
    }

    static AnswerFormat of(Parameters parameters, String list, @Nullable String accept) {
        List<AnswerFormat> all = of(list);
        AnswerFormat asked = parameters.oneOf(Parameters.FORMAT, all, AnswerFormat::written);
        return asked == null ? accepted(accept, all) : asked;
    }

    /** What the Accept header likes best; JSON when it is indifferent or likes none. */
    static AnswerFormat accepted(@Nullable String accept, List<AnswerFormat> all) {
        if (accept == null) {
            return JSON;
        }
        AnswerFormat best = JSON;
        double liked = 0;
        for (String range : accept.split(",", 20)) {
            List<String> parts = new ArrayList<>(
                    List.of(range.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", 10)));
            String type = parts.remove(0);
            double quality = quality(parts);
            for (AnswerFormat format : all) {
                boolean better = quality > liked || (quality == liked && format == JSON);
                if (format.mediaType().equals(type) && quality > 0 && better) {
                    best = format;
                    liked = quality;
                }
            }
        }
        return best;
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
