package org.tidemark.producers.load;

import java.util.List;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;

/** A source of each kind. */
final class ToyCatalogue {
    private static final String YAML =
            """
            aggregates:
              WORLD: World
              EU27: European Union
            families:
              toy.:
                title: Made up
                role: adoption
                unit: percent
                range: [0, 100]
              slow.:
                title: Made up, with a usual lag of its own
                role: adoption
                unit: percent
                range: [0, 100]
                lag: P3M
              shared.:
                title: Made up, stands for others
                role: adoption
                unit: percent
                range: [0, 100]
                stands_for: {WORLD: [DE, FR], EU27: [PL]}
            sources:
              LAGGED:
                lag: P1M
              WHOLE:
                coverage: complete
                lag: P1M
              CHANGES:
                sends: changes
                lag: P1M
              BOTH:
                coverage: complete
                sends: changes
                lag: P1M
              TABLED:
                lag: P1M
                published:
                  2024-01: '2024-02-20'
            """;

    static final Catalogue CATALOGUE = CatalogueYaml.parse(List.of(new CatalogueYaml.Text("toy", YAML)));

    private ToyCatalogue() {}
}
