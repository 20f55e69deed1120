package org.tidemark.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Estimate;

/** What an earlier version of the program wrote, as this one reads it. */
class EarlierReleaseTest {
    private static final int HEADER_BYTES = 10;

    @Test
    void anEstimateOfReleaseOneHasNoTermsAndIsNotWithheld() throws Exception {
        Estimate read = Codecs.singleObject().estimates().decode(asReleaseOne(Samples.ESTIMATE));

        assertThat(read.terms()).isEmpty();
        assertThat(read.withheld()).isNull();
        assertThat(read.key()).isEqualTo(Samples.ESTIMATE.key());
        assertThat(read.levels()).isEqualTo(Samples.ESTIMATE.levels());
        assertThat(read.trajectory()).isEqualTo(Samples.ESTIMATE.trajectory());
    }

    /** The bytes as a program would have written them that knew the first release only. */
    private static byte[] asReleaseOne(Estimate estimate) throws IOException {
        Schema first = Objects.requireNonNull(SchemaShelf.released(1, "estimate"));
        byte[] present = Codecs.singleObject().estimates().encode(estimate);
        GenericData.Record record = new GenericDatumReader<GenericData.Record>(
                        org.tidemark.avro.Estimate.getClassSchema(), first)
                .read(
                        null,
                        DecoderFactory.get().binaryDecoder(present, HEADER_BYTES, present.length - HEADER_BYTES, null));
        ByteBuffer written = new BinaryMessageEncoder<GenericData.Record>(new GenericData(), first).encode(record);
        byte[] bytes = new byte[written.remaining()];
        written.get(bytes);
        return bytes;
    }
}
