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
        double[] growth = new double[n];
        double[] moved = new double[n];
        double before = total(sectors, first);
        double after = total(sectors, last);
        int years = last - first;
        for (int i = 0; i < n; i++) {
            SectorYears sector = sectors.get(i);
            growth[i] = 100 * StrictMath.log(productivity(sector, last) / productivity(sector, first)) / years;
            moved[i] = 100 * (employment(sector, last) / after - employment(sector, first) / before) / years;
        }
        double meanGrowth = mean(growth);
        double meanMoved = mean(moved);
        double cross = 0;
        double squaredGrowth = 0;
        double squaredMoved = 0;
        for (int i = 0; i < n; i++) {
            cross += (growth[i] - meanGrowth) * (moved[i] - meanMoved);
            squaredGrowth += (growth[i] - meanGrowth) * (growth[i] - meanGrowth);
            squaredMoved += (moved[i] - meanMoved) * (moved[i] - meanMoved);
        }
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

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
