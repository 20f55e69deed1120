package org.tidemark.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The catalogue inside the program, alone or with texts of the user's laid over it. */
public final class ShippedCatalogue {
    /** The indicators, the recipes of the estimates that are made of several, and the rules of judging and of alerts. */
    private static final List<String> RESOURCES = List.of(
            "catalogue.yaml",
            "ledger.yaml",
            "occupations.yaml",
            "contrasts.yaml",
            "gaps.yaml",
            "pool.yaml",
            "measures.yaml",
            "files.yaml",
            "judging.yaml",
            "rules.yaml",
            "endpoints.yaml");

    private ShippedCatalogue() {}

    /**
     * Lays the user's texts over the shipped ones, in order.
     *
     * @throws IllegalArgumentException with file, line and remedy when one of them is no catalogue
     */
    public static Catalogue with(List<CatalogueYaml.Text> own) {
        List<CatalogueYaml.Text> texts = new ArrayList<>();
        RESOURCES.forEach(r -> texts.add(new CatalogueYaml.Text("shipped " + r, shipped(r))));
        texts.addAll(own);
        return CatalogueYaml.parse(texts);
    }

    private static String shipped(String resource) {
        try (InputStream in = Objects.requireNonNull(
                ShippedCatalogue.class.getResourceAsStream(resource), resource + " in the jar")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
