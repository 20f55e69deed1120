package org.tidemark.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.standalone.report.ShownEstimates;
import org.tidemark.standalone.report.ShownPaths;
import org.tidemark.standalone.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what is known of an economy, from a running system or from a data directory that none has open. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Shows what is known of an economy: asks the system that runs on this machine, or with --data-dir what one has left.")
final class ShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ECONOMY", description = "Code or name; several with commas between them: US,Germany.")
    private String economy = "";

    @Option(names = "--as-of", paramLabel = "DATE", description = "As it was known then: 2025, 2025-03 or 2025-03-31.")
    private @Nullable String asOf;

    @Option(names = "--measure", paramLabel = "NAME", description = "Only this, such as penetration.")
    private @Nullable String measure;

    @Option(
            names = "--smoothed",
            description =
                    "The level in the period of each figure, from the figures before and after it: no word of that time.")
    private boolean smoothed;

    @Option(names = "--json", description = "Print what the query API answers.")
    private boolean json;

    @Option(names = "--ids", description = "The ids that files and the query API have, instead of names.")
    private boolean ids;

    @Mixin
    private AskedOption asked = new AskedOption();

    @Mixin
    private CatalogueOption catalogueOption = new CatalogueOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Catalogue catalogue = catalogueOption.load();
        if (smoothed && measure != null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                    "--smoothed is of penetration alone; leave --measure out");
        }
        print(catalogue, asked.answer(catalogue, (smoothed ? "smoothed?" : "estimates?") + query()));
        return 0;
    }

    private String query() {
        StringBuilder query = new StringBuilder("sector=TOTAL&limit=100000&economy=").append(encoded(economy));
        if (asOf != null) {
            query.append("&as_of=").append(encoded(asOf));
        }
        if (measure != null) {
            query.append("&measure=").append(encoded(measure));
        }
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void print(Catalogue catalogue, String answer) throws IOException {
        PrintWriter out =
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        JsonNode root = mapper.readTree(answer);
        if (smoothed && !json) {
            new ShownPaths(new Words(catalogue, ids)).lines(root).forEach(out::println);
        } else if (json) {
            out.println(mapper.writeValueAsString(root));
        } else {
            new ShownEstimates(new Words(catalogue, ids), measure != null)
                    .lines(root)
                    .forEach(out::println);
        }
        out.flush();
    }
}
