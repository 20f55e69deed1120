package org.tidemark.standalone.broker;

import java.nio.file.Path;

/**
 * The directory of a broker, and what its user can do about it: which option names it depends on the command.
 *
 * @param directory holds the broker's files
 * @param elsewhere how to choose another, such as {@code choose another with --data-dir}
 * @param ifDamaged what to do when it does not hold what it held
 * @param kept whether it outlives the run, so that what it holds is worth noting
 */
public record DataPlace(Path directory, String elsewhere, String ifDamaged, boolean kept) {
    private static final String SALVAGE =
            "restore a backup with 'tidemark restore', or save what can be read with 'tidemark backup --data-dir %s --to FILE' and restore that";

    /** The broker's part of a data directory that an option names. */
    public static DataPlace named(Path dataDir, String option) {
        return new DataPlace(
                dataDir.resolve("broker"), "choose another with " + option, SALVAGE.formatted(dataDir), true);
    }

    /** The broker's part of a directory that goes with the run. */
    public static DataPlace temporary(Path dataDir, String elsewhere) {
        return new DataPlace(dataDir.resolve("broker"), elsewhere, "run it again", false);
    }

    /** The same with another remedy for damage. */
    public DataPlace ifDamaged(String remedy) {
        return new DataPlace(directory, elsewhere, remedy, kept);
    }

    /** One of a program that has only the broker. */
    static DataPlace of(Path directory) {
        return new DataPlace(directory, "choose another with --data-dir", "restore a backup", true);
    }
}
