package org.tidemark.estimate;

/** The curves that a share may follow: p as a function of x, both rising from 0 to 1. */
enum Link {
    /** p = 1/(1 + e^-x). */
    LOGIT {
        @Override
        double share(double x) {
            return 1 / (1 + StrictMath.exp(-x));
        }

        @Override
        double slope(double x) {
            double p = share(x);
            return p * (1 - p);
        }

        @Override
        double of(double share) {
            return StrictMath.log(share / (1 - share));
        }

        @Override
        double logit(double x) {
            return x;
        }

        @Override
        double logitsPerUnit(double x) {
            return 1;
        }
    },
    /** p = exp(-e^-x). */
    GOMPERTZ {
        @Override
        double share(double x) {
            return StrictMath.exp(-hazard(x));
        }

        @Override
        double slope(double x) {
            double hazard = hazard(x);
            return StrictMath.exp(-hazard) * hazard;
        }

        @Override
        double of(double share) {
            return -StrictMath.log(-StrictMath.log(share));
        }

        @Override
        double logit(double x) {
            // log(p/(1 - p)) with 1 - p = 1 - e^-h, exact where p is close to 1.
            double hazard = hazard(x);
            return -hazard - StrictMath.log(-StrictMath.expm1(-hazard));
        }

        @Override
        double logitsPerUnit(double x) {
            double hazard = hazard(x);
            // h/(1 - e^-h) goes to 1 as h goes to 0; expm1 keeps it exact on the way.
            return hazard / -StrictMath.expm1(-hazard);
        }

        /** e^-x, bounded so that far below any measurable share nothing underflows. */
        private double hazard(double x) {
            return StrictMath.exp(Math.min(-x, EXPONENT_MAX));
        }
    };

    private static final double EXPONENT_MAX = 6;

    /** The share at x, in [0, 1]. */
    abstract double share(double x);

    /** dp/dx, share per unit of x. */
    abstract double slope(double x);

    /** The x of a share strictly between 0 and 1. */
    abstract double of(double share);

    /** The logit of the share at x. */
    abstract double logit(double x);

    /** d logit(p)/dx = p'(x)/(p (1 - p)): turns a speed on this curve into logits a year; 1 for the logit itself. */
    abstract double logitsPerUnit(double x);
}
