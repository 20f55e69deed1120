package org.tidemark.api.query;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.peer.Missing;
import org.tidemark.api.peer.PeerClient;
import org.tidemark.streams.app.Health;
import org.tidemark.streams.app.HealthCheck;
import org.tidemark.streams.peer.Holder;
import org.tidemark.streams.peer.PeerAddress;
import org.tidemark.streams.peer.Peers;
import org.tidemark.streams.state.Part;
import org.tidemark.streams.state.StoresUnavailableException;

/** The health of a monitor that is ready only while every part of an answer can be had, here or from another monitor. */
public final class Coverage implements HealthCheck {
    private static final long GOOD_FOR_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final HealthCheck own;
    private final Peers peers;
    private final PeerClient client;
    private @Nullable Health last;
    private long askedAtNanos;

    /** Lays the question of the others over the health of one. */
    public Coverage(HealthCheck own, Peers peers, PeerClient client) {
        this.own = own;
        this.peers = peers;
        this.client = client;
    }

    @Override
    public Health live() {
        return own.live();
    }

    @Override
    public Health ready() {
        Health health = own.ready();
        return health.well() ? covered(health) : health;
    }

    /** The others are asked at most once a second, whoever asks and however often. */
    private synchronized Health covered(Health well) {
        Health before = last;
        if (before != null && System.nanoTime() - askedAtNanos < GOOD_FOR_NANOS) {
            return before;
        }
        Health now = look(well);
        last = now;
        askedAtNanos = System.nanoTime();
        return now;
    }

    private Health look(Health well) {
        try {
            List<Missing> missing = missing();
            return missing.isEmpty()
                    ? well
                    : new Health(false, "parts of the answers are missing: " + Gathered.written(missing));
        } catch (StoresUnavailableException e) {
            return new Health(false, String.valueOf(e.getMessage()));
        }
    }

    private List<Missing> missing() {
        List<Missing> missing = new ArrayList<>();
        Map<PeerAddress, Set<Part>> elsewhere = new TreeMap<>(Comparator.comparing(PeerAddress::written));
        for (Holder holder : peers.holders()) {
            PeerAddress address = holder.address();
            if (address != null) {
                elsewhere.computeIfAbsent(address, a -> new TreeSet<>()).add(holder.part());
            } else if (!holder.here() || !peers.isReadable(holder.part())) {
                missing.add(Missing.of(holder));
            }
        }
        Map<PeerAddress, CompletableFuture<HttpResponse<InputStream>>> probes =
                new TreeMap<>(Comparator.comparing(PeerAddress::written));
        elsewhere.keySet().forEach(address -> probes.put(address, client.probe(address, peers.application())));
        probes.forEach((address, probe) -> missing.addAll(lacking(address, probe, elsewhere.get(address))));
        missing.sort(Comparator.comparing(Missing::part));
        return missing;
    }

    private List<Missing> lacking(
            PeerAddress address, CompletableFuture<HttpResponse<InputStream>> probe, @Nullable Set<Part> parts) {
        Set<Part> wanted = parts == null ? Set.of() : parts;
        try {
            Set<Part> held = client.probed(address, probe);
            return wanted.stream()
                    .filter(part -> !held.contains(part))
                    .map(part -> new Missing(part, address, Missing.MOVING))
                    .toList();
        } catch (IOException e) {
            return wanted.stream()
                    .map(part -> new Missing(part, address, String.valueOf(e.getMessage())))
                    .toList();
        }
    }
}
