package org.tidemark.measure;

import java.util.List;

/**
 * The figures of one sector, or of one member of a panel.
 *
 * @param label of the sector without its classification; of a member the economy, a full stop and the sector
 * @param points in the order of time
 */
record Column(String label, List<Point> points) {
    Column {
        points = List.copyOf(points);
    }

    /** The label up to the first full stop: an economy, a vendor, a firm. */
    String group() {
        int stop = label.indexOf('.');
        return stop < 0 ? label : label.substring(0, stop);
    }

    Point newest() {
        return points.get(points.size() - 1);
    }
}
