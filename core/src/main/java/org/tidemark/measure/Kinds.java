package org.tidemark.measure;

import org.tidemark.catalogue.MeasureKind;

/** The method of each kind. */
final class Kinds {
    private Kinds() {}

    static Kind of(MeasureKind kind) {
        return switch (kind) {
            case COMPARE -> new CompareKind();
            case ACROSS -> new AcrossKind();
            case SHARES -> new SharesKind();
            case RATE -> new RateKind();
            case FRONTIER -> new FrontierKind();
            case COMPOSE -> new ComposeKind();
            case EVENTS -> new EventsKind();
            case CLAIMS -> new ClaimsKind();
            case LEADLAG -> new LeadLagKind();
        };
    }
}
