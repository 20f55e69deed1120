package org.tidemark.producers.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;

/**
 * Which versions of a file in a public repository are still to be had. The list is asked for page by page, newest first, up
 * to the newest version that was listed before; then the versions, oldest first.
 *
 * @param page of the list that is asked for next; 0 where the list is whole
 * @param last newest version that a whole list has held; empty before the first
 * @param listed what the pages of the list have held so far, newest first
 * @param waiting versions that are still to be asked for, oldest first
 */
record CommitList(int page, String last, List<Commit> listed, List<Commit> waiting) {
    /** Versions on one page, as many as GitHub gives at most. */
    static final int PAGE = 100;

    private static final int PAGES_MAX = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A version and when it was committed. */
    record Commit(String id, Instant at) {
        String written() {
            return id + "@" + at;
        }

        static Commit read(String written) {
            int at = written.indexOf('@');
            return new Commit(written.substring(0, at), Instant.parse(written.substring(at + 1)));
        }
    }

    CommitList {
        listed = List.copyOf(listed);
        waiting = List.copyOf(waiting);
    }

    static CommitList empty() {
        return new CommitList(0, "", List.of(), List.of());
    }

    /** Before the first page of a new list. */
    CommitList begun() {
        return new CommitList(1, last, List.of(), waiting);
    }

    /** Whether a page of the list comes next. */
    boolean isListing() {
        return page > 0;
    }

    /** With one page more. */
    CommitList with(List<Commit> commits) {
        List<Commit> all = new ArrayList<>(listed);
        boolean known = false;
        for (Commit commit : commits) {
            known |= commit.id().equals(last);
            if (!known) {
                all.add(commit);
            }
        }
        if (!known && commits.size() >= PAGE && page < PAGES_MAX) {
            return new CommitList(page + 1, last, all, waiting);
        }
        List<Commit> oldestFirst = new ArrayList<>(all);
        oldestFirst.sort(Comparator.comparing(Commit::at));
        return new CommitList(0, all.isEmpty() ? last : all.get(0).id(), List.of(), oldestFirst);
    }

    /** Without the list that was begun: nothing is new. */
    CommitList ended() {
        return new CommitList(0, last, List.of(), waiting);
    }

    /** Without the version that was asked for. */
    CommitList next() {
        return new CommitList(page, last, listed, waiting.subList(1, waiting.size()));
    }

    Properties properties() {
        Properties all = new Properties();
        all.setProperty("page", Integer.toString(page));
        all.setProperty("last", last);
        all.setProperty("listed", written(listed));
        all.setProperty("waiting", written(waiting));
        return all;
    }

    private static String written(List<Commit> commits) {
        return String.join(" ", commits.stream().map(Commit::written).toList());
    }

    /**
     * Reads what {@link #properties} has written.
     *
     * @throws DateTimeException or {@link IllegalArgumentException} where it is something else
     */
    static CommitList of(Properties all) {
        return new CommitList(
                Integer.parseInt(all.getProperty("page", "0")),
                all.getProperty("last", ""),
                read(all.getProperty("listed", "")),
                read(all.getProperty("waiting", "")));
    }

    private static List<Commit> read(String written) {
        return Arrays.stream(written.split(" ", -1))
                .filter(one -> !one.isEmpty())
                .map(Commit::read)
                .toList();
    }

    /**
     * Reads a page as GitHub writes it.
     *
     * @throws IOException in one line where it is none
     */
    static List<Commit> page(Path file) throws IOException {
        List<Commit> commits = new ArrayList<>();
        try {
            for (JsonNode one : JSON.readTree(Files.readAllBytes(file))) {
                String id = one.path("sha").asText();
                String at = one.path("commit").path("committer").path("date").asText();
                if (!id.matches("[0-9a-f]{7,64}")) {
                    throw new IOException("the list of commits has one without a sha");
                }
                commits.add(new Commit(id, Instant.parse(at)));
            }
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IOException("the list of commits is no list of commits: " + e.getMessage(), e);
        }
        return commits;
    }
}
