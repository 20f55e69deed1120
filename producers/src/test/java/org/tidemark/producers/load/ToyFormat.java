package org.tidemark.producers.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.series.FigureId;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;

/**
 * The smallest format that can say all that a format may. Below the line {@code toy}, each line is a figure, {@code
 * WHOLE DE 2024-01 1.5}, a dash for a withdrawn value, then any of {@code stated=}, {@code usual=}, {@code release=},
 * {@code indicator=}, {@code se=}, {@code sector=}; or {@code skip}, or {@code bad}; or a way in which readers fail.
 */
final class ToyFormat implements SourceFormat {
    static final String HEADER = "toy";

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        String head = new String(file.head(), StandardCharsets.UTF_8);
        if (head.startsWith("toy that nobody dares to recognise")) {
            throw new IllegalStateException("not even this");
        }
        return head.startsWith(HEADER + "\n");
    }

    @Override
    public Optional<Instant> filed(SourceFile file) {
        return FileDates.of(file);
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        List<String> lines = Files.readAllLines(file.path());
        for (int i = 1; i < lines.size(); i++) {
            tell(lines.get(i), "line " + (i + 1), file, sink);
        }
    }

    private static void tell(String line, String where, SourceFile file, FigureSink sink) throws IOException {
        switch (line) {
            case "skip" -> sink.skipped(SkipReason.EMPTY);
            case "bad" ->
                sink.rejected(
                        RejectReason.BAD_NUMBER, where, "no number; write one", line.getBytes(StandardCharsets.UTF_8));
            case "swallows" -> tellAndSwallow(where, sink);
            case "unreadable" -> throw new UnreadableFileException(file.name() + " makes no sense; mend it");
            case "fails" -> throw new IOException("the disk is gone\nand more");
            case "breaks" -> throw new ArrayIndexOutOfBoundsException(7);
            default -> sink.figure(figure(line, where));
        }
    }

    /** As a reader that takes every exception for trouble with the line. */
    private static void tellAndSwallow(String where, FigureSink sink) {
        try {
            sink.rejected(RejectReason.MALFORMED, where, "no line; mend it", new byte[0]);
        } catch (RuntimeException taken) {
            sink.skipped(SkipReason.EMPTY);
        }
    }

    private static StatedFigure figure(String line, String where) {
        String[] words = line.split(" ", -1);
        Map<String, String> more = new HashMap<>();
        Arrays.stream(words).skip(4).map(w -> w.split("=", 2)).forEach(w -> more.put(w[0], w[1]));
        SeriesId series = new SeriesId(
                more.getOrDefault("indicator", "toy.level"), words[1], more.getOrDefault("sector", "TOTAL"), words[0]);
        return new StatedFigure(
                new FigureId(series, Period.parse(words[2])),
                words[3].equals("-") ? null : Double.valueOf(words[3]),
                more.containsKey("se") ? Double.valueOf(more.get("se")) : null,
                "percent",
                words[3].equals("-") ? ObservationStatus.MISSING : ObservationStatus.NORMAL,
                instant(more.get("stated")),
                instant(more.get("usual")),
                more.get("release"),
                null,
                where);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : PublicationDate.parse(text);
    }
}
