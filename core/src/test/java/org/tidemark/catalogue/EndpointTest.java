package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
    private static final String WHOLE =
            "source: EUROSTAT, address: 'https://example.org/a.csv', file: a.csv, every: P1D, documentation: d, checked: 2026-11-30";

    private static Catalogue with(String yaml) {
        return ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", yaml)));
    }

    private static Endpoint own(String fields) {
        Endpoint own =
                with("endpoints: {own: {%s}}".formatted(fields)).endpoints().get("own");
        assertThat(own).isNotNull();
        return own;
    }

    @Test
    void everyShippedEndpointIsAskedOverHttpsAndSaysWhereItIsDescribed() {
        assertThat(ShippedCatalogue.with(List.of()).endpoints().values())
                .hasSizeGreaterThan(20)
                .allSatisfy(e -> {
                    assertThat(e.address()).startsWith("https://");
                    assertThat(e.documentation()).startsWith("https://");
                    assertThat(e.licence()).isNotEmpty();
                    assertThat(e.every()).isGreaterThanOrEqualTo(Duration.ofHours(1));
                });
    }

    @Test
    void whomOneAsksChangesNothingOfWhatIsKnown() {
        assertThat(with("endpoints: {fred-md: off, own: {%s}}".formatted(WHOLE)).hash())
                .isEqualTo(ShippedCatalogue.with(List.of()).hash());
    }

    @Test
    void anEndpointIsSwitchedOffAndAnotherIsLaidOverFieldByField() {
        Catalogue own = with("endpoints: {fred-md: off, fred-qd: {every: P7D}}");

        assertThat(own.endpoints()).doesNotContainKey("fred-md");
        assertThat(own.endpoints().get("fred-qd")).isNotNull().satisfies(e -> {
            assertThat(e.every()).isEqualTo(Duration.ofDays(7));
            assertThat(e.source()).isEqualTo("FRED_QD");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "commits: 'https://a.org/c', listing: 'https://a.org/l', newest: a, address: 'https://a.org/{commit}' | write one of them",
                "listing: 'https://a.org/l', newest: a, each: a, address: 'https://a.org/{name}' | write one of them",
                "address: 'https://a.org/a', member: a.csv, members: 'a.*' | write one of them",
                "address: 'https://a.org/a', members: '(' | members '(' is no regular expression",
                "address: 'https://a.org/a', members: 'a', answers: changes | is asked for whole",
                "listing: 'https://a.org/l', newest: '[', address: 'https://a.org/{name}' | is no regular expression",
                "listing: 'http://a.org/l', newest: a, address: 'https://a.org/{name}' | must be https://HOST",
                "listing: 'https://a.org/l', newest: a, address: 'https://{name}/a' | in the name of its host",
                "listing: 'https://a.org/l', newest: a, address: 'https://a.org.{name}' | in the name of its host",
                "listing: 'https://a.org/l', newest: a, address: 'https://a.org/{name}', answers: changes | has no listing",
                "address: 'https://a.org/a', source: INDEED_AI_POSTINGS, answers: changes | whose files are complete"
            })
    void aListChoosesNoHostAndChangesAreOfNoCompleteSource(String fields, String complaint) {
        String source = fields.contains("source:") ? "" : "source: EUROSTAT, ";
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> own(source + fields + ", file: a.csv, every: P1D, documentation: d, checked: 2026-11-30"))
                .withMessageContaining(complaint)
                .withMessageNotContaining("\n");
    }

    @Test
    void whatIsListedIsAskedForAtTheCataloguesHost() {
        Endpoint own = own(
                "source: EUROSTAT, listing: 'https://b.org/l?a=1', newest: 'a\\d.csv', address: 'https://a.org/{name}', file: '{name}', every: P1D, documentation: d, checked: 2026-11-30");

        assertThat(own.listing(1).address()).isEqualTo("https://b.org/l?a=1");
        assertThat(own.at("a2.csv").address()).isEqualTo("https://a.org/a2.csv");
        assertThat(own.at("a2.csv").file()).isEqualTo("a2.csv");
        assertThat(own(WHOLE).since(Instant.parse("2026-11-30T10:05:06.789Z")).address())
                .isEqualTo("https://example.org/a.csv?updatedAfter=2026-11-30T10%3A05%3A06Z");
    }

    @Test
    void whatIsNotSaidHasADefault() {
        assertThat(own(WHOLE)).satisfies(e -> {
            assertThat(e.pause()).isEqualTo(Duration.ofSeconds(10));
            assertThat(e.bytesMax()).isEqualTo(64L << 20);
            assertThat(e.key()).isNull();
        });
        assertThat(own(WHOLE + ", key: {header: X-Key, variable: MY_KEY}").key())
                .isEqualTo(new Endpoint.Key("X-Key", "MY_KEY"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source: NOBODY | source 'NOBODY' is declared nowhere",
                "address: 'http://example.org/a' | must be https://HOST",
                "address: 'file:///etc/passwd' | must be https://HOST",
                "address: 'https://me:secret@example.org/' | must be https://HOST",
                "address: 'https://' | must be https://HOST",
                "address: 'https://a b/' | must be https://HOST",
                "address: 'https://a.org/%zz' | must be https://HOST",
                "file: '../a.csv' | is no plain name",
                "file: '.hidden' | is no plain name",
                "every: PT1S | is under a minute",
                "every: often | is not a time such as",
                "pause: PT-1S | is negative",
                "bytes_max: 0 | write 1 to",
                "checked: today | is not a day such as",
                "file: '{name}' | is no plain name",
                "member: '/etc/passwd' | is no name of a file in a ZIP",
                "member: '..' | is no name of a file in a ZIP",
                "answers: some | write all or changes",
                "commits: 'https://a.org/commits' | address has {commit} where",
                "listing: 'https://a.org/list' | write both or neither",
                "newest: 'a.csv' | write both or neither",
                "key: {header: 'a b', variable: A} | is no name of a header",
                "key: {header: A, variable: s3cret} | never the key itself"
            })
    void whatMakesNoSenseIsRefusedInOneLine(String field, String complaint) {
        String key = field.substring(0, field.indexOf(':'));
        String rest = Arrays.stream(WHOLE.split(", ", -1))
                .filter(f -> !f.startsWith(key + ":"))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> own(rest + ", " + field))
                .withMessageStartingWith("catalogue: endpoint own: ")
                .withMessageContaining(complaint)
                .withMessageNotContaining("\n");
    }
}
