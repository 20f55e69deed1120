package org.tidemark.api.prometheus;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.xerial.snappy.Snappy;

/**
 * One of the questions of a request: which series, from when to when. Field numbers are those of Prometheus'
 * {@code prompb/remote.proto} and {@code types.proto}.
 *
 * @param startMs first instant, in milliseconds; it belongs to the answer
 * @param endMs last instant, which belongs to it too
 * @param hints what the answer is for
 */
public record ReadQuery(long startMs, long endMs, List<LabelMatcher> matchers, Hints hints) {
    /** Far more than any panel asks in one request; Prometheus asks one. */
    private static final int QUERIES_MAX = 16;

    private static final int MATCHERS_MAX = 32;
    private static final int BYTES_MAX = 256 * 1024;

    private static final int QUERIES = 1;

    /** Copies the matchers. */
    public ReadQuery {
        matchers = List.copyOf(matchers);
    }

    /**
     * How the samples will be used.
     *
     * @param stepMs between two evaluations; 0 where there is one
     * @param startMs since when samples are looked at, look-back included; 0 where nothing is said
     * @param rangeMs of a range selector; 0 for one that takes the last sample
     */
    public record Hints(long stepMs, long startMs, long rangeMs) {
        static final Hints NONE = new Hints(0, 0, 0);
    }

    /**
     * Reads a request as it was sent.
     *
     * @throws IllegalArgumentException when it is none, or asks for too much at once
     */
    public static List<ReadQuery> request(byte[] body) {
        try {
            if (Snappy.uncompressedLength(body) > BYTES_MAX) {
                throw new IllegalArgumentException(
                        "the request has more than %d bytes; ask for less at once".formatted(BYTES_MAX));
            }
            return queries(CodedInputStream.newInstance(Snappy.uncompress(body)));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("a matcher is no regular expression: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the body is no snappy-compressed ReadRequest of Prometheus' remote-read protocol", e);
        }
    }

    private static List<ReadQuery> queries(CodedInputStream in) throws IOException {
        List<ReadQuery> queries = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == QUERIES) {
                queries.add(query(in));
            } else {
                skip(in, tag);
            }
        }
        requireAtMost(QUERIES_MAX, queries.size(), "queries");
        return queries;
    }

    private static ReadQuery query(CodedInputStream in) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        long start = 0;
        long end = 0;
        List<LabelMatcher> matchers = new ArrayList<>();
        Hints hints = Hints.NONE;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> start = in.readInt64();
                case 2 -> end = in.readInt64();
                case 3 -> matchers.add(matcher(in));
                case 4 -> hints = hints(in);
                default -> skip(in, tag);
            }
        }
        in.popLimit(outer);
        requireAtMost(MATCHERS_MAX, matchers.size(), "matchers");
        return new ReadQuery(start, end, matchers, hints);
    }

    private static LabelMatcher matcher(CodedInputStream in) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        int type = 0;
        String name = "";
        String value = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> type = in.readEnum();
                case 2 -> name = in.readStringRequireUtf8();
                case 3 -> value = in.readStringRequireUtf8();
                default -> skip(in, tag);
            }
        }
        in.popLimit(outer);
        return LabelMatcher.of(type, name, value);
    }

    private static Hints hints(CodedInputStream in) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        long step = 0;
        long start = 0;
        long range = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> step = in.readInt64();
                case 3 -> start = in.readInt64();
                case 7 -> range = in.readInt64();
                default -> skip(in, tag);
            }
        }
        in.popLimit(outer);
        return new Hints(step, start, range);
    }

    private static void skip(CodedInputStream in, int tag) throws IOException {
        if (!in.skipField(tag)) {
            throw new InvalidProtocolBufferException("a group ends that never began");
        }
    }

    private static void requireAtMost(int max, int is, String what) {
        if (is > max) {
            throw new IllegalArgumentException("%d %s in one request; at most %d".formatted(is, what, max));
        }
    }
}
