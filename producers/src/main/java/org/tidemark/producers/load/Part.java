package org.tidemark.producers.load;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tidemark.catalogue.SourceProfile;
import org.tidemark.producers.StatedFigure;
import org.tidemark.publication.Delivery;
import org.tidemark.series.SeriesId;

/**
 * What one file says of one source.
 *
 * @param delivery where the file stands among those of its source
 * @param series those of the figures that do not state their dates themselves
 * @param tally of what is made of it
 */
record Part(FileContent file, SourceProfile source, Delivery delivery, SortedSet<SeriesId> series, Tally tally) {
    static Part of(FileContent file, SourceProfile source, Delivery delivery, boolean firstOfFile) {
        SortedSet<SeriesId> series = new TreeSet<>();
        SeriesId last = null;
        for (StatedFigure figure : file.bySource().getOrDefault(source.id(), List.of())) {
            SeriesId next = figure.figure().series();
            if (figure.stated() == null && !next.equals(last)) {
                series.add(next);
                last = next;
            }
        }
        // What was skipped or rejected belongs to the file; it is told once, with the first of its sources.
        return new Part(file, source, delivery, series, new Tally(file, source.id(), series, firstOfFile));
    }

    List<StatedFigure> figures() {
        return file.bySource().getOrDefault(source.id(), List.of());
    }
}
