package org.tidemark.api.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

/**
 * Writes a table as Arrow's stream: the schema, batches of rows, the end. What describes them is written by Arrow's own
 * classes; the columns lie behind it as the specification lays them out. No more than a batch is held.
 */
public final class ArrowStream {
    /** A batch ends with so many rows, or with so many characters of cells. */
    private static final int ROWS_MAX = 4_096;

    private static final int CHARACTERS_MAX = 1 << 20;
    private static final int ALIGNED = 8;
    private static final int CONTINUATION = 0xFFFFFFFF;

    private final OutputStream out;
    private final List<BatchColumn> columns;
    private int rows;
    private int characters;

    /**
     * A column of the table.
     *
     * @param name that readers see
     * @param type of its cells
     */
    public record Column(String name, ColumnType type) {}

    private ArrowStream(OutputStream out, List<Column> columns) {
        this.out = out;
        this.columns = columns.stream()
                .map(column -> BatchColumn.of(column.type(), ROWS_MAX))
                .toList();
    }

    /** Begins with the schema. */
    public static ArrowStream begin(OutputStream out, List<Column> columns) throws IOException {
        ArrowStream stream = new ArrowStream(out, columns);
        FlatBufferBuilder to = new FlatBufferBuilder();
        int schema = schema(to, columns);
        stream.message(to, MessageHeader.Schema, schema, List.of());
        return stream;
    }

    /** Takes a row: a text for each column, empty where there is nothing. */
    public void row(List<String> cells) throws IOException {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("a row of %d cells in a table of %d columns; write one for each"
                    .formatted(cells.size(), columns.size()));
        }
        for (int i = 0; i < cells.size(); i++) {
            columns.get(i).add(cells.get(i));
            characters += cells.get(i).length();
        }
        rows++;
        if (rows == ROWS_MAX || characters >= CHARACTERS_MAX) {
            batch();
        }
    }

    /** Writes what is left, and the mark of the end. */
    public void end() throws IOException {
        if (rows > 0) {
            batch();
        }
        out.write(ByteBuffer.allocate(ALIGNED).putInt(CONTINUATION).putInt(0).array());
    }

    private void batch() throws IOException {
        List<byte[]> buffers =
                columns.stream().map(BatchColumn::buffers).flatMap(List::stream).toList();
        FlatBufferBuilder to = new FlatBufferBuilder();
        int batch = describe(to, buffers);
        message(to, MessageHeader.RecordBatch, batch, buffers);
        columns.forEach(BatchColumn::clear);
        rows = 0;
        characters = 0;
    }

    private static int schema(FlatBufferBuilder to, List<Column> columns) {
        int[] fields = columns.stream().mapToInt(column -> field(to, column)).toArray();
        return Schema.createSchema(to, Endianness.Little, Schema.createFieldsVector(to, fields), 0, 0);
    }

    private static int field(FlatBufferBuilder to, Column column) {
        int type = column.type().describe(to);
        int name = to.createString(column.name());
        int children = Field.createChildrenVector(to, new int[0]);
        return Field.createField(to, name, true, column.type().code(), type, 0, children, 0);
    }

    /** FlatBuffers are written from their end, and so are the vectors in them. */
    private int describe(FlatBufferBuilder to, List<byte[]> buffers) {
        RecordBatch.startNodesVector(to, columns.size());
        for (int i = columns.size() - 1; i >= 0; i--) {
            FieldNode.createFieldNode(to, rows, columns.get(i).nulls());
        }
        int nodes = to.endVector();
        List<Long> places = new ArrayList<>();
        long place = 0;
        for (byte[] buffer : buffers) {
            places.add(place);
            place += aligned(buffer.length);
        }
        RecordBatch.startBuffersVector(to, buffers.size());
        for (int i = buffers.size() - 1; i >= 0; i--) {
            Buffer.createBuffer(to, places.get(i), buffers.get(i).length);
        }
        return RecordBatch.createRecordBatch(to, rows, nodes, to.endVector(), 0, 0);
    }

    private void message(FlatBufferBuilder to, byte kind, int header, List<byte[]> body) throws IOException {
        long length = body.stream().mapToLong(buffer -> aligned(buffer.length)).sum();
        Message.finishMessageBuffer(to, Message.createMessage(to, MetadataVersion.V5, kind, header, length, 0));
        byte[] metadata = to.sizedByteArray();
        out.write(ByteBuffer.allocate(ALIGNED)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CONTINUATION)
                .putInt(aligned(metadata.length))
                .array());
        for (byte[] part : Stream.concat(Stream.of(metadata), body.stream()).toList()) {
            out.write(part);
            out.write(new byte[aligned(part.length) - part.length]);
        }
    }

    private static int aligned(int length) {
        return (length + ALIGNED - 1) / ALIGNED * ALIGNED;
    }
}
