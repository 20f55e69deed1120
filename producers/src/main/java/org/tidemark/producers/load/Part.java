package org.tidemark.producers.load;

import java.util.List;
import org.tidemark.catalogue.SourceProfile;
import org.tidemark.producers.StatedFigure;

/**
 * What one file says of one source.
 *
 * @param first whether the file belongs to the first delivery of the source
 * @param tally of what is made of it
 */
record Part(FileContent file, SourceProfile source, boolean first, Tally tally) {
    List<StatedFigure> figures() {
        return file.bySource().getOrDefault(source.id(), List.of());
    }
}
