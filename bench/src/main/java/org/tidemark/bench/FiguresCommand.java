package org.tidemark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes made figures of many economies, to look at a page that is full. */
@Command(
        name = "figures",
        mixinStandardHelpOptions = true,
        description = "Writes made figures of many economies, a logistic curve each, that 'tidemark up --data' loads.")
final class FiguresCommand implements Callable<Integer> {
    private static final List<String> CODES = List.of(Locale.getISOCountries());
    private static final int FIRST_YEAR = 2021;
    private static final int LAST_YEAR = 2025;
    private static final double FIRST_LOGIT = -4;
    private static final double LOGITS_APART = 0.02;
    private static final double LOGITS_A_YEAR = 0.4;

    @Option(names = "--economies", defaultValue = "150", description = "How many; default ${DEFAULT-VALUE}.")
    private int economies = 150;

    @Parameters(paramLabel = "FILE", description = "The CSV to write.")
    private Path file = Path.of("figures.csv");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (economies < 1 || economies > CODES.size()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                    "--economies %d: ISO 3166 has 1 to %d".formatted(economies, CODES.size()));
        }
        List<String> lines = new ArrayList<>();
        lines.add("indicator,economy,sector,period,value,unit,published,source");
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            for (int i = 0; i < economies; i++) {
                double logit = FIRST_LOGIT + LOGITS_APART * i + LOGITS_A_YEAR * (year - FIRST_YEAR);
                lines.add("adoption.firms.any_use,%s,TOTAL,%d,%s,percent,%d-01-31,MADE"
                        .formatted(CODES.get(i), year, share(logit), year + 1));
            }
        }
        Files.write(file, lines);
        return 0;
    }

    private static String share(double logit) {
        return String.format(Locale.ROOT, "%.2f", 100 / (1 + StrictMath.exp(-logit)));
    }
}
