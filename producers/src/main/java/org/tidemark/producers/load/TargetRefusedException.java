package org.tidemark.producers.load;

/** Carries what the target said past a reader, which would take it for its own trouble. */
final class TargetRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RuntimeException refusal;

    TargetRefusedException(RuntimeException refusal) {
        super(refusal);
        this.refusal = refusal;
    }

    RuntimeException refusal() {
        return refusal;
    }
}
