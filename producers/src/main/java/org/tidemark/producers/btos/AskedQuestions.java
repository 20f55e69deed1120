package org.tidemark.producers.btos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidemark.producers.text.SourceExcerpt;

/** Which questions a workbook asks: when one is renumbered or reworded, its series must not just end. */
final class AskedQuestions {
    private static final int KEPT_MAX = 100;
    private static final int SHOWN_MAX = 8;

    private final Set<String> ids = new LinkedHashSet<>();
    private final Set<String> followed = new LinkedHashSet<>();
    /** By number, one wording of a followed question that is not followed. */
    private final Map<String, String> reworded = new LinkedHashMap<>();

    void see(String id, String wording) {
        if (ids.size() < KEPT_MAX) {
            ids.add(id);
        }
        if (Question.isAsked(id, wording)) {
            followed.add(id);
        } else if (Question.ids().contains(id)) {
            reworded.putIfAbsent(id, wording);
        }
    }

    /** One line for each question that is asked in a wording that nobody follows, or one when none is followed. */
    List<String> complaints() {
        List<String> all = new ArrayList<>();
        reworded.forEach((id, wording) -> all.add(
                "question %s is asked in words that are not followed, %s; check what it asks now, for its series ends here"
                        .formatted(id, SourceExcerpt.of(wording))));
        if (followed.isEmpty() && !ids.isEmpty() && all.isEmpty()) {
            all.add(
                    "none of its questions is followed: it asks %s, followed are %s; give a workbook of the whole survey"
                            .formatted(
                                    ids.stream()
                                            .limit(SHOWN_MAX)
                                            .map(SourceExcerpt::of)
                                            .collect(Collectors.joining(", ")),
                                    String.join(", ", Question.ids())));
        }
        return all;
    }
}
