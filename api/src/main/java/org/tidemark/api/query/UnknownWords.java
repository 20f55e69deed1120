package org.tidemark.api.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Tells a typing error from an answer without rows. Concepts, sectors and sources come with what is loaded, so that only
 * what is held can say whether there is such a one; it is asked when an answer is empty, and not before.
 */
final class UnknownWords {
    private static final Map<String, List<String>> HOLDERS = Map.of(
            "concept", List.of("estimates"),
            "sector", List.of("estimates", "observations"),
            "source", List.of("observations"),
            "indicator", List.of("observations"));

    private final Vocabulary words;
    private final Held held;

    /** Whether a list holds anything under one parameter alone. */
    interface Held {
        boolean is(String list, String parameter, String value);
    }

    UnknownWords(Vocabulary words, Held held) {
        this.words = words;
        this.held = held;
    }

    /**
     * Refuses a value that is neither in the catalogue nor held. What was refused on its way in may be of anybody.
     *
     * @throws BadQueryException with the nearest that is known
     */
    void require(String list, Parameters p) {
        if (list.equals("rejected")) {
            return;
        }
        HOLDERS.forEach((parameter, lists) -> {
            String value = p.text(parameter);
            if (value == null) {
                return;
            }
            Collection<String> known = known(parameter);
            boolean isKnown = known.stream().anyMatch(value::equalsIgnoreCase)
                    || lists.stream().anyMatch(of -> held.is(of, parameter, value));
            if (!isKnown) {
                throw new BadQueryException(parameter + ": " + Filters.unknown(value, known, parameter + "s"));
            }
        });
    }

    private Collection<String> known(String parameter) {
        return switch (parameter) {
            case "concept" -> words.concepts();
            case "source" -> words.sources();
            case "indicator" -> words.indicators();
            default -> List.of("TOTAL");
        };
    }
}
