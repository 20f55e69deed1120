package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.streams.peer.PeerAddress;

/** Where others reach a process, as it is said to them and to people. */
class OwnAddressTest {
    @ParameterizedTest
    @CsvSource({
        "::1, [::1]:8080",
        "0:0:0:0:0:0:0:1, [::1]:8080",
        "fd00:0:0:0:0:0:0:7, [fd00::7]:8080",
        "127.0.0.1, 127.0.0.1:8080",
        "localhost, 127.0.0.1:8080"
    })
    void anAddressIsWrittenShortAndReadByOthers(String host, String written) {
        assertThat(OwnAddress.of(host, 8080)).isEqualTo(written);
        assertThat(PeerAddress.parse(written).port()).isEqualTo(8080);
    }
}
