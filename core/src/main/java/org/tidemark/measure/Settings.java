package org.tidemark.measure;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.catalogue.MeasureRecipe;

/** The settings of a recipe, read and checked by the kind that they are of. */
final class Settings {
    private final MeasureRecipe recipe;

    Settings(MeasureRecipe recipe) {
        this.recipe = recipe;
    }

    /** Refuses a setting that the kind does not know. */
    void requireKnown(Set<String> known) {
        for (String name : recipe.settings().keySet()) {
            if (!known.contains(name)) {
                throw wrong(
                        "settings: " + name,
                        "no such setting of kind " + recipe.kind().written(),
                        known.isEmpty() ? "leave it out" : "write one of " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    String word(String name, String otherwise, Set<String> known) {
        String word = recipe.settings().getOrDefault(name, otherwise);
        if (!known.contains(word)) {
            throw wrong(
                    "settings: " + name, "'" + word + "'", "write one of " + String.join(", ", new TreeSet<>(known)));
        }
        return word;
    }

    String text(String name, String otherwise) {
        return recipe.settings().getOrDefault(name, otherwise);
    }

    boolean has(String name) {
        return recipe.settings().containsKey(name);
    }

    double number(String name, double otherwise) {
        String text = recipe.settings().get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Told below like any other that is none.
        }
        throw wrong("settings: " + name, "'" + text + "' is no number", "write one such as 0.5");
    }

    IllegalArgumentException wrong(String field, String what, String remedy) {
        return new IllegalArgumentException(
                String.format(Locale.ROOT, "catalogue: measure %s: %s: %s; %s", recipe.id(), field, what, remedy));
    }

    void requireParts(int least, int most) {
        int n = recipe.parts().size();
        if (n < least || n > most) {
            throw wrong(
                    "indicators",
                    n + " parts",
                    "kind %s takes %s"
                            .formatted(recipe.kind().written(), least == most ? least : least + " to " + most));
        }
    }
}
