package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Answers the two questions about the whole program, its help and its version, from what the build wrote down. To build the
 * command line by reflection for them costs ten times as much processor time.
 */
final class PlainQuestion {
    private static final String USAGE = "usage.txt";
    private static final Set<String> HELP = Set.of("-h", "--help", "help");
    private static final Set<String> VERSION = Set.of("-V", "--version");

    private PlainQuestion() {}

    /** Prints the answer and returns true, or does nothing and returns false: the command line answers everything else. */
    static boolean answer(String[] args, PrintStream out) {
        List<String> words = List.of(args);
        if (words.isEmpty() || (words.size() == 1 && HELP.contains(words.get(0)))) {
            out.print(usage());
        } else if (words.size() == 1 && VERSION.contains(words.get(0))) {
            out.println(Tidemark.versionLine());
        } else {
            return false;
        }
        return true;
    }

    private static String usage() {
        try (InputStream in = PlainQuestion.class.getResourceAsStream(USAGE)) {
            if (in == null) {
                throw new IllegalStateException(USAGE + " is not in the program; build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
