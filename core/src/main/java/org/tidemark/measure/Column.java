package org.tidemark.measure;

import org.tidemark.figures.GrowingList;

/**
 * The figures of one sector, or of one member of a panel.
 *
 * @param points in the order of time
 */
record Column(Key key, GrowingList<Point> points) {
    /**
     * Which one it is of those of a recipe.
     *
     * @param part its place in the recipe
     * @param sector of the figures
     * @param label of the sector without its classification; of a member the economy, a full stop and the sector
     */
    record Key(int part, String sector, String label) {
        /** The label up to the first full stop: an economy, a vendor, a firm. */
        String group() {
            int stop = label.indexOf('.');
            return stop < 0 ? label : label.substring(0, stop);
        }
    }

    String label() {
        return key.label();
    }

    Point newest() {
        return points.get(points.size() - 1);
    }
}
