package org.tidemark.publication;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.PublishedBasis;

/**
 * What a delivery said of one figure.
 *
 * @param delivery the file that said it
 * @param published when that counts as public
 * @param basis how that is known
 * @param value null when it was withdrawn
 * @param standardError null when none was published
 */
public record Statement(
        Delivery delivery,
        Instant published,
        PublishedBasis basis,
        @Nullable Double value,
        @Nullable Double standardError) {
    boolean saysTheSameAs(Claim claim) {
        boolean sameError = value == null || Objects.equals(standardError, claim.standardError());
        return Objects.equals(value, claim.value()) && sameError;
    }

    /** Whether its instant is the publisher's own, so that another statement of such a one contradicts it. */
    boolean isFirm() {
        return isFirm(basis);
    }

    static boolean isFirm(PublishedBasis basis) {
        return basis == PublishedBasis.STATED || basis == PublishedBasis.FILE;
    }
}
