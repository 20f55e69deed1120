package org.tidemark.producers.plaincsv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.Told;

/** A column that is nearly one of those that may be absent is told; the figures are read without it. */
class NearColumnsTest {
    @TempDir
    private Path folder = Path.of("");

    private List<String> remarks(String more) throws IOException {
        Path file = Files.writeString(
                folder.resolve("f.csv"),
                """
                indicator,economy,sector,period,value,unit,published,source,%s
                adoption.firms.any_use,CH,TOTAL,2025,23.4,percent,2025-11-20,BFS%s
                """
                        .formatted(more, ",0.5".repeat(more.split(",", -1).length)));
        Told told = Told.by(new PlainCsv(ShippedCatalogue.with(List.of())), file);
        assertThat(told.rejected).isEmpty();
        assertThat(told.figures).hasSize(1);
        return told.remarks;
    }

    @ParameterizedTest
    @CsvSource({
        "std_error, standard_error",
        "standard error, standard_error",
        "Standard-Error, standard_error",
        "StandardError, standard_error",
        "standrad_error, standard_error",
        "se, standard_error",
        "SE, standard_error",
        "s.e., standard_error",
        "StdErr, standard_error",
        "releases, release",
        "vintage, release",
        "obs_status, status",
        "notes, note",
        "Comment, note"
    })
    void theRightNameIsTold(String written, String meant) throws IOException {
        assertThat(remarks(written))
                .singleElement()
                .asString()
                .endsWith("name it '%s' and load the file again".formatted(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "id", "country_name", "url", "decided_by", "title"})
    void anyOtherColumnIsIgnoredWithoutAWord(String written) throws IOException {
        assertThat(remarks(written)).isEmpty();
    }

    @Test
    void whereTheColumnIsThereNothingElseIsMeant() throws IOException {
        assertThat(remarks("se,standard_error")).isEmpty();
        assertThat(remarks("se,vintage")).hasSize(2);
    }
}
