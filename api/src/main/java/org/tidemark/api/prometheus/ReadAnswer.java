package org.tidemark.api.prometheus;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import org.xerial.snappy.Snappy;

/** What is answered: a result for each query, of series with their samples, which is whole before any of it is sent. */
public final class ReadAnswer {
    /** As {@code history.om} may have; a request for more is no panel's. */
    static final int SERIES_MAX = 10_000;

    /** A thousand series over three years of days; 20 MB before they are compressed. */
    static final int SAMPLES_MAX = 1_000_000;

    private final Message response = new Message();
    private Message result = new Message();
    private Message series = new Message();
    private int seriesCount;
    private int samples;

    /** One message while its length is not known. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

        private void add(int field, Message inner) throws IOException {
            out.writeByteArray(field, inner.bytes());
        }

        private byte[] bytes() throws IOException {
            out.flush();
            return bytes.toByteArray();
        }
    }

    void beginSeries(SortedMap<String, String> labels) throws IOException {
        seriesCount++;
        if (seriesCount > SERIES_MAX) {
            throw tooMuch(SERIES_MAX, "series");
        }
        series = new Message();
        for (Map.Entry<String, String> label : labels.entrySet()) {
            Message pair = new Message();
            pair.out.writeString(1, label.getKey());
            pair.out.writeString(2, label.getValue());
            series.add(1, pair);
        }
    }

    void sample(long atMs, double value) throws IOException {
        samples++;
        if (samples > SAMPLES_MAX) {
            throw tooMuch(SAMPLES_MAX, "samples");
        }
        series.out.writeTag(2, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        series.out.writeUInt32NoTag(
                CodedOutputStream.computeDoubleSize(1, value) + CodedOutputStream.computeInt64Size(2, atMs));
        series.out.writeDouble(1, value);
        series.out.writeInt64(2, atMs);
    }

    void endSeries() throws IOException {
        result.add(1, series);
    }

    void endQuery() throws IOException {
        response.add(1, result);
        result = new Message();
    }

    /** All of it, as it is sent. */
    public byte[] compressed() throws IOException {
        return Snappy.compress(response.bytes());
    }

    private static IllegalArgumentException tooMuch(int max, String what) {
        return new IllegalArgumentException(
                "the answer would have more than %,d %s; name an economy or a measure, or ask for a shorter time"
                        .formatted(max, what));
    }
}
