package org.tidemark.standalone.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.measure.MeasureEstimator;
import org.tidemark.producers.UnreadableFileException;
import picocli.CommandLine.Option;

/** The catalogue of a run, alert rules with it: the shipped one, with the user's laid over it. */
final class CatalogueOption {
    private static final long BYTES_MAX = 16L * 1024 * 1024;

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "Catalogue of your own (YAML), laid over the shipped one; may be given several times.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "Alert rules of your own (YAML, under 'rules'), laid over the shipped ones; several times.")
    private List<Path> rules = new ArrayList<>();

    Catalogue load() throws IOException {
        List<CatalogueYaml.Text> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(new CatalogueYaml.Text(file.toString(), text(file, "catalogue", "--catalogue")));
        }
        for (Path file : rules) {
            texts.add(CatalogueYaml.Text.ofRules(file.toString(), text(file, "rules", "--rules")));
        }
        Catalogue catalogue = ShippedCatalogue.with(texts);
        if (!files.isEmpty()) {
            requireMeasures(catalogue);
        }
        return catalogue;
    }

    /** Recipes are only brought into order where they are asked: a wrong one is refused before anything starts. */
    private static void requireMeasures(Catalogue catalogue) {
        List<MeasureEstimator> unusedOfEconomies = MeasureEstimator.ofEconomies(catalogue);
        List<MeasureEstimator> unusedOfPanels = MeasureEstimator.ofPanels(catalogue);
    }

    private static String text(Path file, String what, String option) throws IOException {
        if (!Files.exists(file)) {
            throw new UnreadableFileException("%s %s does not exist; check %s".formatted(what, file, option));
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UnreadableFileException("%s %s is no readable file; check %s".formatted(what, file, option));
        }
        if (Files.size(file) > BYTES_MAX) {
            throw new UnreadableFileException(
                    "%s %s is over %d MiB; check %s".formatted(what, file, BYTES_MAX >> 20, option));
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException("%s %s is not UTF-8; save it as UTF-8".formatted(what, file));
        }
    }
}
