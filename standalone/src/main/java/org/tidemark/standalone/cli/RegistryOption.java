package org.tidemark.standalone.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.kafka.NoteBook;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.SchemaRegistry;
import org.tidemark.wire.Topics;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The schema registry of a cluster, where it has one. */
final class RegistryOption {
    @Option(
            names = "--registry",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            converter = RegistryConverter.class,
            description =
                    "Schema registry: http://HOST:PORT of Apicurio or Confluent's, or the whole address of another's Confluent-compatible API. With it records carry schema ids; without it, fingerprints.")
    private @Nullable SchemaRegistry registry;

    @Option(
            names = "--registry-auth",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "File that holds user:password of the registry on one line.")
    private @Nullable Path passwordFile;

    boolean isGiven() {
        return registry != null || passwordFile != null;
    }

    /** The registry; null where the cluster has none. */
    @Nullable
    SchemaRegistry registry() throws IOException {
        if (passwordFile == null) {
            return registry;
        }
        if (registry == null) {
            throw new IllegalArgumentException("--registry-auth is of a registry; add --registry URL");
        }
        return registry.withPassword(Files.readString(passwordFile).strip());
    }

    /** How records on the topics of the cluster are written. */
    Codecs codecs(Topics topics, Map<String, Object> connection) throws IOException {
        SchemaRegistry given = registry();
        return given == null
                ? Codecs.singleObject()
                : Codecs.registered(given, topics, new NoteBook(connection, topics).schemaIds());
    }

    /** The record's own words: around any other exception picocli puts the names of Java types. */
    static final class RegistryConverter implements ITypeConverter<SchemaRegistry> {
        @Override
        public SchemaRegistry convert(String text) {
            try {
                return SchemaRegistry.at(URI.create(text));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
