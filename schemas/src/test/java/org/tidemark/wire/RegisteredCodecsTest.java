package org.tidemark.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.series.Event;

class RegisteredCodecsTest {
    private static final Topics TOPICS = new Topics("test");

    private FakeRegistry fake;
    private Codecs codecs;

    RegisteredCodecsTest() throws IOException {
        fake = FakeRegistry.start();
        fake.registry().register(TOPICS);
        codecs = Codecs.registered(fake.registry(), TOPICS);
    }

    @BeforeEach
    void forgetWhatWasAsked() {
        fake.asked.clear();
    }

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void everyKindIsReadBackAsItWas() throws Exception {
        List<Samples.Kind> registered = Samples.kinds(codecs);
        List<Samples.Kind> single = Samples.kinds();

        for (int i = 0; i < single.size(); i++) {
            Samples.Kind kind = single.get(i);
            assertThat(registered.get(i).codec().decode(registered.get(i).bytes()))
                    .as(kind.name())
                    .usingRecursiveComparison()
                    .isEqualTo(kind.codec().decode(kind.bytes()));
        }
    }

    @Test
    void aRecordIsAZeroAnIdAndTheRecord() throws Exception {
        byte[] single = Codecs.singleObject().events().encode(Samples.OBSERVATION);

        byte[] bytes = codecs.events().encode(Samples.OBSERVATION);

        assertThat(bytes[0]).isZero();
        Schema written = new Schema.Parser()
                .parse(new RegistryApi(fake.registry())
                        .schema(ByteBuffer.wrap(bytes).getInt(1))
                        .orElseThrow());
        assertThat(written.getFullName()).isEqualTo("org.tidemark.avro.Observation");
        assertThat(Arrays.copyOfRange(bytes, 5, bytes.length))
                .isEqualTo(Arrays.copyOfRange(single, Header.BYTES, single.length));
    }

    @Test
    void writingAsksTheRegistryNothing() {
        byte[] bytes = codecs.estimates().encode(Samples.ESTIMATE);

        assertThat(bytes).isNotEmpty();
        assertThat(fake.asked).isEmpty();
    }

    @Test
    void anIdIsAskedForOnce() throws Exception {
        byte[] bytes = codecs.news().encode(Samples.NEWS);

        assertThat(codecs.news().decode(bytes)).isEqualTo(codecs.news().decode(bytes));
        assertThat(fake.asked).hasSize(1);
    }

    @Test
    void whatWasWrittenBeforeThereWasARegistryIsRead() throws Exception {
        byte[] single = Codecs.singleObject().events().encode(Samples.CLOSING);

        assertThat(codecs.events().decode(single)).isEqualTo(Samples.CLOSING);
        assertThat(fake.asked).isEmpty();
    }

    @Test
    void storesHoldTheSameBytesWithAndWithoutARegistry() {
        assertThat(codecs.stored().estimates().encode(Samples.ESTIMATE))
                .isEqualTo(Codecs.singleObject().estimates().encode(Samples.ESTIMATE));
    }

    @Test
    void aRecordOfALaterReleaseIsReadBecauseItsSchemaIsThere() throws Exception {
        Schema later = withOneMoreField(org.tidemark.avro.ReleaseClosing.getClassSchema());
        int id = fake.registered("test.observations-" + later.getFullName(), later.toString());
        byte[] present = codecs.events().encode(Samples.CLOSING);
        byte[] written = ByteBuffer.allocate(present.length + 1)
                .put((byte) 0)
                .putInt(id)
                .put(present, 5, present.length - 5)
                .put((byte) 14)
                .array();

        Event read = codecs.events().decode(written);

        assertThat(read).isEqualTo(Samples.CLOSING);
        assertThat(codecs.events().decode(written)).isEqualTo(read);
    }

    @Test
    void whatWasLearnedOfTheRegistryDoesNotChangeWhatIsReadWithoutIt() throws Exception {
        aRecordOfALaterReleaseIsReadBecauseItsSchemaIsThere();
        Schema later = withOneMoreField(org.tidemark.avro.ReleaseClosing.getClassSchema());
        byte[] single = Codecs.singleObject().events().encode(Samples.CLOSING);
        Header.write(single, RegisteredSchemas.Writer.of(later).fingerprint());

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> codecs.events().decode(single))
                .withMessageContaining("is of no released");
    }

    private static Schema withOneMoreField(Schema schema) {
        List<Schema.Field> fields = new java.util.ArrayList<>(schema.getFields().stream()
                .map(f -> new Schema.Field(f, f.schema()))
                .toList());
        fields.add(new Schema.Field("later", Schema.create(Schema.Type.INT), null, 0));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowIsNoRecordOfOurs() {
        byte[] bytes = {0, 0, 0, 3, (byte) 0xE7, 1, 2};

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> codecs.events().decode(bytes))
                .withMessage("schema id 999 is of no schema in the registry; write with a schema that is registered");
    }

    @Test
    @DisplayName("C12-registry-made-anew: a record of ours waits for its schema, and is read when that is back")
    void aSchemaOfOursThatIsLostIsWaitedFor() {
        SchemaIds given = fake.registry().register(TOPICS).ids();
        byte[] bytes = codecs.news().encode(Samples.NEWS);
        fake.makeAnew(200_001);
        fake.registry().register(TOPICS);
        Codecs anew = Codecs.registered(fake.registry(), TOPICS, given);

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> anew.news().decode(bytes))
                .matches(RegistryException::isLost)
                .withMessageContaining("nothing is refused meanwhile");
        byte[] foreign = {0, 0, 0, 3, (byte) 0xE7, 1, 2};
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> anew.news().decode(foreign));

        fake.makeAnew(1);
        fake.registry().register(TOPICS);
        assertThat(read(anew, bytes)).isEqualTo(Samples.NEWS);
    }

    @Test
    void anotherKindOfRecordIsNotRead() {
        byte[] news = codecs.news().encode(Samples.NEWS);

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> codecs.estimates().decode(news))
                .withMessageContaining("is of no released estimate");
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> codecs.events().decode(news))
                .withMessageContaining("is of no released observation");
    }

    @Test
    void aTruncatedRecordIsNotRead() {
        byte[] bytes = codecs.loads().encode(Samples.LOAD);

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(UndecodableException.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> codecs.loads().decode(cut));
        }
    }

    @Test
    void aRegistryThatIsAwayIsNoFaultOfTheRecord() {
        byte[] bytes = codecs.news().encode(Samples.NEWS);
        fake.always = new FakeRegistry.Canned(503, "");

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> codecs.news().decode(bytes))
                .matches(RegistryException::isUnavailable);
        fake.always = null;
        assertThat(read(bytes)).isEqualTo(Samples.NEWS);
    }

    private Object read(byte[] bytes) {
        return read(codecs, bytes);
    }

    private static Object read(Codecs by, byte[] bytes) {
        try {
            return by.news().decode(bytes);
        } catch (UndecodableException e) {
            throw new AssertionError(e);
        }
    }
}
