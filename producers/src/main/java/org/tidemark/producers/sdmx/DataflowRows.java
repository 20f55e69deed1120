package org.tidemark.producers.sdmx;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.EconomyCodes;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.SdmxMapping;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.producers.text.ValueMarks;
import org.tidemark.series.FigureId;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;

/** The rows of one dataflow as the catalogue maps them, under one header. */
final class DataflowRows {
    private final SdmxColumns columns;
    private final SdmxMapping mapping;
    private final Catalogue catalogue;
    private final int economy;
    private final int standardError;
    private final List<Kind> kinds;
    private final Map<Kind, Qualifiers> qualifiers = new LinkedHashMap<>();
    private final Coverage coverage;
    private final ValueMarks marks;

    /**
     * For one file.
     *
     * @param power of ten that the lines above the header name; 0 when they name none
     */
    DataflowRows(SdmxColumns columns, SdmxMapping mapping, Catalogue catalogue, int power) {
        this.columns = columns;
        this.marks = ValueMarks.of(mapping.marks());
        this.mapping = mapping;
        this.catalogue = catalogue;
        this.economy = columns.position(mapping.economyDimension());
        this.standardError = columns.standardError(mapping, catalogue.sdmxAttributes());
        this.kinds = mapping.series().stream()
                .map(row -> Kind.of(row, columns, unit(row, catalogue)))
                .sorted(Comparator.comparingInt((Kind kind) -> kind.where().size())
                        .reversed())
                .toList();
        int usual = power == 0 ? mapping.unitMult() : power;
        kinds.forEach(kind ->
                qualifiers.put(kind, new Qualifiers(columns, mapping, kind, catalogue.sdmxAttributes(), usual)));
        this.coverage = new Coverage(mapping, columns, kinds);
    }

    private static String unit(SdmxMapping.Row row, Catalogue catalogue) {
        return catalogue.indicator(row.indicator()).map(Indicator::unit).orElse("unknown");
    }

    void tell(Row row, FigureSink sink) {
        for (Kind kind : kinds) {
            if (kind.fits(row)) {
                coverage.fits(kind);
                figure(row, kind, sink).ifPresent(id -> tell(row, kind, id, sink));
                return;
            }
        }
        coverage.fitsNone(row);
        sink.skipped(SkipReason.NOT_COVERED);
    }

    /** Tells, after the last row, which series the file should hold and does not. */
    void tellCoverage(FigureSink sink) {
        coverage.complaints()
                .forEach(detail -> sink.rejected(RejectReason.UNKNOWN_INDICATOR, "all lines", detail, new byte[0]));
    }

    private Optional<FigureId> figure(Row row, Kind kind, FigureSink sink) {
        String text = row.text(economy);
        String code = mapping.economies().containsKey(text) ? text : SdmxColumns.code(row, economy);
        if (code.isEmpty()) {
            String detail =
                    "%s is empty or absent; name the economy of each figure".formatted(mapping.economyDimension());
            row.reject(sink, RejectReason.MISSING_FIELD, detail);
            return Optional.empty();
        }
        Optional<SeriesId> series = series(row, kind, mapping.economies().getOrDefault(code, code), sink);
        return series.isEmpty() ? Optional.empty() : inPeriod(row, series.get(), sink);
    }

    private Optional<SeriesId> series(Row row, Kind kind, String economyCode, FigureSink sink) {
        if (!catalogue.knowsEconomy(economyCode)) {
            String detail = EconomyCodes.advice(economyCode, catalogue);
            row.reject(sink, RejectReason.UNKNOWN_ECONOMY, detail, mapping.source(), economyCode);
            return Optional.empty();
        }
        try {
            return Optional.of(new SeriesId(kind.indicator(), economyCode, kind.sector(), mapping.source()));
        } catch (IllegalArgumentException e) {
            row.reject(sink, RejectReason.BAD_ID, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<FigureId> inPeriod(Row row, SeriesId series, FigureSink sink) {
        try {
            return Optional.of(new FigureId(series, SdmxPeriod.parse(columns.period(row))));
        } catch (IllegalArgumentException e) {
            row.reject(sink, RejectReason.BAD_PERIOD, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void tell(Row row, Kind kind, FigureId id, FigureSink sink) {
        if (columns.deletes(row)) {
            sink.figure(stated(row, kind, id, null, null, ObservationStatus.MISSING, null));
            return;
        }
        Flags flags = columns.flags(row);
        String text = columns.value(row);
        if (flags.suppressed()) {
            sink.skipped(SkipReason.SUPPRESSED);
        } else if (flags.missing() || text.isEmpty() || text.equals(":") || text.equals("NaN")) {
            sink.skipped(SkipReason.EMPTY);
        } else {
            number(row, kind, id, flags, sink);
        }
    }

    private void number(Row row, Kind kind, FigureId id, Flags flags, FigureSink sink) {
        Qualifiers said = Objects.requireNonNull(qualifiers.get(kind));
        Qualifiers.Trouble trouble = said.trouble(row);
        if (trouble != null) {
            row.reject(sink, trouble.reason(), trouble.detail());
            return;
        }
        int power = said.power(row);
        ValueMarks.Bare bare = marks.of(columns.value(row));
        OptionalDouble number = row.numberIn(bare.number(), power);
        if (number.isEmpty()) {
            row.reject(
                    sink,
                    RejectReason.BAD_NUMBER,
                    ValueMarks.complaint(columns.complaint(row), columns.value(row), mapping.dataflow()));
            return;
        }
        boolean given = !row.text(standardError).isEmpty();
        OptionalDouble error = given ? row.number(standardError, power) : OptionalDouble.empty();
        if (given && !(error.orElse(-1) >= 0)) {
            row.reject(
                    sink,
                    RejectReason.BAD_NUMBER,
                    "standard error %s is no number of 0 or more; correct it or leave it empty"
                            .formatted(SourceExcerpt.of(row.text(standardError))));
            return;
        }
        sink.figure(stated(
                row,
                kind,
                id,
                number.getAsDouble(),
                given ? error.getAsDouble() : null,
                ValueMarks.graver(bare.status(), flags.status()),
                ValueMarks.both(flags.note(), bare.note())));
    }

    private static StatedFigure stated(
            Row row,
            Kind kind,
            FigureId id,
            @Nullable Double value,
            @Nullable Double standardError,
            ObservationStatus status,
            @Nullable String note) {
        return new StatedFigure(id, value, standardError, kind.unit(), status, null, null, null, note, row.where());
    }
}
