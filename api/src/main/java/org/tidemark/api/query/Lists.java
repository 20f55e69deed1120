package org.tidemark.api.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.SourceProfile;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.engine.store.PublicationStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.series.BatchId;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.wire.Codecs;

/** What there is to ask for: the economies, concepts, sectors, sources and releases that are held, and the closed vocabularies. */
final class Lists {
    static final List<String> PARAMETERS = List.of("economy", Parameters.LIMIT, Parameters.FORMAT);
    static final List<String> OF_SOURCES = List.of("economy", "source", Parameters.LIMIT, Parameters.FORMAT);
    static final List<String> CLOSED = List.of(Parameters.LIMIT, Parameters.FORMAT);
    private static final Set<StorePlace> NOWHERE = Set.of();

    private final Vocabulary words;
    private final Codecs codecs;

    Lists(Vocabulary words, Codecs codecs) {
        this.words = words;
        this.codecs = codecs;
    }

    Question<ListEntry> economies(Parameters p) {
        Catalogue catalogue = words.catalogue();
        return list(
                "economies",
                List.of("economy", "name", "kind"),
                Filters.economies(p, catalogue),
                Set.of(StorePlace.ECONOMIES),
                stores -> wantsMore -> {
                    FigureStore figures = FigureStore.reading(stores, codecs);
                    Economies asked = Filters.economies(p, catalogue);
                    boolean unused = figures.economies().stream()
                            .filter(asked::contains)
                            .allMatch(code -> wantsMore.test(economy(code)));
                });
    }

    private ListEntry economy(String code) {
        Catalogue catalogue = words.catalogue();
        String kind = catalogue.aggregates().containsKey(code) ? "aggregate" : code.length() > 2 ? "part" : "country";
        return ListEntry.of(code, catalogue.economyName(code), kind);
    }

    Question<ListEntry> concepts(Parameters p) {
        return ofCells(
                "concepts",
                List.of("concept", "measure", "title"),
                p,
                cell -> List.of(cell.concept(), cell.measure(), words.titleOf(cell.concept())));
    }

    Question<ListEntry> sectors(Parameters p) {
        return ofCells("sectors", List.of("sector"), p, cell -> List.of(cell.sector()));
    }

    private Question<ListEntry> ofCells(
            String name, List<String> columns, Parameters p, Function<EstimateKey, List<String>> line) {
        Economies asked = Filters.economies(p, words.catalogue());
        return list(name, columns, asked, Set.of(StorePlace.ECONOMIES, StorePlace.PANELS), stores -> wantsMore -> {
            LatestEstimateStore cells = LatestEstimateStore.reading(stores, codecs);
            Distinct distinct = new Distinct();
            asked.<Estimate>each(cells::each, cell -> distinct.add(line.apply(cell.key())));
            distinct.tell(wantsMore);
        });
    }

    Question<ListEntry> sources(Parameters p) {
        return list(
                "sources",
                List.of("source", "title", "complete", "citation", "licence"),
                Economies.ALL,
                Set.of(StorePlace.ECONOMIES),
                stores -> wantsMore -> {
                    SortedSet<String> ids = new TreeSet<>(words.sources());
                    PublicationStore.reading(stores).each((source, publications) -> ids.add(source));
                    boolean unused = ids.stream()
                            .map(id -> source(words.catalogue().source(id)))
                            .allMatch(wantsMore);
                });
    }

    private static ListEntry source(SourceProfile source) {
        return ListEntry.of(
                source.id(), source.title(), Boolean.toString(source.complete()), source.citation(), source.licence());
    }

    Question<ListEntry> releases(Parameters p) {
        Economies asked = Filters.economies(p, words.catalogue());
        String wanted = p.text("source");
        return list(
                "releases",
                List.of("source", "published", "release"),
                asked,
                Set.of(StorePlace.ECONOMIES),
                stores -> wantsMore -> {
                    FigureStore figures = FigureStore.reading(stores, codecs);
                    Distinct distinct = new Distinct();
                    asked.<List<Held>>each((economy, all) -> figures.figuresWhile(economy, all), held -> {
                        held.stream()
                                .map(one -> one.observation().batch())
                                .filter(batch -> Filters.matches(wanted, batch.source()))
                                .forEach(batch -> distinct.add(release(batch)));
                        return true;
                    });
                    distinct.tell(wantsMore);
                });
    }

    private static List<String> release(BatchId batch) {
        Instant published = batch.published();
        return List.of(batch.source(), published.toString(), batch.release());
    }

    Question<ListEntry> measures(Parameters p) {
        return closed(
                "measures",
                List.of("measure"),
                words.measures().stream().map(ListEntry::of).toList());
    }

    Question<ListEntry> rules(Parameters p) {
        return closed(
                "rules",
                List.of(
                        "rule",
                        "title",
                        "measure",
                        "raise",
                        "clear",
                        "releases",
                        "severity",
                        "audience",
                        "false_alarms_per_month"),
                words.catalogue().recipes().alerts().all().stream()
                        .map(Lists::rule)
                        .toList());
    }

    private static ListEntry rule(AlertRule rule) {
        Double falseAlarms = rule.falseAlarmsPerMonth();
        return ListEntry.of(
                rule.id(),
                rule.title(),
                rule.measure(),
                NumberText.published(rule.raise()),
                NumberText.published(rule.clear()),
                Integer.toString(rule.releases()),
                rule.severity().name().toLowerCase(Locale.ROOT),
                rule.audience(),
                falseAlarms == null ? "" : NumberText.published(falseAlarms));
    }

    private static Question<ListEntry> closed(String name, List<String> columns, List<ListEntry> entries) {
        return list(name, columns, Economies.ALL, NOWHERE, stores -> wantsMore -> {
            boolean unused = entries.stream().allMatch(wantsMore);
        });
    }

    private static Question<ListEntry> list(
            String name,
            List<String> columns,
            Economies economies,
            Set<StorePlace> places,
            Function<StoreAccess, Walk<ListEntry>> walk) {
        return new Question<>(
                name,
                economies,
                places,
                walk,
                ListEntry::place,
                out -> ListEntry.csv(columns, out),
                new ListEntry.Json(columns));
    }

    /** Lines without those that were there before, in the order in which answers have them. */
    private static final class Distinct {
        private final SortedSet<ListEntry> lines = new TreeSet<>(Comparator.comparing(ListEntry::place));

        boolean add(List<String> line) {
            boolean unused = lines.add(new ListEntry(line));
            return true;
        }

        void tell(Predicate<ListEntry> wantsMore) {
            boolean unused = lines.stream().allMatch(wantsMore);
        }
    }
}
