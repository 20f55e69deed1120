package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Settings of the Kafka client, such as those of TLS and SASL. */
final class ClientOption {
    @Option(
            names = "--client",
            scope = ScopeType.INHERIT,
            paramLabel = "KEY=VALUE",
            description = "Setting of the Kafka client, such as those of TLS and SASL; may be given several times.")
    private Map<String, String> client = new HashMap<>();

    @Option(
            names = "--client-config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description =
                    "Properties file with such settings; here a password is in no process list. --client wins over it.")
    private @Nullable Path file;

    boolean isGiven() {
        return !client.isEmpty() || file != null;
    }

    /** What was given, the file's settings first. */
    Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>();
        if (file != null) {
            Properties read = read(file);
            read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
        }
        settings.putAll(client);
        return settings;
    }

    Map<String, Object> connection(String bootstrap) throws IOException {
        Map<String, Object> connection = new HashMap<>(settings());
        connection.put("bootstrap.servers", bootstrap);
        return connection;
    }

    private static Properties read(Path file) throws IOException {
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            read.load(in);
            return read;
        } catch (MalformedInputException | IllegalArgumentException e) {
            throw new ClusterException(
                    "%s is no properties file; write KEY=VALUE on each line, in UTF-8".formatted(file), e);
        }
    }
}
