package org.tidemark.producers.mapped;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CsvMapping;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Role;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.producers.text.ValueMarks;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;

/** What the rows of one mapped file say. */
final class MappedRows {
    private static final Pattern NOT_OF_A_CODE = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}|[A-Z][A-Z0-9_]{2,23}");
    private static final List<String> MISSING = List.of("", "NA", "N/A", "NaN", "#N/A", ".", "..");
    private static final int CODE_MAX = 64;

    private final CsvMapping mapping;
    private final Catalogue catalogue;
    private final FigureSink sink;
    private final @Nullable LocalDate filed;
    private final Template economy;
    private final Template period;
    private final Template sector;
    private final @Nullable Template published;
    private final List<Condition> conditions;
    private final List<Condition> exceptions;
    private final ValueMarks marks;
    private final List<Value> values = new ArrayList<>();
    private final SortedMap<FigureId, Tally> counts = new TreeMap<>();

    private record Condition(int column, List<String> words) {
        boolean holds(Row row) {
            return words.contains(row.text(column));
        }
    }

    /** One figure of each row. */
    private record Value(
            CsvMapping.Series series,
            int column,
            int error,
            @Nullable Template sector,
            List<Condition> conditions,
            boolean claim) {}

    private record Tally(String unit, String where, int rows) {}

    MappedRows(CsvMapping mapping, Catalogue catalogue, Header header, Optional<Instant> filed, FigureSink sink)
            throws UnreadableFileException {
        this.mapping = mapping;
        this.catalogue = catalogue;
        this.sink = sink;
        this.filed = filed.map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC)).orElse(null);
        this.marks = ValueMarks.of(mapping.marks());
        this.economy = Template.of(mapping.economy(), header);
        this.period = Template.of(period(mapping, this.filed), header);
        this.sector = Template.of(mapping.sector(), header);
        this.published = mapping.published() == null ? null : Template.of(mapping.published(), header);
        this.conditions = conditions(mapping.where(), header);
        this.exceptions = conditions(mapping.except(), header);
        for (CsvMapping.Series s : mapping.series()) {
            String column = s.column();
            values.add(new Value(
                    s,
                    column == null ? Header.ABSENT : header.requireNumbers(column),
                    s.error() == null ? Header.ABSENT : header.requireNumbers(s.error()),
                    s.sector() == null ? null : Template.of(s.sector(), header),
                    conditions(s.where(), header),
                    catalogue
                            .indicator(s.indicator())
                            .map(Indicator::role)
                            .filter(r -> r == Role.CLAIM)
                            .isPresent()));
        }
    }

    /** Where a row is of the day of its file, a file without one says nothing. */
    private static String period(CsvMapping mapping, @Nullable LocalDate filed) throws UnreadableFileException {
        if (!mapping.period().contains(CsvMapping.FILED)) {
            return mapping.period();
        }
        if (filed == null) {
            throw new UnreadableFileException(
                    "the rows of %s are of the day of their file, which has none in its name or its folder's; write it there, such as prices.2026-11-30.json"
                            .formatted(mapping.name()));
        }
        return mapping.period().replace(CsvMapping.FILED, filed.toString());
    }

    private static List<Condition> conditions(Map<String, List<String>> where, Header header)
            throws UnreadableFileException {
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, List<String>> c : where.entrySet()) {
            conditions.add(new Condition(header.require(c.getKey()), c.getValue()));
        }
        return conditions;
    }

    void tell(Row row) {
        if (!conditions.stream().allMatch(c -> c.holds(row))
                || exceptions.stream().anyMatch(c -> c.holds(row))) {
            skipAll(SkipReason.NOT_COVERED);
            return;
        }
        Optional<Period> when = WrittenPeriod.parse(period.of(row), mapping.span());
        if (when.isEmpty()) {
            row.reject(
                    sink,
                    RejectReason.BAD_PERIOD,
                    "%s is no period; write 2024, 2024-Q3, 2024-05, 2024-05-17, 2024q3 or 5/17/2024"
                            .formatted(SourceExcerpt.of(period.of(row))));
            return;
        }
        String day = published == null ? "" : published.of(row);
        // A figure of a day that cannot be read must not pass for one of its usual lag.
        if (!MISSING.contains(day) && WrittenPeriod.published(day).isEmpty()) {
            row.reject(
                    sink,
                    RejectReason.BAD_PUBLISHED,
                    "published %s is no day; write 2025-05-17, 2025-05, 2025-05-17T12:00:00Z or 5/17/2025, or leave it empty"
                            .formatted(SourceExcerpt.of(day)));
            return;
        }
        Optional<String> whose = whose(economy.of(row));
        if (whose.isEmpty() && mapping.passesUnknown()) {
            skipAll(SkipReason.NOT_COVERED);
            return;
        }
        if (whose.isEmpty()) {
            row.reject(
                    sink,
                    RejectReason.UNKNOWN_ECONOMY,
                    "economy %s is in no table of names; add it under 'economies:' of file %s, such as 'Timor Leste: TL', and pass --catalogue FILE"
                            .formatted(SourceExcerpt.of(economy.of(row)), mapping.name()));
            return;
        }
        values.forEach(value -> tell(row, value, whose.get(), when.get()));
    }

    private void skipAll(SkipReason reason) {
        values.forEach(value -> sink.skipped(reason));
    }

    /** Of several names, separated by commas, the first counts. */
    private Optional<String> whose(String name) {
        int comma = name.indexOf(',');
        String first = comma < 0 ? name : name.substring(0, comma).strip();
        String own = mapping.economies().get(name.isEmpty() ? "none" : name);
        own = own == null ? mapping.economies().get(first) : own;
        if (own != null) {
            return Optional.of(own);
        }
        if (CODE.matcher(first).matches() && catalogue.knowsEconomy(first)) {
            return Optional.of(first);
        }
        return catalogue.economyNames().economy(first);
    }

    private void tell(Row row, Value value, String rows, Period written) {
        Period when = value.series().span() == null
                ? written
                : WrittenPeriod.parse(written.start().toString(), value.series().span())
                        .orElse(written);
        String whose = value.series().economy() == null ? rows : value.series().economy();
        if (!value.conditions().stream().allMatch(c -> c.holds(row)) || isAhead(value, when)) {
            sink.skipped(SkipReason.NOT_COVERED);
            return;
        }
        Template own = value.sector();
        String where = code((own == null ? sector : own).of(row));
        FigureId id;
        try {
            id = new FigureId(new SeriesId(value.series().indicator(), whose, where, mapping.source()), when);
        } catch (IllegalArgumentException e) {
            row.reject(sink, RejectReason.BAD_ID, String.valueOf(e.getMessage()));
            return;
        }
        if (value.column() == Header.ABSENT) {
            counts.merge(
                    id,
                    new Tally(value.series().unit(), row.where(), 1),
                    (a, b) -> new Tally(a.unit(), a.where(), a.rows() + b.rows()));
        } else {
            figure(row, value, id);
        }
    }

    /** A publisher's projections are claims: where the mapping does not call them so, they are not read. */
    private boolean isAhead(Value value, Period when) {
        return !value.claim() && filed != null && when.end().isAfter(filed);
    }

    private void figure(Row row, Value value, FigureId id) {
        String text = row.text(value.column());
        if (MISSING.contains(text)) {
            sink.skipped(SkipReason.EMPTY);
            return;
        }
        ValueMarks.Bare bare = marks.of(text);
        OptionalDouble number = row.percentIn(bare.number());
        if (number.isEmpty()) {
            row.reject(
                    sink,
                    RejectReason.BAD_NUMBER,
                    ValueMarks.complaint(
                            row.complaint(String.valueOf(value.series().column()), value.column()),
                            text,
                            "file " + mapping.name()));
            return;
        }
        double factor = value.series().factor();
        String stated = row.text(value.error());
        OptionalDouble error = MISSING.contains(stated) ? OptionalDouble.empty() : row.number(value.error());
        if (!MISSING.contains(stated) && !(error.orElse(-1) >= 0)) {
            row.reject(
                    sink,
                    RejectReason.BAD_NUMBER,
                    "standard error %s is no number of 0 or more; correct it or leave it empty"
                            .formatted(SourceExcerpt.of(stated)));
            return;
        }
        sink.figure(new StatedFigure(
                id,
                number.getAsDouble() * factor,
                error.isPresent() ? Double.valueOf(error.getAsDouble() * factor) : null,
                value.series().unit(),
                bare.status(),
                stated(row),
                null,
                null,
                bare.note(),
                row.where()));
    }

    /** The instant that a row states, in its column of that; null where it states none. */
    private @Nullable Instant stated(Row row) {
        Template day = published;
        return day == null ? null : WrittenPeriod.published(day.of(row)).orElse(null);
    }

    /** A sector's code holds letters, digits, full stops, hyphens and underscores; a slash divides as a full stop does. */
    private static String code(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return text;
        }
        String plain = NOT_OF_A_CODE
                .matcher(text.substring(colon + 1).replace('/', '.'))
                .replaceAll("_");
        return text.substring(0, colon + 1) + (plain.length() > CODE_MAX ? plain.substring(0, CODE_MAX) : plain);
    }

    /** Counted rows are told when all are counted. */
    void tellCounts() {
        counts.forEach(
                (id, tally) -> sink.figure(StatedFigure.of(id, tally.rows(), null, tally.unit(), tally.where())));
    }
}
