package org.tidemark.standalone.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.tidemark.standalone.stored.StoredRecord;

/**
 * Writes a backup: compressed, a header, records, and a last word that counts them. The compression's checksum and that count
 * tell a file that is damaged or cut off from a whole one.
 */
final class BackupWriter {
    static final byte RECORD = 1;
    static final byte END = 2;
    static final int NONE = -1;

    private final GZIPOutputStream zipped;
    private final DataOutputStream out;
    private long records;

    BackupWriter(OutputStream to, BackupHeader header) throws IOException {
        zipped = new GZIPOutputStream(to, 1 << 16);
        out = new DataOutputStream(zipped);
        out.writeUTF(header.json());
    }

    /** Writes one; a full disk is an {@link UncheckedIOException}, since readers of logs know no other. */
    void write(Fact fact, StoredRecord record) {
        try {
            out.writeByte(RECORD);
            out.writeByte(fact.number());
            out.writeInt(record.partition());
            out.writeLong(record.timestamp());
            write(record.key());
            write(record.value());
            records++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(byte @Nullable [] bytes) throws IOException {
        out.writeInt(bytes == null ? NONE : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    /** Writes the last word; returns how many records there are. */
    long finish() throws IOException {
        out.writeByte(END);
        out.writeLong(records);
        out.flush();
        zipped.finish();
        return records;
    }
}
