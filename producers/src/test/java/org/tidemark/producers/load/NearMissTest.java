package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;

/** A file that cannot be read is told what it nearly is, and the one thing to change. */
class NearMissTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "indicator,economy,sector,period,value,unit,source | has the columns of plain-csv but for 'published'; add it",
                "indicator;economy;sector;period;value;unit;publishd;source | has the columns of plain-csv but for 'published'; call 'publishd' 'published'",
                "date,jobcountry,AI_share_posting | has the columns of indeed-ai-postings but for 'AI_share_postings'; call 'AI_share_posting' 'AI_share_postings'",
                "date,jobcountry,AI_share_postings,state | has the columns of indeed-ai-postings and others that it does not know, such as 'state'; take them out",
                "date,jobcountry,variable,indeed_job_postings_idx_SA | has the columns of indeed-postings-index but for 'indeed_job_postings_index_SA'; call",
                "Economy,H1-2026 diffusion of AI | names a period of microsoft-ai-diffusion as 'H1-2026 diffusion of AI'; call the column 'H1 2025 AI Diffusion'",
                "DATE,INDPRO,CUMFNS,RETAILx,UNRATE,PAYEMS | has 5 columns of fred-md, but its first is 'DATE'; call that 'sasdate'",
                "AREA_TYPE,I_GROUP,OCC_CODE,O_GROUP,EMPLOYMENT,EMP_PRSE | has the columns of bls-oews but for 'TOT_EMP'; add it",
                "REF_AREA,TIME_PERIOD,OBS_VALUE | has the columns of sdmx-csv but for the first, DATAFLOW; ask for SDMX-CSV",
                "DATAFLOW,REF_AREA,TIME_PERIOD | has the columns of sdmx-csv but for OBS_VALUE; ask for SDMX-CSV",
            })
    @DisplayName("A01-semicolons-tabs-case: what is in no known format is told what it nearly is")
    void whatIsNearlyKnownIsNamed(String header, String said) throws IOException {
        assertThat(failure((header + "\n1,2,3\n").getBytes(StandardCharsets.UTF_8)))
                .contains(" is in no known format, but " + said)
                .contains("; ");
    }

    @Test
    @DisplayName("A14-sdmx-label-without-blank: for KEY a line says what SDMX-CSV to ask for")
    void forKeyALineSaysWhatToAskFor() throws IOException {
        String header = "KEY,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";
        assertThat(failure(header.getBytes(StandardCharsets.UTF_8)))
                .contains("is SDMX by series (KEY, ...)")
                .contains("ask for SDMX-CSV (Accept: application/vnd.sdmx.data+csv;version=1.0.0)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7                | is a PDF; give the table as CSV",
                "<!DOCTYPE html><html>   | is a web page; download",
                "<?xml version=\"1.0\"?>  | is XML; of SDMX ask for SDMX-CSV",
                "{\"dataSets\": []}       | is JSON; of SDMX ask for SDMX-CSV",
            })
    void whatIsNoTableIsNamedByItsKind(String content, String said) throws IOException {
        assertThat(failure(content.getBytes(StandardCharsets.UTF_8))).contains(said);
    }

    @Test
    void aCompressedTableIsToBeUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("indicator,economy\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(failure(packed.toByteArray())).contains("is compressed by gzip; unpack it first");
        assertThat(failure("indicator".getBytes(java.nio.charset.Charset.forName("UTF-32LE"))))
                .doesNotContain("\n");
    }

    @Test
    void whatIsLikeNothingIsToldHowItCanBeRead() throws IOException {
        assertThat(failure("Date,Open,High\n2024-01-01,1,2\n".getBytes(StandardCharsets.UTF_8)))
                .endsWith(
                        " is in no known format; say what its columns 'Date,Open,High' mean under 'files:' in a file and"
                                + " pass --catalogue FILE");
        assertThat(failure("Once upon a time, there was\n".getBytes(StandardCharsets.UTF_8)))
                .endsWith(" is in no known format; write its figures under the columns"
                        + " indicator,economy,sector,period,value,unit,published,source");
    }

    @Test
    @DisplayName("A01-semicolons-tabs-case: how a file was read otherwise than written is a line of the report")
    void howAFileWasReadIsALineOfTheReport() throws IOException {
        String text =
                """
                indicator;economy;sector;period;value;unit;published;source
                adoption.firms.any_use;AT;TOTAL;2025;23,5;percent;2026-01-15;TESTA
                """;
        LoadReport report = load(text.getBytes(StandardCharsets.UTF_8));

        assertThat(report.failures()).isEmpty();
        assertThat(report.sent()).isEqualTo(1);
        assertThat(report.remarks()).containsExactly(folder.resolve("f.csv") + ": decimal comma read: 1 of 1 numbers");
    }

    private String failure(byte[] bytes) throws IOException {
        List<String> failures = load(bytes).failures();
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    private LoadReport load(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("f.csv"), bytes);
        return new Loader(
                        CATALOGUE,
                        Formats.all(CATALOGUE),
                        new RecordingTarget(),
                        Clock.systemUTC(),
                        LoadProgress.SILENT)
                .run(Inputs.of(List.of(file)), LoadSettings.ALL);
    }
}
