package org.tidemark.producers.exposure;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.NearMiss;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.text.DelimitedText;
import org.tidemark.producers.text.Header;

/**
 * Tables by task of the Anthropic Economic Index. From the one of release 2025-03-27, which says of each task how
 * people and AI work on it, one figure is made: the share that automates. A row is a part of
 * it and is counted only where the publisher suppresses it whole.
 *
 * <p>Tables that also carry the use of each task ({@code pct}), and those that carry nothing else, are not covered: they
 * name neither the conversations that they count nor their date, and no release of the publisher's has that layout.
 */
public final class AutomationByTask implements SourceFormat {
    private static final String TASK = "task_name";
    private static final String USE = "pct";
    private static final Set<String> OF_USE = Set.of(TASK, USE);
    private static final Set<String> BY_KIND = kinds();

    private static final DelimitedText TEXT =
            DelimitedText.CSV.withHeader(header -> isByKind(header) || isNotCovered(header));

    private static Set<String> kinds() {
        Set<String> columns = new HashSet<>(TaskShares.COLUMNS);
        columns.add(TASK);
        return Set.copyOf(columns);
    }

    @Override
    public String name() {
        return "anthropic-by-task";
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        return TEXT.header(file).isPresent();
    }

    private static boolean isByKind(Header header) {
        return holds(header, BY_KIND);
    }

    private static boolean isNotCovered(Header header) {
        Set<String> both = new HashSet<>(BY_KIND);
        both.add(USE);
        return holds(header, OF_USE) || holds(header, both);
    }

    private static boolean holds(Header header, Set<String> columns) {
        return header.hasAll(columns.toArray(String[]::new)) && header.hasNoneBut(columns);
    }

    @Override
    public Optional<NearMiss> nearly(SourceFile file) throws IOException {
        return TEXT.nearly(file, name(), BY_KIND.stream().sorted().toArray(String[]::new));
    }

    @Override
    public Optional<Instant> filed(SourceFile file) {
        return FileDates.of(file);
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        Optional<Header> columns = TEXT.header(file);
        if (columns.isPresent() && isNotCovered(columns.get())) {
            TEXT.read(file, sink, header -> row -> sink.skipped(SkipReason.NOT_COVERED));
            return;
        }
        TaskShares shares = new TaskShares(sink);
        TEXT.read(file, shares, shares::under);
        shares.tell();
    }
}
