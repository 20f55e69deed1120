package org.tidemark.producers.kafka;

import java.util.HashSet;
import java.util.Set;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * What the rejected topic holds already: a load that died while its files were read has left its first refusals there.
 * Read when the first refusal is to be sent; most loads have none.
 */
final class RefusedBefore {
    /** Ids of more are not remembered; whoever counts what the topic holds knows each of them once all the same. */
    private static final int IDS_MAX = 2_000_000;

    private final Set<String> ids = new HashSet<>();
    private final Runnable looking;
    private boolean looked;

    RefusedBefore(LogReader reader, Topics topics, Codecs codecs) {
        looking = () -> reader.read(
                topics.rejected(),
                record -> reader.decode(codecs.rejections(), record, rejection -> {
                    boolean unused = add(rejection);
                }));
    }

    /** Whether a refusal is not there yet; it is from now on. */
    boolean isFirst(Rejection rejection) {
        if (rejection.id() == null) {
            return true;
        }
        if (!looked) {
            looked = true;
            looking.run();
        }
        return add(rejection);
    }

    private boolean add(Rejection rejection) {
        String id = rejection.id();
        return id == null || (ids.size() < IDS_MAX ? ids.add(id) : !ids.contains(id));
    }
}
