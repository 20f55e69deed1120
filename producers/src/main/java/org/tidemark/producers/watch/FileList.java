package org.tidemark.producers.watch;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher lists and is still to be had. The list is asked for page by page, newest first, up to the newest that was
 * listed before; then what it lists, oldest first.
 *
 * @param page of the list that is asked for next; 0 where the list is whole
 * @param last newest that a whole list has held; empty before the first
 * @param listed what the pages of the list have held so far, newest first
 * @param waiting what is still to be asked for, oldest first
 * @param validators what a list of names has said of its own version
 */
record FileList(int page, String last, List<Listed> listed, List<Listed> waiting, Validators validators) {
    /** Versions on one page, as many as GitHub gives at most. */
    static final int PAGE = 100;

    private static final int PAGES_MAX = 20;

    /**
     * A version of a file, or the name of one.
     *
     * @param at when it was committed; null of a name
     */
    record Listed(String id, @Nullable Instant at) {
        String written() {
            return at == null ? id : id + "@" + at;
        }

        static Listed read(String written) {
            int at = written.indexOf('@');
            return at < 0
                    ? new Listed(written, null)
                    : new Listed(written.substring(0, at), Instant.parse(written.substring(at + 1)));
        }

        Instant when() {
            return at == null ? Instant.EPOCH : at;
        }
    }

    FileList {
        listed = List.copyOf(listed);
        waiting = List.copyOf(waiting);
    }

    static FileList empty() {
        return new FileList(0, "", List.of(), List.of(), Validators.NONE);
    }

    /** Before the first page of a new list. */
    FileList begun() {
        return new FileList(1, last, List.of(), waiting, validators);
    }

    /** Whether a page of the list comes next. */
    boolean isListing() {
        return page > 0;
    }

    /** With one page more of the versions of a file. */
    FileList with(List<Listed> versions) {
        List<Listed> all = new ArrayList<>(listed);
        boolean known = false;
        for (Listed version : versions) {
            known |= version.id().equals(last);
            if (!known) {
                all.add(version);
            }
        }
        if (!known && versions.size() >= PAGE && page < PAGES_MAX) {
            return new FileList(page + 1, last, all, waiting, validators);
        }
        List<Listed> oldestFirst = new ArrayList<>(all);
        oldestFirst.sort(Comparator.comparing(Listed::when));
        return new FileList(0, all.isEmpty() ? last : all.get(0).id(), List.of(), oldestFirst, validators);
    }

    /** Without the list that was begun: nothing is new. */
    FileList ended() {
        return new FileList(0, last, List.of(), waiting, validators);
    }

    /** The newest name is asked for whenever the list has been asked for: a file may change under its name. */
    FileList naming(String newest, Validators list) {
        return new FileList(0, newest, List.of(), List.of(new Listed(newest, null)), list);
    }

    /** With names that are new, oldest first, each of which is asked for once. */
    FileList naming(List<String> names, Validators list) {
        String newest = names.isEmpty() ? last : names.get(names.size() - 1);
        List<Listed> all = names.stream().map(name -> new Listed(name, null)).toList();
        return new FileList(0, newest, List.of(), all, list);
    }

    /** Without what was asked for. */
    FileList next() {
        return new FileList(page, last, listed, waiting.subList(1, waiting.size()), validators);
    }

    Properties properties() {
        Properties all = new Properties();
        all.setProperty("page", Integer.toString(page));
        all.setProperty("last", last);
        all.setProperty("listed", written(listed));
        all.setProperty("waiting", written(waiting));
        all.setProperty("etag", validators.etag());
        all.setProperty("last_modified", validators.lastModified());
        return all;
    }

    private static String written(List<Listed> all) {
        return String.join(" ", all.stream().map(Listed::written).toList());
    }

    /**
     * Reads what {@link #properties} has written.
     *
     * @throws DateTimeException or {@link IllegalArgumentException} where it is something else
     */
    static FileList of(Properties all) {
        return new FileList(
                Integer.parseInt(all.getProperty("page", "0")),
                all.getProperty("last", ""),
                read(all.getProperty("listed", "")),
                read(all.getProperty("waiting", "")),
                new Validators(all.getProperty("etag", ""), all.getProperty("last_modified", "")));
    }

    private static List<Listed> read(String written) {
        return Arrays.stream(written.split(" ", -1))
                .filter(one -> !one.isEmpty())
                .map(Listed::read)
                .toList();
    }
}
