package org.tidemark.standalone.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.it.TestSystem;
import org.tidemark.producers.load.Inputs;
import org.tidemark.series.PublicationDate;

/** A replay that has been run, and what it left. */
record Played(Replay.Told told, Path out) {
    static Played all(Path out, int threads, Path... data) throws IOException, InterruptedException {
        return of(new ReplaySettings(TestSystem.CATALOGUE, out, null, null, false, threads), data);
    }

    static Played by(Catalogue catalogue, Path out, Path... data) throws IOException, InterruptedException {
        return of(new ReplaySettings(catalogue, out, null, null, false, 1), data);
    }

    static Played asOf(Path out, String day, Path... data) throws IOException, InterruptedException {
        Instant asOf = PublicationDate.parse(day);
        return of(new ReplaySettings(TestSystem.CATALOGUE, out, asOf, null, false, 1), data);
    }

    static Played until(Path out, LocalDate until, Path... data) throws IOException, InterruptedException {
        return of(new ReplaySettings(TestSystem.CATALOGUE, out, null, until, false, 1), data);
    }

    private static Played of(ReplaySettings settings, Path... data) throws IOException, InterruptedException {
        return of(settings, Playback.PLAIN, data);
    }

    static Played of(ReplaySettings settings, Playback playback, Path... data)
            throws IOException, InterruptedException {
        Replay replay = new Replay(settings, playback, ReplayProgress.SILENT);
        return new Played(replay.run(Inputs.of(List.of(data))), settings.out());
    }

    static Played of(ReplaySettings settings, TopicSource source) throws IOException, InterruptedException {
        Replay replay = new Replay(settings, Playback.PLAIN, ReplayProgress.SILENT);
        return new Played(replay.run(source), settings.out());
    }

    String text(String file) throws IOException {
        return Files.readString(out.resolve(file), StandardCharsets.UTF_8);
    }

    /** Rows of estimates.csv below the header. */
    List<Row> estimates() throws IOException {
        return text("estimates.csv").lines().skip(1).map(Row::of).toList();
    }

    JsonNode run(String part) throws IOException {
        return new ObjectMapper().readTree(text("run.json")).path(part);
    }

    /**
     * The columns that tests look at; none of them is ever quoted.
     *
     * @param negative P(value < 0); NaN where the measure has no sign
     */
    record Row(
            Instant asOf,
            String measure,
            String concept,
            String economy,
            String sector,
            String period,
            String horizon,
            double value,
            double negative) {
        static Row of(String line) {
            String[] cells = line.split(",", -1);
            return new Row(
                    Instant.parse(cells[0]),
                    cells[1],
                    cells[2],
                    cells[3],
                    cells[4],
                    cells[5],
                    cells[6],
                    Double.parseDouble(cells[7]),
                    cells[12].isEmpty() ? Double.NaN : Double.parseDouble(cells[12]));
        }
    }
}
