package org.tidemark.api.query;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.SourceProfile;
import org.tidemark.engine.compose.Estimators;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.figures.Estimator;
import org.tidemark.projection.ProjectionPool;

/** The words that are known before anything is loaded. What is loaded may add concepts, sectors and sources. */
final class Vocabulary {
    private final Catalogue catalogue;
    private final NavigableSet<String> measures = new TreeSet<>();
    private final NavigableSet<String> concepts = new TreeSet<>();

    Vocabulary(Catalogue catalogue) {
        this.catalogue = catalogue;
        measures.add(PenetrationReport.MEASURE);
        measures.add(ProjectionPool.MEASURE);
        Stream.of(Estimators.of(catalogue), Estimators.ofPanels(catalogue))
                .flatMap(List::stream)
                .map(Estimator::measures)
                .forEach(measures::addAll);
        catalogue.indicators().stream()
                .map(Indicator::concept)
                .filter(concept -> !concept.isEmpty())
                .forEach(concepts::add);
        concepts.addAll(catalogue.recipes().gaps().keySet());
        concepts.addAll(catalogue.recipes().measures().recipes().keySet());
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** All of them: only a program makes a new one. */
    NavigableSet<String> measures() {
        return Collections.unmodifiableNavigableSet(measures);
    }

    NavigableSet<String> concepts() {
        return Collections.unmodifiableNavigableSet(concepts);
    }

    List<String> sources() {
        return catalogue.sources().stream().map(SourceProfile::id).toList();
    }

    List<String> indicators() {
        return catalogue.indicators().stream().map(Indicator::id).toList();
    }

    /** What a concept counts, for people; empty where the catalogue does not say. */
    String titleOf(String concept) {
        return Stream.of(
                        catalogue.indicators().stream()
                                .filter(i -> i.concept().equals(concept))
                                .map(Indicator::title),
                        Stream.ofNullable(catalogue.recipes().gaps().get(concept))
                                .map(recipe -> recipe.title()),
                        Stream.ofNullable(
                                        catalogue.recipes().measures().recipes().get(concept))
                                .map(recipe -> recipe.title()))
                .flatMap(titles -> titles)
                .findFirst()
                .orElse("");
    }
}
