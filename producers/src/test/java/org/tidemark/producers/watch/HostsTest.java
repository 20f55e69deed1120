package org.tidemark.producers.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/a",
                "https://10.1.2.3/a",
                "https://192.168.0.1/a",
                "https://172.16.0.1/a",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/a",
                "https://0.0.0.0/a",
                "https://[::1]/a",
                "https://[fe80::1]/a",
                "https://[fc00::1]/a",
                "https://[::ffff:10.0.0.1]/a"
            })
    void whatIsSomebodysOwnNetworkIsNotAsked(String address) {
        assertThat(new Hosts(false).trouble(URI.create(address))).contains("is no public address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://9.9.9.9/a", "ftp://9.9.9.9/a"})
    void nothingIsAskedInTheOpen(String address) {
        assertThat(new Hosts(false).trouble(URI.create(address))).endsWith("is not https");
        assertThat(new Hosts(true).trouble(URI.create(address))).endsWith("is not https");
    }

    @Test
    void theWorldIsAskedAndThisMachineOnlyInTests() {
        assertThat(new Hosts(false).trouble(URI.create("https://9.9.9.9/a"))).isEmpty();
        assertThat(new Hosts(true).trouble(URI.create("http://127.0.0.1:8080/a")))
                .isEmpty();
        assertThat(new Hosts(true).trouble(URI.create("https://10.0.0.1/a"))).isNotEmpty();
    }
}
