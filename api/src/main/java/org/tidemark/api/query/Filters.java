package org.tidemark.api.query;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.EconomyCodes;
import org.tidemark.catalogue.Indicator;
import org.tidemark.text.Likeness;

/** Values that several endpoints filter by, in any case: one that nobody knows is a typing error and no empty answer. */
final class Filters {
    private static final int ECONOMIES_MAX = 200;

    private Filters() {}

    /** One economy or several with commas between them, by code or by name; none is all. */
    static Economies economies(Parameters parameters, Catalogue catalogue) {
        Economies read = parameters.read("economy", text -> {
            String[] written = text.split(",", ECONOMIES_MAX + 1);
            if (written.length > ECONOMIES_MAX) {
                throw new IllegalArgumentException(
                        "more than %d economies; leave the parameter out for all".formatted(ECONOMIES_MAX));
            }
            TreeSet<String> codes = new TreeSet<>();
            for (String one : written) {
                codes.add(economy(one.strip(), catalogue));
            }
            return Economies.of(codes);
        });
        return read == null ? Economies.ALL : read;
    }

    private static String economy(String text, Catalogue catalogue) {
        Optional<String> code = EconomyCodes.meant(text, catalogue);
        if (code.isPresent()) {
            return code.get();
        }
        throw new IllegalArgumentException("'%s' is neither ISO 3166 nor declared; %s"
                .formatted(
                        Parameters.shown(text),
                        catalogue
                                .economyNames()
                                .nearest(text)
                                .map("did you mean %s?"::formatted)
                                .orElseGet(() -> "write DE, US-CA, Germany or one of "
                                        + String.join(
                                                ", ", catalogue.aggregates().keySet()))));
    }

    static @Nullable String indicator(Parameters parameters, Catalogue catalogue) {
        return parameters.read("indicator", text -> catalogue
                .indicator(text)
                .or(() -> catalogue.indicator(text.toLowerCase(Locale.ROOT)))
                .map(Indicator::id)
                .orElseThrow(() -> new IllegalArgumentException(unknown(
                        text, catalogue.indicators().stream().map(Indicator::id).toList(), "indicators"))));
    }

    /**
     * A value of a closed vocabulary as that has it.
     *
     * @param list that tells all of them
     */
    static @Nullable String known(Parameters parameters, String name, Collection<String> values, String list) {
        return parameters.read(name, text -> values.stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(text, values, list))));
    }

    /** What to say of a value that nobody knows. */
    static String unknown(String text, Collection<String> values, String list) {
        return "'%s' is not known; %s/api/v1/%s lists what is"
                .formatted(
                        Parameters.shown(text),
                        Likeness.nearest(text, values)
                                .map("did you mean %s? "::formatted)
                                .orElse(""),
                        list);
    }

    static boolean matches(@Nullable String wanted, String is) {
        return wanted == null || wanted.equalsIgnoreCase(is);
    }
}
