package org.tidemark.accuracy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many independent witnesses projections are worth. Those of one time share what befell all economies, and those that
 * overlap in time share it too; so figures are counted in blocks as long as the horizon, and divided by the design effect
 * 1 + (m - 1) rho, m the mean size of a block weighted by size, rho the intraclass correlation of having been in the band
 * (Kish 1965; Korn and Graubard 1998), which is taken for a quarter until blocks tell.
 */
final class EffectiveCount {
    private static final double CORRELATION_BEFORE = 0.25;
    /** So many blocks weigh as much as that belief. */
    private static final double BLOCKS_FOR_HALF = 6;

    private static final double YEAR = 1;
    private static final double MONTHS_A_YEAR = 12;

    private EffectiveCount() {}

    /** At least 1, of at least one. */
    static int of(List<MaturedProjection> matured, int months) {
        double length = Math.max(YEAR, months / MONTHS_A_YEAR);
        Map<Long, int[]> blocks = new HashMap<>();
        for (MaturedProjection one : matured) {
            int[] block = blocks.computeIfAbsent((long) Math.floor(one.target() / length), b -> new int[2]);
            block[0]++;
            block[1] += one.inside80() ? 1 : 0;
        }
        double size =
                blocks.values().stream().mapToDouble(b -> (double) b[0] * b[0]).sum() / matured.size();
        double effect = 1 + (size - 1) * correlation(blocks.values(), matured.size());
        return (int) Math.max(1, Math.floor(matured.size() / effect));
    }

    /** By analysis of variance between blocks and within them, shrunk. */
    private static double correlation(Collection<int[]> blocks, int all) {
        int count = blocks.size();
        double seen = CORRELATION_BEFORE;
        if (count > 1 && all > count) {
            double mean = blocks.stream().mapToInt(b -> b[1]).sum() / (double) all;
            double between = 0;
            double within = 0;
            double squares = 0;
            for (int[] block : blocks) {
                double part = block[1] / (double) block[0];
                between += block[0] * (part - mean) * (part - mean);
                within += block[0] * part * (1 - part);
                squares += (double) block[0] * block[0];
            }
            double size = (all - squares / all) / (count - 1);
            double ofBlocks = between / (count - 1);
            double ofFigures = within / (all - count);
            double total = ofBlocks + (size - 1) * ofFigures;
            seen = total > 0 ? Math.max(0, Math.min(1, (ofBlocks - ofFigures) / total)) : CORRELATION_BEFORE;
        }
        return (BLOCKS_FOR_HALF * CORRELATION_BEFORE + count * seen) / (BLOCKS_FOR_HALF + count);
    }
}
