package org.tidemark.reallocation;

import java.util.List;
import java.util.Objects;

/**
 * Growth of productivity and change of employment share by sector between two years, and how they go together.
 *
 * @param first year
 * @param last year
 * @param sectors how many
 * @param covariance over sectors, percent a year times percentage points a year, with sectors - 1 below
 * @param standardError of the covariance, given the growth of productivity, from the regression of the one on the other
 * @param index sum of change of share times minus relative growth of productivity
 * @param varies whether both differ between sectors: otherwise there is nothing to go together
 */
record Reallocation(
        int first, int last, int sectors, double covariance, double standardError, double index, boolean varies) {
    /** Between two years in which each sector has output and employment; three sectors at least. */
    static Reallocation between(int first, int last, List<SectorYears> sectors) {
        int n = sectors.size();
        double[] growth = fromMean(growth(first, last, sectors));
        double[] moved = fromMean(moved(first, last, sectors));
        double cross = dot(growth, moved);
        double squaredGrowth = dot(growth, growth);
        double squaredMoved = dot(moved, moved);
        // Cov = r s_g s_m, and the standard error of r in a regression is sqrt((1 - r^2)/(n - 2)).
        double unexplained = Math.max(0, squaredGrowth * squaredMoved - cross * cross);
        return new Reallocation(
                first,
                last,
                n,
                cross / (n - 1),
                StrictMath.sqrt(unexplained / (n - 2)) / (n - 1),
                -cross,
                squaredGrowth > 0 && squaredMoved > 0);
    }

    /** Of productivity, percent a year. */
    private static double[] growth(int first, int last, List<SectorYears> sectors) {
        double[] growth = new double[sectors.size()];
        for (int i = 0; i < growth.length; i++) {
            SectorYears sector = sectors.get(i);
            growth[i] = 100 * StrictMath.log(productivity(sector, last) / productivity(sector, first)) / (last - first);
        }
        return growth;
    }

    /** Of the share of employment, percentage points a year. */
    private static double[] moved(int first, int last, List<SectorYears> sectors) {
        double before = total(sectors, first);
        double after = total(sectors, last);
        double[] moved = new double[sectors.size()];
        for (int i = 0; i < moved.length; i++) {
            SectorYears sector = sectors.get(i);
            moved[i] = 100 * (employment(sector, last) / after - employment(sector, first) / before) / (last - first);
        }
        return moved;
    }

    private static double total(List<SectorYears> sectors, int year) {
        double total = 0;
        for (SectorYears sector : sectors) {
            total += employment(sector, year);
        }
        return total;
    }

    private static double productivity(SectorYears sector, int year) {
        return Objects.requireNonNull(sector.output().get(year)) / employment(sector, year);
    }

    private static double employment(SectorYears sector, int year) {
        return Objects.requireNonNull(sector.employment().get(year));
    }

    private static double[] fromMean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double[] apart = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            apart[i] = values[i] - sum / values.length;
        }
        return apart;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
