package org.tidemark.engine.estimate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Role;
import org.tidemark.engine.table.Key;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.FigureId;

/** The cells of one economy, filled with what is believed of its figures. */
final class EconomyCells {
    private final Catalogue catalogue;
    private final SortedMap<EstimateKey, CellRun> cells = new TreeMap<>();

    EconomyCells(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The cell that reads a figure; null where none does. */
    @Nullable
    EstimateKey cellOf(FigureId figure) {
        Indicator indicator = read(figure);
        return indicator == null ? null : cell(figure, indicator);
    }

    /** Fills in what is believed of a figure that no cell holds yet. */
    void put(FigureId figure, CurrentValue belief) {
        Instant since = belief.since();
        Indicator indicator = read(figure);
        if (indicator != null && since != null) {
            EstimateKey cell = cell(figure, indicator);
            Key unused = cells.computeIfAbsent(cell, c -> new CellRun(indicator.unit()))
                    .put(figure, indicator.unit(), since, reading(figure, belief, indicator));
        }
    }

    /** Takes in a change and notes it, where it is one of something that is read. */
    void take(ValueChange change, CellChanges changes) {
        FigureId figure = change.figure();
        Indicator indicator = read(figure);
        if (indicator == null) {
            return;
        }
        EstimateKey cell = cell(figure, indicator);
        CellRun run = cells.computeIfAbsent(cell, c -> new CellRun(indicator.unit()));
        Instant since = change.after().since();
        Measurement now = reading(figure, change.after(), indicator);
        Key changed =
                since == null ? run.remove(figure, indicator.unit()) : run.put(figure, indicator.unit(), since, now);
        if (changed != null) {
            changes.add(cell, changed, change, reading(figure, change.before(), indicator), now);
        }
    }

    /** The cells whose fold is out of date, in the order of their keys. */
    List<Map.Entry<EstimateKey, CellRun>> dirty() {
        List<Map.Entry<EstimateKey, CellRun>> dirty = new ArrayList<>();
        for (Map.Entry<EstimateKey, CellRun> cell : cells.entrySet()) {
            if (cell.getValue().isDirty()) {
                dirty.add(cell);
            }
        }
        return dirty;
    }

    /** Brings every fold up to date, and tells nobody. */
    void settle() {
        for (CellRun run : cells.values()) {
            if (run.isDirty()) {
                CellRun.Result unused = run.fold();
            }
        }
    }

    /** How many figures are held. */
    int size() {
        return cells.values().stream().mapToInt(CellRun::size).sum();
    }

    /** The indicator of a figure that is read; null of one that is not. */
    private @Nullable Indicator read(FigureId figure) {
        Indicator indicator = catalogue.indicator(figure.series().indicator()).orElse(null);
        return indicator == null
                        || indicator.role() != Role.ADOPTION
                        || !indicator.thinning().keeps(figure.period())
                ? null
                : indicator;
    }

    private static EstimateKey cell(FigureId figure, Indicator indicator) {
        return new EstimateKey(
                figure.series().economy(), figure.series().sector(), PenetrationReport.MEASURE, indicator.concept());
    }

    /** The figure as a share, or null when it is withdrawn or no share: an indicator of a user's own may be a count. */
    private static @Nullable Measurement reading(FigureId figure, CurrentValue belief, Indicator indicator) {
        double whole = "percent".equals(indicator.unit()) ? 100 : 1;
        double share = belief.value() == null ? Double.NaN : belief.value() / whole;
        if (!(share >= 0 && share <= 1)) {
            return null;
        }
        Double published = belief.standardError();
        double standardError =
                published == null ? indicator.noise(figure.series().economy()) : published;
        return new Measurement(figure.period().midYear(), share, standardError / whole);
    }
}
