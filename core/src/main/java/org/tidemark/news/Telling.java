package org.tidemark.news;

import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.news.ComposedNews.Moved;
import org.tidemark.news.ComposedNews.Step;
import org.tidemark.news.NewsLine.Kind;

/** One estimate while its change is told. */
final class Telling {
    private static final double HALFWAY_MAX = 100;

    private final Moved moved;
    private final LineSheet sheet = new LineSheet();
    private double level;

    Telling(Moved moved) {
        this.moved = moved;
        this.level = moved.from();
    }

    Moved moved() {
        return moved;
    }

    EstimateKey key() {
        return moved.after().key();
    }

    /**
     * A number that cannot be made halfway stays, and what makes it whole again takes the difference. So does one that
     * is out of all proportion: its sum could not be kept to the last digit.
     */
    void moveHalfway(Step step, @Nullable Double next, Expected expected) {
        double bound = HALFWAY_MAX * Math.max(1, Math.max(Math.abs(moved.from()), Math.abs(moved.to())));
        if (next != null && Math.abs(next) <= bound) {
            moveTo(step, next, expected);
        }
    }

    /** What moves nothing is not told: it was read for another estimate of the same estimator. */
    void moveTo(Step step, double next, Expected expected) {
        if (next != level) {
            Group group = step.group().kind() == Kind.UPSTREAM && ComposedNews.isOtherModel(moved)
                    ? Group.of(Kind.PARAMETERS)
                    : step.group();
            sheet.move(group, next - level);
            step.changes()
                    .forEach(c -> sheet.count(
                            group, c.figure(), expected.of(c), c.after().value()));
            level = next;
        }
    }

    News news() {
        return new News(
                key(),
                moved.after().asOf(),
                Horizon.P0D,
                moved.after().unit(),
                moved.from(),
                moved.to(),
                sheet.lines());
    }
}
