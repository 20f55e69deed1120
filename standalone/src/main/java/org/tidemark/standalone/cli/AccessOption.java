package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.http.Hosts;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.http.Tokens;
import org.tidemark.api.query.QueryServer;
import org.tidemark.api.query.QuerySources;
import org.tidemark.standalone.push.Pushing;
import org.tidemark.standalone.quarantine.Quarantine;
import org.tidemark.standalone.run.LocalSystem;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whom the HTTP server answers. */
final class AccessOption {
    private static final long MIB = 1L << 20;

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            converter = Name.class,
            description =
                    "Further name under which HTTP may be asked, beside localhost and the address that it listens on; may be given several times. A request with another name in Host is told 421.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "File with a line NAME:TOKEN for each person who may decide over HTTP; without it nobody may. It is read again when it changes.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--read-token-file",
            paramLabel = "FILE",
            description =
                    "File with a line NAME:TOKEN for each who may read over HTTP, metrics too; without it everybody may. Health stays open. Monitors that share the work need the same first line.")
    private @Nullable Path readTokenFile;

    @Option(
            names = "--push-token-file",
            paramLabel = "FILE",
            description =
                    "File with a line NAME:TOKEN for each who may send figures over HTTP (POST /api/v1/observations); without it nobody may. It is read again when it changes.")
    private @Nullable Path pushTokenFile;

    @Option(
            names = "--push-archive",
            paramLabel = "DIR",
            description =
                    "Keep what is sent over HTTP there, as it was loaded; 'tidemark replay --data DIR' plays it (default: it is kept on the cluster only).")
    private @Nullable Path pushArchive;

    @Option(
            names = "--push-archive-mb",
            paramLabel = "N",
            defaultValue = "10240",
            description =
                    "How large that may be, in MiB (default ${DEFAULT-VALUE}); when it is, what is sent is told 503 and taken by nobody.")
    private int pushArchiveMb = 10_240;

    /** For a server at an address; a file that others can read is said once. */
    HttpSettings settings(String host, PrintWriter err) throws IOException {
        return settings(host, List.of(), err);
    }

    /** The same, asked by names that follow from other options too. */
    HttpSettings settings(String host, List<String> further, PrintWriter err) throws IOException {
        LinkedHashSet<String> all = new LinkedHashSet<>(names);
        all.addAll(further);
        HttpSettings settings = HttpSettings.on(host).withNames(all);
        return settings.withTokens(tokens(tokenFile, err))
                .withReaders(tokens(readTokenFile, err))
                .withPushers(tokens(pushTokenFile, err));
    }

    private static @Nullable Tokens tokens(@Nullable Path file, PrintWriter err) throws IOException {
        if (file == null) {
            return null;
        }
        Tokens tokens = Tokens.in(file);
        tokens.warning().ifPresent(warning -> err.println("tidemark: warning: " + warning));
        err.flush();
        return tokens;
    }

    /** A server that shows a system, and sends it what is decided and pushed over HTTP. */
    QueryServer server(HttpSettings settings, LocalSystem system) throws IOException {
        Clock clock = Clock.systemUTC();
        Quarantine quarantine = new Quarantine(system.connection(), system.topics(), system.codecs());
        QuerySources sources = system.sources(settings.readers());
        if (settings.pushers() != null) {
            Pushing pushing = new Pushing(
                    system.connection(),
                    system.topics(),
                    system.codecs(),
                    sources.catalogue(),
                    pushArchive,
                    pushArchiveMb * MIB,
                    clock);
            pushing.settle();
            sources = sources.withPushes(pushing);
        }
        return new QueryServer(settings, sources, quarantine.desk(clock));
    }

    /** A name or an address, with or without a port. */
    static final class Name implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            try {
                Hosts.of(List.of(text));
                return text;
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
