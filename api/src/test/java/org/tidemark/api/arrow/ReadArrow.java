package org.tidemark.api.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.jspecify.annotations.Nullable;

/** Reads a stream of Arrow as its specification says, by Arrow's own classes; for tests. */
public final class ReadArrow {
    /** By column, in the order of the schema. */
    public final Map<String, List<@Nullable Object>> columns = new LinkedHashMap<>();

    /** Rows of each batch. */
    public final List<Long> batches = new ArrayList<>();

    private final List<Field> fields = new ArrayList<>();

    /** Reads a whole stream. */
    public ReadArrow(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (true) {
            assertThat(in.position() % 8).isZero();
            assertThat(in.getInt()).as("mark of a message").isEqualTo(-1);
            int length = in.getInt();
            if (length == 0) {
                break;
            }
            Message message = Message.getRootAsMessage(next(in, length));
            ByteBuffer body = next(in, Math.toIntExact(message.bodyLength()));
            if (message.headerType() == MessageHeader.Schema) {
                schema((Schema) message.header(new Schema()));
            } else {
                batch((RecordBatch) message.header(new RecordBatch()), body);
            }
        }
        assertThat(in.hasRemaining()).as("bytes behind the end").isFalse();
    }

    private static ByteBuffer next(ByteBuffer in, int length) {
        ByteBuffer part = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + length);
        return part;
    }

    private void schema(Schema schema) {
        for (int i = 0; i < schema.fieldsLength(); i++) {
            fields.add(schema.fields(i));
            columns.put(schema.fields(i).name(), new ArrayList<>());
        }
    }

    private void batch(RecordBatch batch, ByteBuffer body) {
        batches.add(batch.length());
        int buffer = 0;
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            List<@Nullable Object> column = columns.getOrDefault(field.name(), new ArrayList<>());
            boolean text = field.typeType() == Type.Utf8;
            ByteBuffer there = part(batch, body, buffer++);
            ByteBuffer first = part(batch, body, buffer++);
            ByteBuffer second = text ? part(batch, body, buffer++) : first;
            int nulls = 0;
            for (int row = 0; row < batch.length(); row++) {
                boolean isThere = bit(there, row);
                nulls += isThere ? 0 : 1;
                column.add(isThere ? value(field, first, second, row) : null);
            }
            assertThat(batch.nodes(i).nullCount()).isEqualTo(nulls);
            assertThat(batch.nodes(i).length()).isEqualTo(batch.length());
        }
        assertThat(batch.buffersLength()).isEqualTo(buffer);
    }

    private static ByteBuffer part(RecordBatch batch, ByteBuffer body, int index) {
        Buffer at = batch.buffers(index);
        assertThat(at.offset() % 8).isZero();
        return body.slice(Math.toIntExact(at.offset()), Math.toIntExact(at.length()))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private static boolean bit(ByteBuffer bits, int row) {
        return (bits.get(row / 8) >> (row % 8) & 1) == 1;
    }

    private static Object value(Field field, ByteBuffer first, ByteBuffer second, int row) {
        return switch (field.typeType()) {
            case Type.Utf8 -> {
                int from = first.getInt(row * 4);
                byte[] text = new byte[first.getInt(row * 4 + 4) - from];
                second.get(from, text);
                yield new String(text, StandardCharsets.UTF_8);
            }
            case Type.FloatingPoint -> first.getDouble(row * 8);
            case Type.Int -> first.getLong(row * 8);
            case Type.Bool -> bit(first, row);
            case Type.Date -> LocalDate.ofEpochDay(first.getInt(row * 4));
            case Type.Timestamp -> Instant.EPOCH.plus(first.getLong(row * 8), ChronoUnit.MICROS);
            default -> throw new AssertionError("no column is of type " + field.typeType());
        };
    }
}
