package org.tidemark.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** An endpoint as it is written in YAML; what is absent is null. */
record EndpointText(
        @Nullable String source,
        @Nullable String address,
        @Nullable String commits,
        @Nullable String listing,
        @Nullable String newest,
        @Nullable String each,
        @Nullable String file,
        @Nullable String member,
        @Nullable String members,
        @Nullable String answers,
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

    /** A member's folders are divided by slashes; it is looked for in the ZIP by its whole name, and never a path here. */
    private static final Pattern MEMBER = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9 ._/-]{0,200}");

    /**
     * Reads one.
     *
     * @param sources ids of the publishers that are declared
     * @param complete those of which each file holds all that they stand by
     * @throws IllegalArgumentException in one line where it makes no sense
     */
    Endpoint endpoint(String id, Set<String> sources, Set<String> complete) {
        String where = "endpoint " + id;
        require(ID.matcher(id).matches(), where, "the id has small letters, digits and hyphens, such as census-btos");
        String publisher = needed(where, "source", source);
        require(
                sources.contains(publisher),
                where,
                "source '%s' is declared nowhere; declare it under 'sources'".formatted(publisher));
        String name = needed(where, "file", file);
        require(
                FILE.matcher(name).matches() || (name.equals(Endpoint.NAME) && listing != null),
                where,
                "file '%s' is no plain name; write one such as isoc_eb_ai.csv".formatted(name));
        Duration often = duration(where, "every", needed(where, "every", every));
        require(
                often.compareTo(EVERY_LEAST) >= 0,
                where,
                "every '%s' is under a minute; write PT1M at least".formatted(every));
        long most = bytesMax == null ? BYTES_MAX : bytesMax;
        require(most > 0 && most <= BYTES_MOST, where, "bytes_max %d; write 1 to %d".formatted(most, BYTES_MOST));
        Endpoint.Listing list = list(where);
        return new Endpoint(
                id,
                publisher,
                asked(where, needed(where, "address", address), list),
                list,
                name,
                zip(where),
                answers != null && changes(where, answers, publisher, complete, list),
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

    private Endpoint.@Nullable Listing list(String where) {
        require(
                commits == null || listing == null,
                where,
                "'commits' lists the versions of one file, and 'listing' the names of several; write one of them");
        require(
                newest == null || each == null,
                where,
                "'newest' asks for one name and 'each' for all; write one of them");
        String names = newest == null ? each : newest;
        require(
                (names == null) == (listing == null),
                where,
                "'listing' says where names are listed, and 'newest' or 'each' which of them; write both or neither");
        if (commits != null) {
            return new Endpoint.Listing(address(where, commits), Endpoint.Listed.VERSIONS, "");
        }
        if (listing == null || names == null) {
            return null;
        }
        boolean all = newest == null;
        return new Endpoint.Listing(
                address(where, listing),
                all ? Endpoint.Listed.EACH : Endpoint.Listed.NEWEST,
                pattern(where, all ? "each" : "newest", names));
    }

    private static String pattern(String where, String field, String text) {
        try {
            return Pattern.compile(text).pattern();
        } catch (PatternSyntaxException e) {
            throw wrong(where, "%s '%s' is no regular expression: %s".formatted(field, text, e.getDescription()));
        }
    }

    private Endpoint.@Nullable Zip zip(String where) {
        require(
                member == null || members == null,
                where,
                "'member' is the one file of a ZIP that is read, and 'members' are several; write one of them");
        if (members != null) {
            require(
                    answers == null || answers.equals("all"),
                    where,
                    "answers: changes has no 'members'; a ZIP of vintages is asked for whole");
            return new Endpoint.Zip(pattern(where, "members", members), true);
        }
        return member == null ? null : new Endpoint.Zip(member(where, member), false);
    }

    private static String member(String where, String text) {
        require(
                MEMBER.matcher(text).matches(),
                where,
                "member '%s' is no name of a file in a ZIP; write one such as folder/figures.csv".formatted(text));
        return text;
    }

    /** Of a source of complete coverage, what an answer of changes leaves out would be withdrawn. */
    private static boolean changes(
            String where, String text, String publisher, Set<String> complete, Endpoint.@Nullable Listing list) {
        require(
                text.equals("changes") || text.equals("all"),
                where,
                "answers '%s'; write all or changes".formatted(text));
        if (text.equals("all")) {
            return false;
        }
        require(list == null, where, "answers: changes has no listing; what is listed is asked for whole");
        require(
                !complete.contains(publisher),
                where,
                "answers: changes cannot be of %s, whose files are complete, so that all they leave out is withdrawn; write all, or coverage: partial at the source"
                        .formatted(publisher));
        return true;
    }

    /** What is listed has its place in the address, once, and behind the host: a list chooses no host. */
    private static String asked(String where, String text, Endpoint.@Nullable Listing list) {
        String place = list == null ? "" : list.of() == Endpoint.Listed.VERSIONS ? Endpoint.COMMIT : Endpoint.NAME;
        require(
                text.contains(Endpoint.COMMIT) == place.equals(Endpoint.COMMIT),
                where,
                "address has {commit} where 'commits' lists the versions, and only there; write both or neither");
        require(
                text.contains(Endpoint.NAME) == place.equals(Endpoint.NAME),
                where,
                "address has {name} where 'listing' lists the names, and only there; write both or neither");
        int at = place.isEmpty() ? -1 : text.indexOf(place);
        int path = text.indexOf('/', "https://".length());
        require(
                at < 0 || (path >= 0 && path < at),
                where,
                "address '%s' has %s in the name of its host; write it into the path".formatted(text, place));
        String unused = address(where, place.isEmpty() ? text : text.replace(place, "0"));
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
