package org.tidemark.standalone.history;

import java.util.HashSet;
import java.util.Set;
import org.tidemark.standalone.history.HistoryCheck.BadLine;

/** Metric after metric in one piece, series after series in it, time rising in each. */
final class FamilyCheck {
    private final Set<String> familiesSeen = new HashSet<>();
    private final Set<String> metadataSeen = new HashSet<>();
    private final Set<String> seriesSeen = new HashSet<>();
    private String family = "";
    private String series = "";
    private long seconds;
    private int seriesCount;
    private long samples;

    void metadata(String kind, String name, String text) throws BadLine {
        if (!name.equals(family)) {
            begin(name);
        }
        if (!series.isEmpty()) {
            throw new BadLine("metadata of %s after its samples".formatted(name));
        }
        if (!metadataSeen.add(kind)) {
            throw new BadLine("a second %s of %s".formatted(kind, name));
        }
        switch (kind) {
            case "TYPE" -> require(text.equals("gauge"), "type of %s is '%s', not gauge".formatted(name, text));
            case "UNIT" ->
                require(name.endsWith("_" + text), "the name %s does not end with its unit '%s'".formatted(name, text));
            case "HELP" -> require(!text.isBlank(), "%s has no help".formatted(name));
            default -> throw new BadLine("'# %s' is no metadata".formatted(kind));
        }
    }

    private void begin(String name) throws BadLine {
        require(familiesSeen.add(name), "%s is not in one piece".formatted(name));
        family = name;
        series = "";
        metadataSeen.clear();
        seriesSeen.clear();
    }

    void sample(String of, long at) throws BadLine {
        if (of.equals(series)) {
            require(at != seconds, "a second sample of %s at %d".formatted(of, at));
            require(at > seconds, "time of %s goes back from %d to %d".formatted(of, seconds, at));
        } else {
            beginSeries(of);
        }
        seconds = at;
        samples++;
    }

    private void beginSeries(String of) throws BadLine {
        String name = SampleText.name(of);
        if (!name.equals(family)) {
            require(!familiesSeen.contains(name), "%s is not in one piece".formatted(name));
        }
        require(name.equals(family) && metadataSeen.contains("TYPE"), "%s has no # TYPE before it".formatted(name));
        require(seriesSeen.add(of), "series %s is not in one piece".formatted(of));
        seriesCount++;
        require(
                seriesCount <= HistoryFile.SERIES_MAX,
                "more than %d series; Prometheus would take too long over them".formatted(HistoryFile.SERIES_MAX));
        series = of;
    }

    int series() {
        return seriesCount;
    }

    long samples() {
        return samples;
    }

    private static void require(boolean holds, String message) throws BadLine {
        if (!holds) {
            throw new BadLine(message);
        }
    }
}
