package org.tidemark.producers.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tidemark.producers.StatedFigure;
import org.tidemark.series.BatchId;
import org.tidemark.series.PublishedBasis;

/** What is sent of one release in one economy, between two closings. */
final class ReleaseBatch {
    /** The order of history: what was public first is sent first. */
    static final Comparator<ReleaseBatch> ORDER = Comparator.comparing(s -> s.address);

    private final BatchKey address;
    private final String file;
    private final List<StatedFigure> figures = new ArrayList<>();
    private final List<PublishedBasis> bases = new ArrayList<>();
    private boolean complete;

    /**
     * Begins empty.
     *
     * @param file name of the file that its figures are read from
     */
    ReleaseBatch(BatchKey address, String file) {
        this.address = address;
        this.file = file;
    }

    void add(StatedFigure figure, PublishedBasis basis) {
        figures.add(figure);
        bases.add(basis);
    }

    void markComplete() {
        complete = true;
    }

    String economy() {
        return address.economy();
    }

    BatchId batch() {
        return address.batch();
    }

    int size() {
        return figures.size();
    }

    StatedFigure figure(int ordinal) {
        return figures.get(ordinal);
    }

    /** Where a figure was read. */
    String place(int ordinal) {
        return FilePlace.of(file, figures.get(ordinal).where());
    }

    PublishedBasis basis(int ordinal) {
        return bases.get(ordinal);
    }

    boolean isComplete() {
        return complete;
    }

    boolean isOfTheInstantOf(ReleaseBatch other) {
        return address.isOfTheInstantOf(other.address);
    }
}
