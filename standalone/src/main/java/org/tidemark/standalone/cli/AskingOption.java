package org.tidemark.standalone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.watch.Archive;
import org.tidemark.producers.watch.AskingLimits;
import org.tidemark.producers.watch.FetchPublisher;
import org.tidemark.producers.watch.Fetcher;
import org.tidemark.producers.watch.Keys;
import org.tidemark.producers.watch.Lease;
import org.tidemark.producers.watch.Watch;
import org.tidemark.producers.watch.WatchListener;
import org.tidemark.standalone.run.ShutdownScope;
import org.tidemark.standalone.stored.OwnerLock;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whom to ask, in whose name, and where answers are kept. */
final class AskingOption {
    private static final long MIB = 1L << 20;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            defaultValue = "tidemark-archive",
            description =
                    "Where answers are kept as they came (default ${DEFAULT-VALUE}); 'tidemark replay --data DIR' plays them.")
    private Path archive = Path.of("tidemark-archive");

    @Option(
            names = "--archive-mb",
            paramLabel = "N",
            defaultValue = "10240",
            description = "How large that may be, in MiB (default ${DEFAULT-VALUE}); when it is, nobody is asked.")
    private int archiveMb;

    @Option(
            names = "--only",
            paramLabel = "ID",
            description = "Ask this endpoint of the catalogue and no other; may be given several times.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--contact",
            paramLabel = "TEXT",
            description =
                    "Who asks: a mail or web address, which publishers read in User-Agent. Whoever asks public services must be reachable.")
    private @Nullable String contact;

    @Option(
            names = "--allow-loopback",
            hidden = true,
            description = "Ask this machine too, without encryption: for tests.")
    private boolean loopback;

    /** The endpoints that are asked. */
    Collection<Endpoint> endpoints(Catalogue catalogue, CommandLineRef command) {
        Collection<Endpoint> asked = new ArrayList<>();
        for (Endpoint endpoint : catalogue.endpoints().values()) {
            if (only.isEmpty() || only.contains(endpoint.id())) {
                asked.add(endpoint);
            }
        }
        for (String id : new TreeSet<>(only)) {
            if (!catalogue.endpoints().containsKey(id)) {
                throw command.wrong("--only '%s' is no endpoint of the catalogue; known: %s"
                        .formatted(id, String.join(", ", catalogue.endpoints().keySet())));
            }
        }
        if (asked.isEmpty()) {
            throw command.wrong("the catalogue has no endpoints left; switch one on, or ingest files by hand");
        }
        return asked;
    }

    /** Refuses what makes no sense before anything is begun. */
    void require(Catalogue catalogue, CommandLineRef command) {
        Collection<Endpoint> unused = endpoints(catalogue, command);
        String unusedAgent = agent(command);
    }

    private String agent(CommandLineRef command) {
        if (contact == null || !contact.matches("[\\x21-\\x7e][\\x20-\\x7e]{2,100}")) {
            throw command.wrong(
                    "--contact is needed: a mail or web address at which publishers reach you, such as --contact ops@example.org");
        }
        return "tidemark (%s)".formatted(contact);
    }

    /** A watch that has its archive for itself until the run is over. */
    Watch watch(
            ShutdownScope life,
            Catalogue catalogue,
            CommandLineRef command,
            Lease lease,
            FetchPublisher publisher,
            WatchListener listener)
            throws IOException, InterruptedException {
        Collection<Endpoint> asked = endpoints(catalogue, command);
        String agent = agent(command);
        Archive kept = new Archive(archive, archiveMb * MIB);
        OwnerLock unused = life.hold(this::lock);
        Clock clock = Clock.systemUTC();
        return new Watch(
                asked,
                new Fetcher(agent, AskingLimits.DEFAULT, new Keys(System.getenv()), loopback, clock),
                kept,
                lease,
                Formats.all(catalogue),
                publisher,
                listener,
                clock,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    private OwnerLock lock() throws IOException {
        try {
            OwnerLock lock = OwnerLock.take(archive.resolve(".lock"));
            lock.sign();
            return lock;
        } catch (OwnerLock.OwnedException e) {
            throw new UnreadableFileException(
                    "archive %s is in use by another watch%s; stop that one or choose another with --archive"
                            .formatted(archive, e.owner()));
        }
    }

    /** The command that was given, for complaints about it. */
    @FunctionalInterface
    interface CommandLineRef {
        CommandLine commandLine();

        default ParameterException wrong(String what) {
            return new ParameterException(commandLine(), what);
        }
    }
}
