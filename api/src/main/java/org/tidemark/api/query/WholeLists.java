package org.tidemark.api.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.tidemark.api.peer.Missing;
import org.tidemark.streams.state.StoresUnavailableException;

/** The lists of all monitors, for pages that are made of them. */
final class WholeLists {
    private final QuerySources sources;
    private final Questions questions;
    private final Gathered.Asker asker;

    WholeLists(QuerySources sources, Questions questions) {
        this.sources = sources;
        this.questions = questions;
        this.asker = new Gathered.Asker(sources.peers(), sources.client());
    }

    /**
     * How a walk through a list ended.
     *
     * @param missing what nobody could give
     * @param truncated whether there are more rows than any answer may have
     */
    record End(List<Missing> missing, boolean truncated) {}

    /** Hands over each row of a list as JSON. */
    End each(String list, Map<String, String> asked, Consumer<byte[]> row) {
        Map<String, String> all = new TreeMap<>(asked);
        all.put(Parameters.LIMIT, Integer.toString(Parameters.LIMIT_MAX));
        Question<?> question = question(list, all);
        try (Gathered gathered = asker.gather(question, path(list, all), AnswerFormat.JSON);
                PageRows rows = listing(
                                question, Listing.Asked.first(Parameters.LIMIT_MAX), AnswerFormat.JSON, gathered)
                        .rows()) {
            rows.each(row);
            return new End(gathered.missing(), rows.isTruncated());
        }
    }

    /**
     * The same where half of the rows would be taken for all of them.
     *
     * @throws StoresUnavailableException when a part of the answer cannot be had
     * @throws BadQueryException when there are more rows than any answer may have
     */
    void whole(String list, Map<String, String> asked, Consumer<byte[]> row) {
        End end = each(list, asked, row);
        if (!end.missing().isEmpty()) {
            throw new StoresUnavailableException(
                    "%s; half of %s is not told; ask again in some seconds"
                            .formatted(Gathered.written(end.missing()), list),
                    null);
        }
        if (end.truncated()) {
            throw new BadQueryException("the answer would need more than %,d rows of %s; name an economy or a measure"
                    .formatted(Parameters.LIMIT_MAX, list));
        }
    }

    /** Whether a list holds anything under one parameter alone; also where a part of the answer cannot be had. */
    boolean isHeld(String list, String parameter, String value) {
        Map<String, String> alone = Map.of(parameter, value, Parameters.LIMIT, "1", "vintages", "first");
        Question<?> question = question(list, alone);
        try (Gathered gathered = asker.gather(question, path(list, alone), AnswerFormat.JSON)) {
            return !listing(question, Listing.Asked.first(1), AnswerFormat.JSON, gathered)
                    .isEmpty();
        }
    }

    /** Whether anything is estimated under that name. */
    boolean isMeasure(String name) {
        return questions.words().measures().contains(name);
    }

    Gathered gather(Question<?> question, String path, AnswerFormat format) {
        return question.places().isEmpty()
                ? new Gathered(List.of(), List.of(), List.of())
                : asker.gather(question, path, format);
    }

    <T> Listing<T> listing(Question<T> question, Listing.Asked asked, AnswerFormat format, Gathered gathered) {
        RowText<T> text = question.text(format);
        return new Listing<>(question, asked, text, walk(question, gathered), gathered);
    }

    private Question<?> question(String list, Map<String, String> asked) {
        Questions.Named named = Objects.requireNonNull(questions.named(list), list);
        Map<String, List<String>> given = new TreeMap<>();
        asked.forEach((name, value) -> given.put(name, List.of(value)));
        return named.kind().of(Parameters.of(given, named.parameters()));
    }

    private static String path(String list, Map<String, String> asked) {
        return asked.entrySet().stream()
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", list + "?", ""));
    }

    /** A closed vocabulary reads no store. */
    private <T> Walk<T> walk(Question<T> question, Gathered gathered) {
        if (question.places().isEmpty()) {
            return question.walk().apply(WholeLists::noStore);
        }
        return gathered.here().isEmpty()
                ? wantsMore -> {}
                : question.walk().apply(sources.peers().stores(gathered.here()));
    }

    private static ReadOnlyKeyValueStore<Bytes, byte[]> noStore(String name) {
        throw new IllegalStateException("a closed vocabulary reads no store, and not " + name);
    }
}
