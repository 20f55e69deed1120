package org.tidemark.api.query;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.api.http.RemoteRead;
import org.xerial.snappy.Snappy;

/** Asks as Prometheus does when it reads from afar, by its {@code prompb/remote.proto}. */
final class AsPrometheus {
    static final int EQ = 0;
    static final int NEQ = 1;
    static final int RE = 2;
    static final int NRE = 3;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ByteArrayOutputStream query = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(query);

    private AsPrometheus() {}

    /** A series of an answer. */
    record Series(SortedMap<String, String> labels, NavigableMap<Instant, Double> samples) {}

    static AsPrometheus between(Instant from, Instant to) throws IOException {
        AsPrometheus asking = new AsPrometheus();
        asking.out.writeInt64(1, from.toEpochMilli());
        asking.out.writeInt64(2, to.toEpochMilli());
        return asking;
    }

    AsPrometheus matching(int type, String name, String value) throws IOException {
        message(3, inner -> {
            inner.writeEnum(1, type);
            inner.writeString(2, name);
            inner.writeString(3, value);
        });
        return this;
    }

    AsPrometheus hinting(long stepMs, long startMs, long rangeMs) throws IOException {
        message(4, inner -> {
            inner.writeInt64(1, stepMs);
            // Prometheus says more than we look at.
            inner.writeString(2, "rate");
            inner.writeInt64(3, startMs);
            inner.writeInt64(7, rangeMs);
        });
        return this;
    }

    private interface Fields {
        void write(CodedOutputStream to) throws IOException;
    }

    private static byte[] message(Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream inner = CodedOutputStream.newInstance(bytes);
        fields.write(inner);
        inner.flush();
        return bytes.toByteArray();
    }

    private void message(int field, Fields fields) throws IOException {
        out.writeByteArray(field, message(fields));
    }

    /** The body of the request. */
    byte[] body() throws IOException {
        out.flush();
        return Snappy.compress(message(request -> {
            request.writeByteArray(1, query.toByteArray());
            request.writeEnum(2, 0);
        }));
    }

    static HttpResponse<byte[]> send(QueryFixture fixture, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d%s".formatted(fixture.server.port(), RemoteRead.PATH)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> answer(QueryFixture fixture, String... more) throws IOException, InterruptedException {
        List<String> headers = new ArrayList<>(List.of("Content-Type", RemoteRead.TYPE, "Content-Encoding", "snappy"));
        headers.addAll(List.of(more));
        return send(fixture, body(), headers.toArray(new String[0]));
    }

    List<Series> series(QueryFixture fixture) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = answer(fixture);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        List<Series> series = new ArrayList<>();
        each(Snappy.uncompress(answer.body()), (field, result) -> each(result, (f, one) -> series.add(read(one))));
        return series;
    }

    private static Series read(byte[] bytes) {
        Series series = new Series(new TreeMap<>(), new TreeMap<>());
        each(bytes, (field, inner) -> {
            CodedInputStream in = CodedInputStream.newInstance(inner);
            int first = in.readTag();
            if (field == 1) {
                String name = in.readString();
                int second = in.readTag();
                series.labels().put(name, in.readString());
                require(first == 10 && second == 18);
            } else {
                double value = in.readDouble();
                int second = in.readTag();
                series.samples().put(Instant.ofEpochMilli(in.readInt64()), value);
                require(first == 9 && second == 16);
            }
            require(in.isAtEnd());
        });
        return series;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("not as prompb/types.proto has it");
        }
    }

    private interface Part {
        void take(int field, byte[] bytes) throws IOException;
    }

    private static void each(byte[] message, Part part) {
        try {
            CodedInputStream in = CodedInputStream.newInstance(message);
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                part.take(WireFormat.getTagFieldNumber(tag), in.readByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
