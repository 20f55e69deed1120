package org.tidemark.producers.load;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.StatedFigure;
import org.tidemark.release.Load;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseEnd;

/** One run: reads all files, decides when each figure became public, and sends everything in the order of history. */
public final class Loader {
    private static final int PROGRESS_EVERY = 1_000;

    private final Catalogue catalogue;
    private final List<SourceFormat> formats;
    private final LoadTarget target;
    private final Clock clock;
    private final LoadProgress progress;
    private final int figuresMax;
    private boolean live;
    private @Nullable Instant notAfter;

    public Loader(
            Catalogue catalogue, List<SourceFormat> formats, LoadTarget target, Clock clock, LoadProgress progress) {
        this(
                catalogue,
                formats,
                target,
                clock,
                progress,
                FileReader.figuresWithin(Runtime.getRuntime().maxMemory()));
    }

    Loader(
            Catalogue catalogue,
            List<SourceFormat> formats,
            LoadTarget target,
            Clock clock,
            LoadProgress progress,
            int figuresMax) {
        this.catalogue = catalogue;
        this.formats = List.copyOf(formats);
        this.target = target;
        this.clock = clock;
        this.progress = progress;
        this.figuresMax = figuresMax;
    }

    /**
     * Makes it ask the clock, where figures are believed as they come and not history played: what is published after it
     * is refused, and an undated file was public when it was received.
     */
    public Loader live() {
        live = true;
        return this;
    }

    /**
     * Makes it refuse what claims to have been published after an instant (null: nothing), and more than the catalogue's tolerance: history
     * that is played is over. What only a usual lag dates claims nothing.
     */
    public Loader notAfter(@Nullable Instant clock) {
        notAfter = clock;
        return this;
    }

    /** Loads the inputs; a file that cannot be loaded is a line of the report and does not hold up the others. */
    public LoadReport run(Inputs inputs, LoadSettings settings) throws IOException {
        PastLoads past = target.pastLoads();
        FileReader intake = new FileReader(catalogue, formats, target::reject, figuresMax);
        FileRun reading = new FileRun(formats, intake, hash -> settings.skipLoaded() && past.isWhole(hash));
        reading.readAll(inputs, progress);
        Instant received = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        InOrder contents = InOrder.of(reading.contents(), catalogue);
        PublicationDates.Past before = before(contents, past);
        FutureClaims claims = live ? FutureClaims.live(catalogue, received) : FutureClaims.played(catalogue, notAfter);
        PublicationDates dating = new PublicationDates(
                catalogue, settings.asFiled(), live ? received : null, claims, before, target::reject);
        LoadPlan plan = new LoadPlan(catalogue, settings, dating, past, before);
        contents.files().forEach(plan::add);
        plan.place();
        send(plan, received);
        return new LoadReport(
                plan.loads().stream().map(Load::close).toList(),
                reading.unknown(),
                reading.failures(),
                plan.leftOut(),
                plan.copied(),
                Stream.of(reading.remarks(), dating.remarks(), plan.lost())
                        .flatMap(List::stream)
                        .toList());
    }

    private PublicationDates.Past before(InOrder contents, PastLoads past) {
        Set<String> doubtful = Doubts.in(contents.files(), past.noted());
        Set<String> asked = contents.files().stream()
                .flatMap(c -> c.bySource().keySet().stream())
                .filter(s -> catalogue.source(s).onlyChanges() || doubtful.contains(s))
                .collect(Collectors.toCollection(TreeSet::new));
        PastFigures said = asked.isEmpty() ? new PastFigures() : target.pastFigures(asked);
        Deliveries deliveries = contents.deliveries();
        deliveries.noted(past.noted(), said, catalogue);
        return new PublicationDates.Past(deliveries, said, doubtful);
    }

    private void send(LoadPlan plan, Instant received) {
        List<Load> loads = plan.notes();
        loads.forEach(target::note);
        // Only then is a load that dies half-way known to have begun.
        target.flush();
        sendShipments(plan.shipments(), received);
        target.flush();
        loads.forEach(load -> target.note(load.close()));
        target.flush();
    }

    private void sendShipments(List<ReleaseBatch> shipments, Instant receivedAt) {
        long figures = shipments.stream().mapToLong(ReleaseBatch::size).sum();
        long sent = 0;
        for (int i = 0; i < shipments.size(); i++) {
            ReleaseBatch shipment = shipments.get(i);
            sent = sendFigures(shipment, receivedAt, sent, figures);
            boolean more = i + 1 < shipments.size() && shipments.get(i + 1).isOfTheInstantOf(shipment);
            target.send(
                    new ReleaseEnd(shipment.economy(), shipment.batch(), shipment.size(), shipment.isComplete(), more));
            progress.sending(sent, figures);
            boolean last = i + 1 == shipments.size();
            Instant published = shipment.batch().published();
            if (last || !shipments.get(i + 1).batch().published().equals(published)) {
                target.closed(published, last);
            }
        }
        progress.sending(figures, figures);
    }

    private long sendFigures(ReleaseBatch shipment, Instant receivedAt, long sentBefore, long figures) {
        long sent = sentBefore;
        for (int ordinal = 0; ordinal < shipment.size(); ordinal++) {
            target.send(observation(shipment, ordinal, receivedAt));
            if (++sent % PROGRESS_EVERY == 0) {
                progress.sending(sent, figures);
            }
        }
        return sent;
    }

    private static Observation observation(ReleaseBatch shipment, int ordinal, Instant receivedAt) {
        StatedFigure stated = shipment.figure(ordinal);
        return new Observation(
                stated.figure(),
                stated.value(),
                stated.standardError(),
                stated.unit(),
                shipment.basis(ordinal),
                stated.status(),
                shipment.batch(),
                ordinal,
                receivedAt,
                stated.note(),
                shipment.place(ordinal));
    }
}
