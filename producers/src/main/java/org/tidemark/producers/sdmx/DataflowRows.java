package org.tidemark.producers.sdmx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.SdmxMapping;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.text.FiniteNumber;
import org.tidemark.producers.text.Row;
import org.tidemark.series.FigureId;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;

/** The rows of one dataflow as the catalogue maps them, under one header. */
final class DataflowRows {
    private final SdmxColumns columns;
    private final SdmxMapping mapping;
    private final int economy;
    private final List<Kind> kinds = new ArrayList<>();

    DataflowRows(SdmxColumns columns, SdmxMapping mapping, Catalogue catalogue) {
        this.columns = columns;
        this.mapping = mapping;
        this.economy = columns.position(mapping.economyDimension());
        for (SdmxMapping.Row row : mapping.series()) {
            List<Condition> where = new ArrayList<>();
            row.where().forEach((component, code) -> where.add(new Condition(columns.position(component), code)));
            String unit =
                    catalogue.indicator(row.indicator()).map(Indicator::unit).orElse("unknown");
            kinds.add(new Kind(where, row.indicator(), row.sector(), unit));
        }
    }

    /** A component that must have this code; a component that the file does not have has none. */
    private record Condition(int position, String code) {
        boolean holds(Row row) {
            return SdmxColumns.code(row, position).equals(code);
        }
    }

    private record Kind(List<Condition> where, String indicator, String sector, String unit) {
        boolean fits(Row row) {
            for (Condition condition : where) {
                if (!condition.holds(row)) {
                    return false;
                }
            }
            return true;
        }
    }

    void tell(Row row, FigureSink sink) {
        for (Kind kind : kinds) {
            if (kind.fits(row)) {
                figure(row, kind, sink).ifPresent(id -> tell(row, kind, id, sink));
                return;
            }
        }
        sink.skipped(SkipReason.NOT_COVERED);
    }

    private Optional<FigureId> figure(Row row, Kind kind, FigureSink sink) {
        String code = SdmxColumns.code(row, economy);
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
            sink.figure(stated(row, kind, id, null, ObservationStatus.MISSING, null));
            return;
        }
        Flags flags = columns.flags(row);
        String text = columns.value(row);
        if (flags.suppressed()) {
            sink.skipped(SkipReason.SUPPRESSED);
        } else if (flags.missing() || text.isEmpty() || text.equals(":") || text.equals("NaN")) {
            sink.skipped(SkipReason.EMPTY);
        } else {
            OptionalDouble number = FiniteNumber.parse(text);
            if (number.isPresent()) {
                sink.figure(stated(row, kind, id, number.getAsDouble(), flags.status(), flags.note()));
            } else {
                row.reject(sink, RejectReason.BAD_NUMBER, FiniteNumber.complaint(SdmxColumns.VALUE, text));
            }
        }
    }

    private static StatedFigure stated(
            Row row, Kind kind, FigureId id, @Nullable Double value, ObservationStatus status, @Nullable String note) {
        return new StatedFigure(id, value, null, kind.unit(), status, null, null, null, note, row.where());
    }
}
