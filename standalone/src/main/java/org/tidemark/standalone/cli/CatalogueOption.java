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
import org.tidemark.producers.UnreadableFileException;
import picocli.CommandLine.Option;

/** The catalogue of a run: the shipped one, with the user's laid over it. */
final class CatalogueOption {
    private static final long BYTES_MAX = 16L * 1024 * 1024;

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "Catalogue of your own (YAML), laid over the shipped one; may be given several times.")
    private List<Path> files = new ArrayList<>();

    Catalogue load() throws IOException {
        List<CatalogueYaml.Text> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(new CatalogueYaml.Text(file.toString(), text(file)));
        }
        return ShippedCatalogue.with(texts);
    }

    private static String text(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new UnreadableFileException("catalogue %s does not exist; check --catalogue".formatted(file));
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UnreadableFileException("catalogue %s is no readable file; check --catalogue".formatted(file));
        }
        if (Files.size(file) > BYTES_MAX) {
            throw new UnreadableFileException(
                    "catalogue %s is over %d MiB; that is no catalogue".formatted(file, BYTES_MAX >> 20));
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException("catalogue %s is not UTF-8; save it as UTF-8".formatted(file));
        }
    }
}
