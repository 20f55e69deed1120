package org.tidemark.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An endpoint as it is written in YAML; what is absent is null. */
record EndpointText(
        @Nullable String source,
        @Nullable String address,
        @Nullable String commits,
        @Nullable String file,
        @Nullable String every,
        @Nullable String pause,
        @JsonProperty("bytes_max") @Nullable Long bytesMax,
        @Nullable KeyText key,
        @Nullable String licence,
        @Nullable String documentation,
        @Nullable String checked) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,60}");
    /** What is no part of a path, and hidden from no listing. */
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,100}");

    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,60}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{0,100}");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https://(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])"
                    + "|http://(?:localhost|127\\.0\\.0\\.1|\\[::1]))"
                    + "(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~:/?!$&'()*+,;=@-]|%[0-9A-Fa-f]{2})*)?");
    private static final Duration EVERY_LEAST = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final long BYTES_MAX = 64L << 20;
    private static final long BYTES_MOST = 1L << 30;

    record KeyText(@Nullable String header, @Nullable String variable) {}

    Endpoint endpoint(String id, Set<String> sources) {
        String where = "endpoint " + id;
        require(ID.matcher(id).matches(), where, "the id has small letters, digits and hyphens, such as census-btos");
        String publisher = needed(where, "source", source);
        require(
                sources.contains(publisher),
                where,
                "source '%s' is declared nowhere; declare it under 'sources'".formatted(publisher));
        String name = needed(where, "file", file);
        require(
                FILE.matcher(name).matches(),
                where,
                "file '%s' is no plain name; write one such as isoc_eb_ai.csv".formatted(name));
        Duration often = duration(where, "every", needed(where, "every", every));
        require(
                often.compareTo(EVERY_LEAST) >= 0,
                where,
                "every '%s' is under a minute; write PT1M at least".formatted(every));
        long most = bytesMax == null ? BYTES_MAX : bytesMax;
        require(most > 0 && most <= BYTES_MOST, where, "bytes_max %d; write 1 to %d".formatted(most, BYTES_MOST));
        return new Endpoint(
                id,
                publisher,
                file(where, needed(where, "address", address)),
                commits == null ? null : address(where, commits),
                name,
                often,
                pause == null ? PAUSE : duration(where, "pause", pause),
                most,
                key == null ? null : key(where, key),
                licence == null ? "" : licence,
                needed(where, "documentation", documentation),
                parsed(
                        where,
                        "checked",
                        needed(where, "checked", checked),
                        "a day such as 2026-11-30",
                        LocalDate::parse));
    }

    private static Endpoint.Key key(String where, KeyText text) {
        String header = needed(where, "key: header", text.header());
        String variable = needed(where, "key: variable", text.variable());
        require(HEADER.matcher(header).matches(), where, "key: header '%s' is no name of a header".formatted(header));
        require(
                VARIABLE.matcher(variable).matches(),
                where,
                "key: variable is the name of an environment variable, such as TIDEMARK_FRED_KEY, and never the key itself");
        return new Endpoint.Key(header, variable);
    }

    /** Of a file with a history the address has a place for the version. */
    private String file(String where, String text) {
        require(
                text.contains("{commit}") == (commits != null),
                where,
                "address has {commit} where 'commits' lists the versions, and only there; write both or neither");
        String unused = address(where, text.replace("{commit}", "0"));
        return text;
    }

    /** A secret, or a figure, that travels in the open could be another's; on this machine nobody listens. */
    private static String address(String where, String text) {
        require(
                ADDRESS.matcher(text).matches(),
                where,
                "address '%s' must be https://HOST/... without a user's name, and with other letters as %%XX"
                        .formatted(text));
        return text;
    }

    private static Duration duration(String where, String field, String text) {
        Duration found = parsed(where, field, text, "a time such as PT6H or P1D", Duration::parse);
        require(!found.isNegative(), where, "%s '%s' is negative".formatted(field, text));
        return found;
    }

    private static <T> T parsed(String where, String field, String text, String form, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw wrong(where, "%s '%s' is not %s".formatted(field, text, form));
        }
    }

    private static <T> T needed(String where, String field, @Nullable T value) {
        if (value == null) {
            throw wrong(where, field + " is missing; write it");
        }
        return value;
    }

    private static void require(boolean holds, String where, String what) {
        if (!holds) {
            throw wrong(where, what);
        }
    }

    private static IllegalArgumentException wrong(String where, String what) {
        return new IllegalArgumentException("catalogue: %s: %s".formatted(where, what));
    }
}
