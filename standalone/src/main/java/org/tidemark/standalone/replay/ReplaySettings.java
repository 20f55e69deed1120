package org.tidemark.standalone.replay;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.BankModel;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.streams.app.TopicSetup;

/**
 * What to replay, and how.
 *
 * @param out folder of the files that it leaves
 * @param asOf only what was published by then; null for all
 * @param until only periods that end by then; null for all
 * @param asFiled whether every figure counts as published with its file
 * @param threads of the topologies, 1 to {@link #THREADS_MAX}; more than one changes nothing but the time it takes
 */
public record ReplaySettings(
        Catalogue catalogue,
        Path out,
        @Nullable Instant asOf,
        @Nullable LocalDate until,
        boolean asFiled,
        int threads) {
    /** A replay has no more partitions to share out. */
    public static final int THREADS_MAX = TopicSetup.PARTITIONS_DEFAULT;

    public ReplaySettings {
        if (threads < 1 || threads > THREADS_MAX) {
            throw new IllegalArgumentException("threads is %d; it must be 1 to %d".formatted(threads, THREADS_MAX));
        }
    }

    String model() {
        return BankModel.VERSION + "+" + CeilingPrior.EQUAL.label();
    }

    /** The version that the build wrote into the jar. */
    static String programVersion() {
        String version = ReplaySettings.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    String rulesVersion() {
        return catalogue.recipes().alerts().version();
    }

    String catalogueHash() {
        return catalogue.hash();
    }
}
