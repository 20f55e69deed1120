package org.tidemark.api.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.arrow.flatbuf.Bool;
import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/** What the cells of a column are, as the text of a CSV cell says it and as Arrow lays it out. */
public enum ColumnType {
    /** As it stands. */
    TEXT(Type.Utf8, 0) {
        @Override
        int describe(FlatBufferBuilder to) {
            Utf8.startUtf8(to);
            return Utf8.endUtf8(to);
        }

        @Override
        void put(ByteBuffer values, String cell) {
            throw new IllegalStateException("texts have no width; TextColumn holds them");
        }
    },
    /** A double. */
    NUMBER(Type.FloatingPoint, Double.BYTES) {
        @Override
        int describe(FlatBufferBuilder to) {
            return FloatingPoint.createFloatingPoint(to, Precision.DOUBLE);
        }

        @Override
        void put(ByteBuffer values, String cell) {
            values.putDouble(Double.parseDouble(cell));
        }
    },
    /** A whole number of 64 bits. */
    COUNT(Type.Int, Long.BYTES) {
        @Override
        int describe(FlatBufferBuilder to) {
            return Int.createInt(to, Long.SIZE, true);
        }

        @Override
        void put(ByteBuffer values, String cell) {
            values.putLong(Long.parseLong(cell));
        }
    },
    /** True or false; a byte here, and a bit in what is sent. */
    FLAG(Type.Bool, 1) {
        @Override
        int describe(FlatBufferBuilder to) {
            Bool.startBool(to);
            return Bool.endBool(to);
        }

        @Override
        void put(ByteBuffer values, String cell) {
            values.put((byte) (Boolean.parseBoolean(cell) ? 1 : 0));
        }
    },
    /** A day: days since 1970. */
    DAY(Type.Date, Integer.BYTES) {
        @Override
        int describe(FlatBufferBuilder to) {
            return Date.createDate(to, DateUnit.DAY);
        }

        @Override
        void put(ByteBuffer values, String cell) {
            values.putInt(Math.toIntExact(LocalDate.parse(cell).toEpochDay()));
        }
    },
    /** An instant: microseconds since 1970, UTC. Clocks tell no finer ones. */
    INSTANT(Type.Timestamp, Long.BYTES) {
        @Override
        int describe(FlatBufferBuilder to) {
            return Timestamp.createTimestamp(to, TimeUnit.MICROSECOND, to.createString("UTC"));
        }

        @Override
        void put(ByteBuffer values, String cell) {
            values.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(cell)));
        }
    };

    private final byte code;
    private final int width;

    ColumnType(byte code, int width) {
        this.code = code;
        this.width = width;
    }

    /** Which of the tables of Arrow's union of types it is. */
    byte code() {
        return code;
    }

    /** Bytes of a value; none where values differ in length. */
    int width() {
        return width;
    }

    /** Writes the table of the type and gives its place. */
    abstract int describe(FlatBufferBuilder to);

    /** Appends the value of a cell. */
    abstract void put(ByteBuffer values, String cell);
}
