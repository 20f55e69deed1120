package org.tidemark.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a registry that misbehaves makes of us: one clear line, after a bounded time. */
class SchemaRegistryTest {
    private static final Topics TOPICS = new Topics("test");

    private final FakeRegistry fake;

    SchemaRegistryTest() throws IOException {
        fake = FakeRegistry.start();
    }

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void everyKindOfRecordAndEveryTopicHasItsSubjects() {
        List<Subject> subjects = Subject.of(TOPICS);

        // How an alert stands is state, on no topic; what is remembered must be readable without a registry.
        assertThat(subjects.stream().map(Subject::schema).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(SchemaShelf.NAMES.stream()
                        .filter(name ->
                                !List.of("alert_standing", "system_note").contains(name))
                        .toList());
        assertThat(SingleObjectCodecs.INSTANCE.present().keySet())
                .containsExactlyInAnyOrderElementsOf(SchemaShelf.NAMES);
        assertThat(subjects.stream().map(Subject::topic).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(TOPICS.definitions(1, (short) 1).stream()
                        .map(NewTopic::name)
                        .filter(name ->
                                !List.of(TOPICS.models(), TOPICS.pushes()).contains(name))
                        .toList());
    }

    @Test
    void everyReleaseIsRegisteredOnceAndHeldAgainstTheOthers() {
        Registration first = fake.registry().register(TOPICS);
        Registration second = fake.registry().register(TOPICS);

        assertThat(first.subjects()).contains("test.observations-org.tidemark.avro.Observation");
        assertThat(first.added()).hasSize(first.schemas());
        assertThat(second.added()).isEmpty();
        assertThat(second.schemas()).isEqualTo(first.schemas());
        assertThat(fake.compatibility())
                .containsOnlyKeys(first.subjects())
                .allSatisfy((subject, level) -> assertThat(level).isEqualTo("FULL_TRANSITIVE"));
        assertThat(fake.subjects().get("test.estimates-org.tidemark.avro.Estimate"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void whatIsNotRegisteredIsNotWritten() {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> Codecs.registered(fake.registry(), TOPICS))
                .withMessage(
                        "the registry at %s lacks the present schema of test.observations-org.tidemark.avro.Observation; run 'tidemark topics' with this registry first",
                        fake.registry().api());
        assertThat(fake.subjects()).isEmpty();
    }

    @Test
    void aRegistryThatIsNotThereIsNamed() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        SchemaRegistry gone = SchemaRegistry.at(URI.create("http://127.0.0.1:" + port))
                .withPatience(fake.registry().patience());

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> gone.register(TOPICS))
                .withMessageStartingWith("no schema registry answers at %s after 3 tries (".formatted(gone.api()))
                .withMessageEndingWith("); start it, or check the address")
                .matches(RegistryException::isUnavailable);
    }

    @Test
    void aFaultThatPassesIsTriedAgain() {
        fake.next(503, "starting");
        fake.next(429, "");

        assertThat(fake.registry().register(TOPICS).added()).isNotEmpty();
    }

    @Test
    void aFaultThatDoesNotPassIsNotTriedForEver() {
        fake.always = new FakeRegistry.Canned(500, "{\"message\":\"no disk\"}");

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> fake.registry().register(TOPICS))
                .withMessageContaining("after 3 tries (HTTP 500)");
        assertThat(fake.asked).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"401, check the registry's credentials", "403, check what its credentials may do"})
    void whoMayNotIsTold(int status, String remedy) {
        fake.always = new FakeRegistry.Canned(status, "{\"message\":\"go\\naway\"}");

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> fake.registry().withPassword("us:secret").register(TOPICS))
                .withMessage(
                        "the registry at %s answers HTTP %d (go away); %s",
                        fake.registry().api(), status, remedy);
        assertThat(fake.authorizations).containsOnly("Basic dXM6c2VjcmV0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>hello</html>", "{}", "[]", "{\"id\":\"seven\"}", "{\"id\":-1}", ""})
    void whatIsNoRegistryIsTold(String body) {
        fake.always = new FakeRegistry.Canned(200, body);

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> Codecs.registered(fake.registry(), TOPICS))
                .withMessageContaining("is no Confluent-compatible registry")
                .withMessageEndingWith("check the address");
    }

    @Test
    void aPageThatIsNotThereIsNoSchemaThatIsNotThere() {
        fake.always = new FakeRegistry.Canned(404, "{\"message\":\"no such page\"}");

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> Codecs.registered(fake.registry(), TOPICS))
                .withMessageContaining(
                        "answers HTTP 404 (no such page); check that its Confluent-compatible API is at http://127.0.0.1:")
                .withMessageContaining("/apis/ccompat/v7 or http://127.0.0.1:")
                .withMessageEndingWith(", or give its whole address");
    }

    @Test
    void anAnswerIsNotReadForEver() {
        fake.always = new FakeRegistry.Canned(200, " ".repeat(BoundedBody.BYTES_MAX + 1));

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> Codecs.registered(fake.registry(), TOPICS))
                .withMessageContaining("an answer of more than 1048576 bytes");
    }

    @Test
    void anAnswerThatDoesNotComeIsNotWaitedForForEver() throws IOException {
        // It takes connections and says nothing.
        try (ServerSocket mute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            SchemaRegistry registry = SchemaRegistry.at(URI.create("http://127.0.0.1:" + mute.getLocalPort()))
                    .withPatience(new SchemaRegistry.Patience(2, Duration.ofMillis(1), Duration.ofMillis(50)));

            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() -> registry.register(TOPICS))
                    .withMessageContaining("after 2 tries (");
        }
    }

    @Test
    void aSchemaThatCannotBeReadWithTheOthersIsRefused() {
        fake.next(200, "{}");
        fake.next(200, "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}");
        fake.next(404, "{\"error_code\":40403}");
        fake.next(409, "{\"message\":\"field h has no default\"}");

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> fake.registry().register(TOPICS))
                .withMessageEndingWith(
                        "refuses the schema of test.observations-org.tidemark.avro.Observation, which cannot be read with what is registered there: field h has no default");
    }

    @Test
    void aRegistryThatDoesNotCheckIsNotTrusted() {
        fake.next(200, "{}");
        fake.next(200, "{\"compatibilityLevel\":\"NONE\"}");

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> fake.registry().register(TOPICS))
                .withMessageContaining(
                        "keeps the compatibility of test.observations-org.tidemark.avro.Observation at NONE");
        assertThat(fake.subjects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://r:8080, http://r:8080/apis/ccompat/v7",
        "https://r/apis/ccompat/v7, https://r/apis/ccompat/v7",
        "http://r:8081/, http://r:8081/"
    })
    void anAddressWithoutAPathIsApicurios(String address, String api) {
        assertThat(SchemaRegistry.at(URI.create(address)).api()).hasToString(api);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "/, ''", "'', /apis/ccompat/v7", "/, /apis/ccompat/v7", "/own, /own"})
    @DisplayName("C11-confluent-registry-at-its-usual-address: with and without a path, the API is found where it is")
    void theApiIsFoundWhereItIs(String given, String where) {
        fake.path = where;

        Registration registration = fake.registry(given).register(TOPICS);

        assertThat(registration.added()).isNotEmpty();
        assertThatCode(() -> Codecs.registered(fake.registry(given), TOPICS)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("C12-registry-made-anew: a registry that has forgotten our schemas is refused in one line")
    void aRegistryThatWasMadeAnewIsRefused() {
        SchemaIds given = fake.registry().register(TOPICS).ids();
        fake.registry().requireKnown(given);

        fake.makeAnew(200_001);
        SchemaIds again = fake.registry().register(TOPICS).ids();

        assertThat(again.byId()).doesNotContainKey(1);
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> fake.registry().requireKnown(SchemaIds.read(given.written())))
                .matches(RegistryException::isLost)
                .withMessageContaining("does not know %d of the %d schema ids"
                        .formatted(given.byId().size(), given.byId().size()))
                .withMessageContaining("restore its schemas with their ids");
        assertThat(given.with(again).byId()).containsAllEntriesOf(given.byId());
    }

    @Test
    @DisplayName("C12-registry-made-anew: ids that mean other schemas than before are refused too")
    void idsThatMeanSomethingElseAreRefused() {
        SchemaIds given = fake.registry().register(TOPICS).ids();
        fake.makeAnew(2);
        SchemaIds again = fake.registry().register(TOPICS).ids();

        assertThat(again).isNotEqualTo(given);
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> fake.registry().requireKnown(given));
        assertThat(given.with(again).byId()).containsAllEntriesOf(given.byId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry:8080", "ftp://registry", "http:///x", "registry"})
    void whatIsNoAddressIsTold(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaRegistry.at(URI.create(address)))
                .withMessageContaining("is no address; write http://HOST:PORT");
    }

    @Test
    void aPasswordIsNeverShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaRegistry.at(URI.create("http://us:secret@r:8080")))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
        assertThat(fake.registry().withPassword("us:secret").toString()).doesNotContain("c2VjcmV0", "secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.registry().withPassword("secret"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }
}
