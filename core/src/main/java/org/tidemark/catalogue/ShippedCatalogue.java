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
    private static final String RESOURCE = "catalogue.yaml";

    private ShippedCatalogue() {}

    /**
     * Lays the user's texts over the shipped one, in order.
     *
     * @throws IllegalArgumentException with file, line and remedy when one of them is no catalogue
     */
    public static Catalogue with(List<CatalogueYaml.Text> own) {
        List<CatalogueYaml.Text> texts = new ArrayList<>();
        texts.add(new CatalogueYaml.Text("shipped " + RESOURCE, shipped()));
        texts.addAll(own);
        return CatalogueYaml.parse(texts);
    }

    private static String shipped() {
        try (InputStream in = Objects.requireNonNull(
                ShippedCatalogue.class.getResourceAsStream(RESOURCE), RESOURCE + " in the jar")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
