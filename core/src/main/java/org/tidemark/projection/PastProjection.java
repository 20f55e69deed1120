package org.tidemark.projection;

/**
 * One projection of the filters alone whose figure has come, in units of its own standard deviation.
 *
 * @param year that the figure is about, in which the projection is filed
 * @param ahead years ahead, one of {@link TrackRecord#AHEAD}
 * @param told change from the level believed at the time to the median of the projection
 * @param leaning change to the median of the projection that leans on the others, as known in the year it was made in
 * @param came change from that level to the figure, cut to +-4
 */
record PastProjection(int year, int ahead, double told, double leaning, double came) {
    private static final double CAME_MAX = 4;

    PastProjection {
        came = Math.max(-CAME_MAX, Math.min(CAME_MAX, came));
    }
}
