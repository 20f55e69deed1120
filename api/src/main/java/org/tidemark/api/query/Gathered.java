package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tidemark.api.peer.Missing;
import org.tidemark.api.peer.PeerClient;
import org.tidemark.api.peer.RemoteRows;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.streams.peer.Holder;
import org.tidemark.streams.peer.PeerAddress;
import org.tidemark.streams.peer.Peers;
import org.tidemark.streams.state.Part;
import org.tidemark.streams.state.StoresUnavailableException;

/**
 * All parts of an answer: those that are here, the rows of other monitors, and what nobody could give.
 *
 * @param here the parts whose rows are still to be read, here
 */
record Gathered(Collection<Part> here, List<RemoteRows> remote, List<Missing> missing) implements AutoCloseable {
    /** Far more monitors than share the work of one application. */
    private static final int MONITORS_MAX = 64;

    /** Says in an open object what nobody could give. */
    static void write(List<Missing> all, JsonGenerator json) throws IOException {
        json.writeBooleanField("partial", true);
        json.writeArrayFieldStart("missing");
        for (Missing missing : all) {
            PeerAddress monitor = missing.monitor();
            json.writeStartObject();
            json.writeStringField("part", missing.part().written());
            json.writeStringField("monitor", monitor == null ? null : monitor.written());
            json.writeStringField("why", missing.why());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** How an application is asked. */
    record Asker(Peers peers, PeerClient client) {
        /**
         * Asks everybody who has a part of the answer.
         *
         * @param path as other monitors are asked: the list and its query
         * @throws StoresUnavailableException when there is no part of it
         */
        Gathered gather(Question<?> question, String path, AnswerFormat format) {
            List<Holder> holders = needed(question);
            List<Missing> missing = new ArrayList<>();
            Collection<Part> here = new TreeSet<>();
            Map<PeerAddress, List<Part>> elsewhere = new TreeMap<>(Comparator.comparing(PeerAddress::written));
            for (Holder holder : holders) {
                sort(holder, here, elsewhere, missing);
            }
            List<RemoteRows> remote = ask(elsewhere, path, format, missing);
            if ((here.isEmpty() && remote.isEmpty()) || isWithoutItsOwn(question, holders, missing)) {
                throw new StoresUnavailableException(nothing(question, missing), null);
            }
            missing.sort(Comparator.comparing(Missing::part));
            return new Gathered(here, remote, missing);
        }

        /** What crosses economies is no answer about one of which all else is missing. */
        private static boolean isWithoutItsOwn(Question<?> question, List<Holder> holders, List<Missing> missing) {
            List<Part> own = holders.stream()
                    .map(Holder::part)
                    .filter(part -> part.place() == StorePlace.ECONOMIES)
                    .toList();
            return !question.economies().areAll()
                    && !own.isEmpty()
                    && missing.stream().map(Missing::part).toList().containsAll(own);
        }

        private List<Holder> needed(Question<?> question) {
            Economies economies = question.economies();
            List<Holder> all = peers.holders();
            Set<Integer> partitions =
                    economies.codes().stream().map(peers::partitionOf).collect(Collectors.toSet());
            return all.stream()
                    .filter(holder -> question.places().contains(holder.part().place()))
                    .filter(holder -> economies.areAll()
                            // Projections of every economy are there.
                            || holder.part().place() == StorePlace.PANELS
                            || partitions.contains(holder.part().partition()))
                    .toList();
        }

        private void sort(
                Holder holder, Collection<Part> here, Map<PeerAddress, List<Part>> elsewhere, List<Missing> missing) {
            PeerAddress address = holder.address();
            if (holder.here() && peers.isReadable(holder.part())) {
                here.add(holder.part());
            } else if (address == null || (elsewhere.size() >= MONITORS_MAX && !elsewhere.containsKey(address))) {
                missing.add(Missing.of(holder));
            } else {
                elsewhere.computeIfAbsent(address, a -> new ArrayList<>()).add(holder.part());
            }
        }

        private List<RemoteRows> ask(
                Map<PeerAddress, List<Part>> elsewhere, String path, AnswerFormat format, List<Missing> missing) {
            if (elsewhere.isEmpty()) {
                return List.of();
            }
            String application = peers.application();
            List<PeerClient.Hop> hops = elsewhere.entrySet().stream()
                    .map(e -> client.ask(
                            e.getKey(), e.getValue(), path, format.rows().written(), application))
                    .toList();
            List<RemoteRows> remote = new ArrayList<>();
            for (PeerClient.Hop hop : hops) {
                try {
                    RemoteRows rows = client.rows(hop);
                    remote.add(rows);
                    hop.parts().stream()
                            .filter(part -> !rows.parts().contains(part))
                            .forEach(part -> missing.add(new Missing(part, hop.to(), Missing.MOVING)));
                } catch (IOException e) {
                    String why = String.valueOf(e.getMessage());
                    hop.parts().forEach(part -> missing.add(new Missing(part, hop.to(), why)));
                }
            }
            return remote;
        }

        private static String nothing(Question<?> question, List<Missing> missing) {
            String about = question.economies().areAll()
                    ? ""
                    : "economy %s: "
                            .formatted(String.join(", ", question.economies().codes()));
            return about + Gathered.written(missing) + "; ask again in some seconds";
        }
    }

    /** What is missing, in one line. */
    static String written(List<Missing> missing) {
        return missing.stream().map(Missing::written).collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        remote.forEach(RemoteRows::close);
    }
}
