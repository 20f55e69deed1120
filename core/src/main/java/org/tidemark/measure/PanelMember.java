package org.tidemark.measure;

import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;

/** An economy's figure inside a panel of economies: there the panel stands for the economy, and the economy for the sector. */
public final class PanelMember {
    private static final String CLASSIFICATION = "ECONOMY:";
    private static final char STOP = '.';
    private static final int CODE_MAX = 64;

    private PanelMember() {}

    /** The figure as one of a panel. */
    public static FigureId of(MeasureRecipe panel, FigureId figure) {
        return of(panel.economy(), figure);
    }

    /** The figure as one of the panel of an aggregate; of a sector, the economy and the sector stand for one. */
    public static FigureId of(String scope, FigureId figure) {
        SeriesId series = figure.series();
        String member = series.sector().equals(SeriesId.TOTAL)
                ? series.economy()
                : series.economy() + STOP + series.sector().replace(':', STOP);
        return new FigureId(
                new SeriesId(series.indicator(), scope, CLASSIFICATION + cut(member), series.source()),
                figure.period());
    }

    /** No two names become one by it: what is cut off is told by its hash. */
    private static String cut(String member) {
        if (member.length() <= CODE_MAX) {
            return member;
        }
        String hash = Integer.toHexString(member.hashCode());
        return member.substring(0, CODE_MAX - hash.length() - 1) + '_' + hash;
    }

    /** The economy that stands for a sector of a panel. */
    public static String economy(String sector) {
        String member = sector.substring(CLASSIFICATION.length());
        int stop = member.indexOf(STOP);
        return stop < 0 ? member : member.substring(0, stop);
    }

    /** The sector of that economy. */
    public static String sector(String sector) {
        int stop = sector.indexOf(STOP);
        return stop < 0 ? SeriesId.TOTAL : sector.substring(stop + 1).replaceFirst("\\.", ":");
    }

    /** The change as one of a panel. */
    public static ValueChange of(MeasureRecipe panel, ValueChange change) {
        return new ValueChange(
                of(panel.economy(), change.figure()),
                change.before(),
                change.after(),
                change.batch(),
                change.datedByLag());
    }
}
