package org.tidemark.measure;

import java.util.List;
import org.tidemark.catalogue.ContrastFilter;
import org.tidemark.estimate.GaussianSpeed;
import org.tidemark.estimate.OuSpeed;

/** Log-likelihood of gaps under a filter: each innovation Student t of the gate's degrees of freedom, scaled to its variance. */
final class StudentLikelihood {
    /** Gamma((nu + 1)/2) / (Gamma(nu/2) sqrt(pi nu)) for nu = 5: Gamma(3) = 2, Gamma(5/2) = 3 sqrt(pi)/4. */
    private static final double CONSTANT_OF_5 = 2 / (0.75 * Math.sqrt(Math.PI) * Math.sqrt(5 * Math.PI));

    private static final double NU = 5;

    private StudentLikelihood() {}

    static double of(List<Point> gaps, ContrastFilter filter) {
        OuSpeed dynamics = new OuSpeed(filter.reversion(), filter.speedNoise(), filter.levelNoise());
        List<ContrastPath.State> states = ContrastPath.fold(gaps, filter).states();
        double sum = 0;
        for (int i = 1; i < gaps.size(); i++) {
            double years = gaps.get(i).time() - gaps.get(i - 1).time();
            GaussianSpeed before = states.get(i - 1).belief().after(dynamics, 0, years);
            double e = gaps.get(i).value() - before.level();
            double scale2 = (before.p11() + filter.noise() * filter.noise()) * (NU - 2) / NU;
            sum += Math.log(CONSTANT_OF_5) - Math.log(scale2) / 2 - (NU + 1) / 2 * Math.log1p(e * e / scale2 / NU);
        }
        return sum;
    }
}
