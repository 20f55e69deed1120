package org.tidemark.engine.rederive;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tidemark.version.Derivation;

/** How far the tasks of this process have come with deriving anew. Tasks tell it, health and whoever waits ask it. */
public final class Rederivation {
    private record Count(int done, int all) {}

    private final Derivation derivation;
    private final Map<Task, Count> tasks = new ConcurrentHashMap<>();

    public Rederivation(Derivation derivation) {
        this.derivation = derivation;
    }

    /** Of a run that derives nothing anew. */
    public static Rederivation none() {
        return new Rederivation(Derivation.NONE);
    }

    public Derivation derivation() {
        return derivation;
    }

    /** A task tells how much it has done; when it is all, it is forgotten. */
    public void told(Task task, int done, int all) {
        if (done >= all) {
            over(task);
        } else {
            tasks.put(task, new Count(done, all));
        }
    }

    /** A task has done all, or is no longer here. */
    public void over(Task task) {
        tasks.remove(task);
    }

    /** What is still under way, in words; empty when nothing is. */
    public Optional<String> underWay() {
        int all = all();
        return all == 0
                ? Optional.empty()
                : Optional.of(
                        "rules, catalogue or program are others than before: %d of %d economies and panels are derived anew"
                                .formatted(done(), all));
    }

    public int done() {
        return tasks.values().stream().mapToInt(Count::done).sum();
    }

    /** Of the tasks that are not done. */
    public int all() {
        return tasks.values().stream().mapToInt(Count::all).sum();
    }
}
