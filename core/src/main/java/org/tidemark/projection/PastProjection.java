package org.tidemark.projection;

/**
 * One projection of the filters alone whose figure has come, in units of its own standard deviation.
 *
 * @param year in which it is filed: that of the figure, or a later one in which it is known that this figure counts
 * @param ahead years ahead that it counts for, one of {@link TrackRecord#AHEAD}
 * @param told change from the level believed at the time to the median of the projection
 * @param leaning change to the median of the projection that leans on the others, as known in the year it was made in
 * @param came change from that level to the figure, cut to +-4
 * @param weight 1, and less where the figure is not of the year that it counts for
 */
record PastProjection(int year, int ahead, double told, double leaning, double came, double weight) {
    private static final double CAME_MAX = 4;

    PastProjection {
        came = Math.max(-CAME_MAX, Math.min(CAME_MAX, came));
    }
}
