package org.tidemark.producers.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tidemark.producers.StatedFigure;
import org.tidemark.publication.Publication;
import org.tidemark.series.PublicationDate;

/** Ids of releases. */
final class Releases {
    private Releases() {}

    /** The publisher's own id where the figure has the publisher's date or the usual one; else that of the instant. */
    static String of(StatedFigure figure, Publication publication) {
        String own =
                switch (publication.basis()) {
                    case STATED, CALENDAR, LAG -> figure.release();
                    case FILE, NEWEST, RECEIVED, ORDER -> null;
                };
        return own == null ? at(figure.figure().series().source(), publication.published()) : own;
    }

    /** Id of a release that its publisher gives none: the source and the day, or the instant within it. */
    static String at(String source, Instant published) {
        LocalDate day = LocalDate.ofInstant(published, ZoneOffset.UTC);
        return source + "@" + (PublicationDate.endOf(day).equals(published) ? day : published);
    }
}
