package org.tidemark.producers.microsoft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.catalogue.EconomyNames;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.series.Period;
import org.tidemark.validate.RejectReason;

/**
 * A row per economy, by its name, and a column per period.
 *
 * @param economy position of the name
 * @param periods the columns of values
 * @param others how many other columns there are
 * @param names what the names stand for
 */
record CountryTable(int economy, List<PeriodColumn> periods, int others, EconomyNames names) {
    static final String EXAMPLE = "H1 2025 AI Diffusion";
    private static final String ECONOMY = "Economy";
    private static final Pattern PERIOD =
            Pattern.compile("(?<part>[HQ][1-4]) (?<year>\\d{4}) AI Diffusion", Pattern.CASE_INSENSITIVE);

    private record PeriodColumn(int position, Period period, ShareCell cell) {}

    static boolean fits(Header header) {
        return header.hasAll(ECONOMY)
                && header.names().stream().anyMatch(name -> period(name).isPresent());
    }

    /** A column of a table of economies that seems to name a period in another way. */
    static Optional<String> nearPeriod(Header header) {
        return header.hasAll(ECONOMY)
                ? header.names().stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains("diffusion"))
                        .findFirst()
                : Optional.empty();
    }

    static CountryTable of(Header header, EconomyNames names) throws UnreadableFileException {
        List<PeriodColumn> periods = new ArrayList<>();
        for (String name : header.names()) {
            Optional<Period> period = period(name);
            if (period.isPresent()) {
                int position = header.requireNumbers(name);
                periods.add(new PeriodColumn(position, period.get(), new ShareCell(name, position, true)));
            }
        }
        int others = header.names().size() - 1 - periods.size();
        return new CountryTable(header.require(ECONOMY), List.copyOf(periods), others, names);
    }

    /** {@code H1 2025 AI Diffusion} is 2025-H1. */
    private static Optional<Period> period(String column) {
        Matcher m = PERIOD.matcher(column);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            String part = m.group("part").toUpperCase(Locale.ROOT);
            return Optional.of(Period.parse(m.group("year") + "-" + part));
        } catch (IllegalArgumentException noSuchPart) {
            return Optional.empty();
        }
    }

    void tell(Row row, FigureSink sink) {
        String name = row.text(economy);
        Optional<String> code = names.economy(name);
        if (code.isEmpty()) {
            reject(row, name, sink);
            return;
        }
        for (PeriodColumn column : periods) {
            column.cell().tell(row, code.get(), column.period(), sink);
        }
        for (int i = 0; i < others; i++) {
            sink.skipped(SkipReason.NOT_COVERED);
        }
    }

    private static void reject(Row row, String name, FigureSink sink) {
        if (name.isEmpty()) {
            row.reject(sink, RejectReason.MISSING_FIELD, "the economy has no name; write one such as Denmark");
            return;
        }
        row.reject(
                sink,
                RejectReason.UNKNOWN_ECONOMY,
                "economy %s is in no table of names; write it as ISO 3166 does in English, or add it under 'economies:' in a file, such as 'Timor Leste: TL', and pass --catalogue FILE"
                        .formatted(SourceExcerpt.of(name)));
    }
}
