package org.tidemark.producers.load;

import java.util.List;
import org.tidemark.release.Load;

/**
 * What a run amounts to.
 *
 * @param loads one for each file and source
 * @param unknown files passed over: found in folders and of no known format, or copies of another
 * @param failures one clear line for each file that could not be loaded
 * @param leftOut figures that lie outside what was asked for (published or period too late)
 * @param copied figures of aggregates that were read once more, as those of economies that they stand for; they are
 *     among what each load has read, whatever became of them
 * @param remarks one line for each file that was read otherwise than its publisher writes it, or whose date is in doubt
 */
public record LoadReport(
        List<Load> loads,
        List<String> unknown,
        List<String> failures,
        long leftOut,
        long copied,
        List<String> remarks) {
    /** Why a figure is not sent that lies outside what was asked for. */
    public static final String LEFT_OUT = "LEFT_OUT";

    public LoadReport {
        loads = List.copyOf(loads);
        unknown = List.copyOf(unknown);
        failures = List.copyOf(failures);
        remarks = List.copyOf(remarks);
    }

    /** A run in which no figure stands for another economy. */
    public LoadReport(List<Load> loads, List<String> unknown, List<String> failures, long leftOut) {
        this(loads, unknown, failures, leftOut, 0, List.of());
    }

    public long sent() {
        return loads.stream().mapToLong(Load::sent).sum();
    }
}
