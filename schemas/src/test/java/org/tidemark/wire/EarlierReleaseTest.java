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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidemark.estimate.Estimate;
import org.tidemark.release.Load;
import org.tidemark.series.Observation;
import org.tidemark.series.PublishedBasis;

/** What an earlier version of the program wrote, as this one reads it. */
class EarlierReleaseTest {
    private static final int HEADER_BYTES = 10;

    @Test
    void anEstimateOfReleaseOneHasNoTermsAndIsNotWithheld() throws Exception {
        Estimate read = Codecs.singleObject()
                .estimates()
                .decode(asRelease(
                        1,
                        "estimate",
                        Codecs.singleObject().estimates().encode(Samples.ESTIMATE),
                        org.tidemark.avro.Estimate.getClassSchema()));

        assertThat(read.terms()).isEmpty();
        assertThat(read.withheld()).isNull();
        assertThat(read.key()).isEqualTo(Samples.ESTIMATE.key());
        assertThat(read.levels()).isEqualTo(Samples.ESTIMATE.levels());
        assertThat(read.trajectory()).isEqualTo(Samples.ESTIMATE.trajectory());
    }

    @ParameterizedTest
    @EnumSource
    void anEarlierProgramReadsEachBasisAsOneOfThreeWords(PublishedBasis basis) throws Exception {
        byte[] present = Codecs.singleObject().events().encode(sampleWith(basis));

        Observation read = (Observation) Codecs.singleObject()
                .events()
                .decode(asRelease(6, "observation", present, org.tidemark.avro.Observation.getClassSchema()));

        assertThat(read.basis())
                .isEqualTo(
                        switch (basis) {
                            case STATED, CALENDAR -> PublishedBasis.STATED;
                            case LAG -> PublishedBasis.LAG;
                            case FILE, NEWEST, RECEIVED, ORDER -> PublishedBasis.FILE;
                        });
        assertThat(read).usingRecursiveComparison().ignoringFields("basis").isEqualTo(sampleWith(basis));
    }

    @Test
    void aLoadOfReleaseSixDoesNotTellItsSeries() throws Exception {
        byte[] present = Codecs.singleObject().loads().encode(Samples.LOAD);

        Load read = Codecs.singleObject()
                .loads()
                .decode(asRelease(6, "load", present, org.tidemark.avro.Load.getClassSchema()));

        assertThat(read.series()).isNull();
        assertThat(read.economies()).isEqualTo(Samples.LOAD.economies());
    }

    @Test
    void aLoadOfReleaseSevenDoesNotTellSinceWhenItCovers() throws Exception {
        byte[] present = Codecs.singleObject().loads().encode(Samples.LOAD);

        Load read = Codecs.singleObject()
                .loads()
                .decode(asRelease(7, "load", present, org.tidemark.avro.Load.getClassSchema()));

        assertThat(read.coveredSince()).isNull();
        assertThat(read.series()).isEqualTo(Samples.LOAD.series());
    }

    private static Observation sampleWith(PublishedBasis basis) {
        Observation o = Samples.OBSERVATION;
        return new Observation(
                o.figure(),
                o.value(),
                o.standardError(),
                o.unit(),
                basis,
                o.status(),
                o.batch(),
                o.ordinal(),
                o.receivedAt(),
                o.note());
    }

    /** The bytes as a program would have written them that knew an earlier release only. */
    private static byte[] asRelease(int release, String name, byte[] present, Schema presentSchema) throws IOException {
        Schema earlier = Objects.requireNonNull(SchemaShelf.released(release, name));
        GenericData.Record record = new GenericDatumReader<GenericData.Record>(presentSchema, earlier)
                .read(
                        null,
                        DecoderFactory.get().binaryDecoder(present, HEADER_BYTES, present.length - HEADER_BYTES, null));
        ByteBuffer written = new BinaryMessageEncoder<GenericData.Record>(new GenericData(), earlier).encode(record);
        byte[] bytes = new byte[written.remaining()];
        written.get(bytes);
        return bytes;
    }
}
