package org.tidemark.gap;

import org.tidemark.figures.HeldFigures;

/** An economy of which every part of the gap has data. */
final class PartsFixture {
    private PartsFixture() {}

    /** A labour share of 60 that falls to 58 in the last year, exposure in percent, adoption of 20 % with its half band. */
    static HeldFigures complete(double exposure, double half95) {
        return complete(exposure, half95, 58);
    }

    static HeldFigures complete(double exposure, double half95, double lastLabourShare) {
        HeldFigures held = MadeFigures.economy();
        for (int year = 1998; year < 2011; year++) {
            MadeFigures.put(held, "labour.income.share", Integer.toString(year), 60, null);
        }
        MadeFigures.put(held, "labour.income.share", "2011", lastLabourShare, null);
        held.put(MadeFigures.share("exposure", "gpt_beta", exposure, half95));
        held.put(MadeFigures.share("penetration", "firms.goods_services", 20, half95));
        return held;
    }
}
