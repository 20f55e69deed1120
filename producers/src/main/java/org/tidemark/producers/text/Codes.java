package org.tidemark.producers.text;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidemark.text.Likeness;

/** The codes of one column, those that are followed and those that stand there instead; bounded over any file. */
public final class Codes {
    private static final int KEPT_MAX = 50;
    private static final int SHOWN_MAX = 4;

    private final String column;
    private final Set<String> known;
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> strange = new LinkedHashSet<>();
    private long rows;

    public Codes(String column, Collection<String> known) {
        this.column = column;
        this.known = Set.copyOf(known);
    }

    public void see(String code) {
        rows++;
        if (known.contains(code)) {
            seen.add(code);
        } else if (strange.size() < KEPT_MAX) {
            strange.add(code);
        }
    }

    /**
     * What to say of the file: that no row has a code that is followed, or that one is gone and another like it there.
     */
    public Optional<String> complaint() {
        if (rows > 0 && seen.isEmpty()) {
            return Optional.of(
                    "none of %,d rows is followed: %s is %s%s and should be %s; check that it is the right table, and whether its publisher has renamed it"
                            .formatted(
                                    rows,
                                    column,
                                    shown(strange),
                                    strange.size() > SHOWN_MAX ? ", ..." : "",
                                    shown(known)));
        }
        List<String> gone =
                known.stream().filter(code -> !seen.contains(code)).sorted().toList();
        return strange.stream()
                .flatMap(code -> Likeness.nearest(code, gone).stream()
                        .map(meant -> "no row has %s '%s', and some have %s; check whether its publisher has renamed it"
                                .formatted(column, meant, SourceExcerpt.of(code))))
                .findFirst();
    }

    private static String shown(Collection<String> codes) {
        return codes.stream().sorted().limit(SHOWN_MAX).map(SourceExcerpt::of).collect(Collectors.joining(", "));
    }
}
