package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.BankModel;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.wire.Codecs;

/**
 * What is running, for telling one deployment from another.
 *
 * @param version of the program
 * @param catalogue what is known of the sources, and the rules that alerts are raised by
 */
public record BuildInfo(String version, Catalogue catalogue) {
    InfoSnapshot snapshot() {
        Labels labels = Labels.of(
                "version",
                version,
                "schema",
                Integer.toString(Codecs.schemaRelease()),
                "model",
                BankModel.VERSION + "+" + CeilingPrior.EQUAL.label(),
                "catalogue",
                catalogue.hash(),
                "rules",
                catalogue.recipes().alerts().version());
        return InfoSnapshot.builder()
                .name("tidemark_build")
                .help("Always 1; program, schema release, model, and the hashes of catalogue and rules")
                .dataPoint(InfoDataPointSnapshot.builder().labels(labels).build())
                .build();
    }
}
