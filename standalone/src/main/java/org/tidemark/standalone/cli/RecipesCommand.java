package org.tidemark.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.standalone.report.ShownRecipes;
import org.tidemark.standalone.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the mechanisms that the monitor is asked to cover, each with its number or with what it waits for. */
@Command(
        name = "recipes",
        mixinStandardHelpOptions = true,
        description =
                "Lists every mechanism with its recipe, what that reads, and its number or what it waits for: asks the system that runs on this machine, or with --data-dir what one has left.")
final class RecipesCommand implements Callable<Integer> {
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
        print(catalogue, asked.answer(catalogue, "recipes"));
        return 0;
    }

    private void print(Catalogue catalogue, String answer) throws IOException {
        PrintWriter out =
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        JsonNode root = mapper.readTree(answer);
        if (json) {
            out.println(mapper.writeValueAsString(root));
        } else {
            new ShownRecipes(new Words(catalogue, ids)).lines(root).forEach(out::println);
        }
        out.flush();
    }
}
