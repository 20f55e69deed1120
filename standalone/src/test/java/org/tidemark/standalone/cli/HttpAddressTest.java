package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class HttpAddressTest {
    @ParameterizedTest
    @CsvSource({
        "::1, [::1]:80",
        "[::1], [::1]:80",
        "0:0:0:0:0:0:0:1, [::1]:80",
        "::, [::]:80",
        "2001:db8:0:0:1:0:0:1, [2001:db8::1:0:0:1]:80",
        "2001:0db8::0:1, [2001:db8::1]:80",
        "1:2:3:4:5:6:7:8, [1:2:3:4:5:6:7:8]:80",
        "1:0:3:4:5:6:7:8, [1:0:3:4:5:6:7:8]:80",
        "fe80:0:0:0:1:2:3:4, [fe80::1:2:3:4]:80",
        "1:2:3:4:5:6:0:0, [1:2:3:4:5:6::]:80",
        "10:0:0:0:0:0:0:10, [10::10]:80",
        "127.0.0.1, 127.0.0.1:80",
        "0.0.0.0, 0.0.0.0:80",
    })
    @DisplayName("E08-ipv6-address-without-brackets: an address is printed as programs open it")
    void printed(String host, String address) throws Exception {
        assertThat(HttpAddress.of(HttpAddress.numbers(host), 80)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "::1:9092 | [::1]:9092",
                "[::1]:9092 | [::1]:9092",
                "127.0.0.1:9092 | 127.0.0.1:9092",
                "kafka:9092, 2001:db8::5:9093,[::2]:1 | kafka:9092,[2001:db8::5]:9093,[::2]:1",
                "SSL://kafka:9092 | SSL://kafka:9092",
                "kafka | kafka"
            })
    @DisplayName("E08-ipv6-address-without-brackets: brokers are taken with and without brackets")
    void brokers(String given, String taken) {
        assertThat(HttpAddress.brokers(given)).isEqualTo(taken);
    }

    @ParameterizedTest
    @DisplayName("E08-ipv6-address-without-brackets: what is no broker is told in one line, before anything is asked")
    @ValueSource(
            strings = {
                "[::1]",
                "[::1",
                "[::1]:0",
                ":9092",
                "kafka",
                "localhost:99999",
                "localhost:9092,,x:1",
                "http://localhost:9092",
                "localhost:9092/",
                ""
            })
    void whatIsNoBroker(String given) {
        assertThatThrownBy(() -> new BootstrapConverter().convert(given))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("is no broker; write HOST:PORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9092", "::1:9092", "[fe80::1%lo]:9092", "a.b:1, c_d:2", "SSL://kafka:9092"})
    void whatIsABroker(String given) {
        assertThat(new BootstrapConverter().convert(given)).isNotEmpty();
    }
}
