package org.tidemark.api.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.peer.PeerRow;
import org.tidemark.api.peer.RowSpool;
import org.tidemark.engine.table.Key;

/**
 * The rows of one page, made before the first is sent: how many there are, where the next page begins and the tag of the
 * whole are said in headers. The first ones are in memory, the others in a temporary file.
 */
final class PageRows implements AutoCloseable {
    private static final int TAG_BYTES = 16;

    private final RowSpool spool = new RowSpool();
    private final MessageDigest digest = sha256();
    private final int limit;
    private final Cursor from;
    private long rows;
    private boolean truncated;
    private @Nullable Key last;
    private int ofLast;

    private PageRows(int limit, Cursor from) {
        this.limit = limit;
        this.from = from;
    }

    /**
     * Walks once.
     *
     * @param walk hands over rows in their order, from {@code from} on, while they are wanted
     * @param longer whether somebody has more than he handed over
     */
    static PageRows of(int limit, Cursor from, Consumer<Predicate<PeerRow>> walk, boolean longer) {
        PageRows page = new PageRows(limit, from);
        try {
            walk.accept(page::take);
            page.spool.end();
        } catch (IOException e) {
            page.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            page.close();
            throw e;
        }
        page.truncated |= longer;
        return page;
    }

    private boolean take(PeerRow row) {
        if (rows == limit) {
            truncated = true;
            return false;
        }
        rows++;
        Key before = last;
        ofLast = before != null && before.equals(row.place()) ? ofLast + 1 : 1;
        last = row.place();
        digest.update(row.text());
        digest.update((byte) 0);
        try {
            spool.add(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    boolean isTruncated() {
        return truncated;
    }

    /** Where the next page begins; null where there is none. */
    @Nullable
    Cursor next() {
        return truncated ? from.end(last, ofLast) : null;
    }

    /** Says the same of equal pages, and something else of others. */
    String tag(String besides) {
        digest.update((besides + truncated).getBytes(StandardCharsets.UTF_8));
        return "W/\"" + HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES) + "\"";
    }

    /** Hands over each row, once. */
    void each(Consumer<byte[]> writer) {
        try {
            for (PeerRow row = spool.next(); row != null; row = spool.next()) {
                writer.accept(row.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what was kept of this answer cannot be read", e);
        }
    }

    @Override
    public void close() {
        spool.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
