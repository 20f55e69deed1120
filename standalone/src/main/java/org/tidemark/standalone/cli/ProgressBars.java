package org.tidemark.standalone.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.tidemark.standalone.replay.ReplayProgress;

/** Progress of a run on a terminal, on stderr; nothing where nobody watches. */
final class ProgressBars implements ReplayProgress, AutoCloseable {
    private static final int UPDATE_EVERY_MS = 200;

    private final boolean watched;
    private final PrintStream out;
    private @Nullable ProgressBar bar;
    private String task = "";
    private long backlogAtFirst;

    ProgressBars(boolean watched, PrintStream out) {
        this.watched = watched;
        this.out = out;
    }

    /** Shown only when stderr is a terminal, which the launcher knows; since JDK 22 a console is no sign of one. */
    static ProgressBars onTerminal() {
        return new ProgressBars(Boolean.getBoolean("tidemark.terminal"), System.err);
    }

    @Override
    public void reading(String file, int done, int files) {
        show("reading", done, files);
    }

    @Override
    public void sending(long done, long figures) {
        show("sending", done, figures);
    }

    /** Said beside the share of the figures that are sent, from the next look at it on. */
    @Override
    public void reached(Instant published, long releases) {
        if (bar != null) {
            bar.setExtraMessage(String.format(
                    Locale.ROOT, " %s, %,d releases", LocalDate.ofInstant(published, ZoneOffset.UTC), releases));
        }
    }

    @Override
    public void records(long behind) {
        backlogAtFirst = Math.max(backlogAtFirst, behind);
        show("estimating", backlogAtFirst - behind, backlogAtFirst);
    }

    /** How many releases have been judged of those that were sent. */
    void judging(int done, int releases) {
        show("judging", done, releases);
    }

    @Override
    public void derived(int done, int all) {
        show("deriving anew", done, all);
    }

    private void show(String what, long done, long all) {
        if (!watched || all == 0) {
            return;
        }
        if (!task.equals(what)) {
            close();
            task = what;
            bar = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setConsumer(new me.tongfei.progressbar.ConsoleProgressBarConsumer(out))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(UPDATE_EVERY_MS)
                    .setInitialMax(all)
                    .clearDisplayOnFinish()
                    .build();
        }
        if (bar != null) {
            bar.maxHint(all);
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
