package org.tidemark.standalone.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tidemark.producers.UnreadableFileException;

/**
 * Reads a backfill file as its readers will, and refuses what promtool would take in silently: milliseconds for seconds,
 * two samples of one instant, a metric in several pieces.
 */
final class HistoryCheck {
    private static final String END = "# EOF";

    private final Path file;
    private final FamilyCheck families = new FamilyCheck();
    private long line;

    private HistoryCheck(Path file) {
        this.file = file;
    }

    /**
     * Returns how many series and samples there are.
     *
     * @throws UnreadableFileException with the line and what is wrong in it
     */
    static Content of(Path file) throws IOException {
        return new HistoryCheck(file).read();
    }

    /** What a valid file holds. */
    record Content(int series, long samples) {}

    /** A line that is not as it should be. */
    static final class BadLine extends Exception {
        private static final long serialVersionUID = 1L;

        BadLine(String message) {
            super(message);
        }
    }

    private Content read() throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            boolean ended = false;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (ended) {
                    throw new BadLine("something follows the " + END);
                }
                ended = text.equals(END);
                if (!ended) {
                    take(text);
                }
            }
            if (!ended) {
                throw new BadLine("the file does not end with " + END + "; it is cut off");
            }
            return new Content(families.series(), families.samples());
        } catch (BadLine e) {
            throw new UnreadableFileException(
                    "%s, line %d: %s; write it again with 'tidemark history'".formatted(file, line, e.getMessage()));
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException(
                    "%s is not UTF-8; write it again with 'tidemark history'".formatted(file));
        }
    }

    private void take(String text) throws BadLine {
        if (text.startsWith("# ")) {
            String[] parts = text.split(" ", 4);
            if (parts.length < 4) {
                throw new BadLine("'%s' is no metadata".formatted(text));
            }
            families.metadata(parts[1], parts[2], parts[3]);
        } else {
            sample(text);
        }
    }

    private void sample(String text) throws BadLine {
        int time = text.lastIndexOf(' ');
        int value = text.lastIndexOf(' ', time - 1);
        if (value <= 0) {
            throw new BadLine("'%s' is no series, value and timestamp".formatted(text));
        }
        SampleText.finite(text.substring(value + 1, time));
        families.sample(text.substring(0, value), SampleText.seconds(text.substring(time + 1)));
    }
}
