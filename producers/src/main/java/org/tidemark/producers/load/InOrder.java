package org.tidemark.producers.load;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.StatedFigure;
import org.tidemark.publication.Delivery;
import org.tidemark.publication.Publication;
import org.tidemark.publication.UsualDate;

/**
 * The files of a run in the order in which they became public: by their own dates, else by how far they reach. Of undated
 * files that reach equally far the one that holds more is the later, then the one of the later name; in the end the bytes
 * decide, so that the order in which files are given never does.
 */
final class InOrder {
    private static final Comparator<Dated> ORDER = Comparator.comparing(Dated::date)
            .thenComparing(dated -> dated.file().filed() == null)
            .thenComparing(Dated::sizeOfUndated)
            .thenComparing(dated -> dated.file().name())
            .thenComparing(dated -> dated.file().hash());

    private final List<Dated> files;
    private final Catalogue catalogue;

    private record Dated(FileContent file, Instant date) {
        long sizeOfUndated() {
            return file.filed() != null
                    ? 0
                    : file.bySource().values().stream().mapToLong(List::size).sum();
        }
    }

    private InOrder(List<Dated> files, Catalogue catalogue) {
        this.files = files;
        this.catalogue = catalogue;
    }

    static InOrder of(Collection<FileContent> contents, Catalogue catalogue) {
        List<Dated> files = contents.stream()
                .map(file -> new Dated(file, date(file, catalogue)))
                .sorted(ORDER)
                .toList();
        return new InOrder(files, catalogue);
    }

    private static Instant date(FileContent file, Catalogue catalogue) {
        Instant filed = file.filed();
        return filed != null
                ? filed
                : file.bySource().values().stream()
                        .map(figures -> newest(figures, catalogue))
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.MIN);
    }

    private static @Nullable Instant newest(List<StatedFigure> figures, Catalogue catalogue) {
        Set<Instant> usual = new HashSet<>();
        figures.stream()
                .filter(f -> f.stated() == null)
                .flatMap(f -> UsualDate.of(f.figure(), f.usual(), catalogue).map(Publication::published).stream())
                .forEach(usual::add);
        return Delivery.newestOf(usual).orElse(null);
    }

    List<FileContent> files() {
        return files.stream().map(Dated::file).toList();
    }

    /** The files as deliveries of their sources. */
    Deliveries deliveries() {
        Deliveries deliveries = new Deliveries();
        for (int rank = 0; rank < files.size(); rank++) {
            FileContent file = files.get(rank).file();
            int place = rank;
            file.bySource().forEach((source, figures) -> {
                Instant newest = file.filed() == null ? newest(figures, catalogue) : null;
                deliveries.name(source, new Delivery(file.hash(), file.filed(), newest, place));
            });
        }
        return deliveries;
    }
}
