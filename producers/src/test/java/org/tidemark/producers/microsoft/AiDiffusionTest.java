package org.tidemark.producers.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.Damage;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceContract;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.Told;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.validate.RejectReason;

class AiDiffusionTest extends SourceContract {
    private static final String COUNTRIES = "country_ai_user_share_2025H1_2026Q1.csv";
    private static final String STATES = "State_Rankings_2026Q1.csv";

    @Override
    protected SourceFormat format() {
        return new AiDiffusion(ShippedCatalogue.with(List.of()));
    }

    @Override
    protected String resources() {
        return "microsoft";
    }

    @Override
    protected Path fixture() {
        return resource("microsoft/" + COUNTRIES);
    }

    @Override
    protected Expected expected() {
        return new Expected(14, Map.of(SkipReason.EMPTY, 1), Map.of(RejectReason.UNKNOWN_ECONOMY, 1));
    }

    /** Any byte is text in Mac Roman, so there is none that is not. */
    @Override
    protected List<Damage> damages() {
        List<Damage> all = new ArrayList<>(Damage.ofTable());
        all.add(Damage.replacing("a share without its sign", "4.75%", "4.75", RejectReason.BAD_NUMBER));
        all.add(Damage.replacing("a word for a share", "4.75%", "some%", RejectReason.BAD_NUMBER));
        return all;
    }

    @Override
    protected List<String> realFiles() {
        return List.of("microsoft-ai-diffusion/" + COUNTRIES, "microsoft-ai-diffusion/" + STATES);
    }

    @Test
    void theHeaderSaysThePeriodsAndTheTableOfNamesTheEconomies() throws IOException {
        assertThat(Told.by(format(), fixture()).figures)
                .extracting(f -> f.figure().toString(), f -> f.value())
                .startsWith(
                        tuple("adoption.people.any_use|NO|TOTAL|MICROSOFT_AIEI|2025-H1", 45.5),
                        tuple("adoption.people.any_use|NO|TOTAL|MICROSOFT_AIEI|2025-H2", 46.5),
                        tuple("adoption.people.any_use|NO|TOTAL|MICROSOFT_AIEI|2026-Q1", 48.5),
                        tuple("adoption.people.any_use|TR|TOTAL|MICROSOFT_AIEI|2025-H1", 13.5))
                .contains(
                        tuple("adoption.people.any_use|CG|TOTAL|MICROSOFT_AIEI|2025-H1", 4.5),
                        tuple("adoption.people.any_use|CD|TOTAL|MICROSOFT_AIEI|2025-H1", 3.5));
    }

    @Test
    void anAccentIsReadInMacRomanAndInUtf8() throws IOException {
        String text = Files.readString(fixture(), Charset.forName("x-MacRoman"));
        Path utf8 = Files.writeString(folder.resolve("utf8.csv"), text, StandardCharsets.UTF_8);
        Path marked = Files.writeString(folder.resolve("marked.csv"), "\ufeff" + text, StandardCharsets.UTF_8);

        assertThat(Told.by(format(), utf8).figures).isEqualTo(Told.by(format(), fixture()).figures);
        assertThat(Told.by(format(), marked).figures).isEqualTo(Told.by(format(), fixture()).figures);
    }

    @Test
    void aNameThatIsNotInTheTableIsRejectedWithTheRemedy() throws IOException {
        assertThat(Told.by(format(), fixture()).rejected)
                .extracting(r -> r.reason(), r -> r.where(), r -> r.detail())
                .containsExactly(
                        tuple(
                                RejectReason.UNKNOWN_ECONOMY,
                                "line 6",
                                "economy 'Atlantis' is in no table of names; write it as ISO 3166 does in English, or add it under 'economies:' in a file, such as 'Timor Leste: TL', and pass --catalogue FILE"));
    }

    @Test
    @DisplayName(
            "B02-microsoft-revised-half-year: Kosovo is an economy, and a name that is not known is added in a file of the user's")
    void aNameCanBeAddedWithoutAFileInsideTheProgram() throws IOException {
        Path file = Files.writeString(
                folder.resolve("AI_Diffusion.csv"), "Economy,H1 2025 AI Diffusion\nKosovo,20.1%\nAtlantis,30.2%\n");
        Catalogue own =
                ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", "economies:\n  Atlantis: PT\n")));

        Told told = Told.by(new AiDiffusion(own), file);

        assertThat(told.rejected).isEmpty();
        assertThat(told.figures)
                .extracting(f -> f.figure().series().economy(), StatedFigure::value)
                .containsExactly(tuple("XK", 20.1), tuple("PT", 30.2));
    }

    @Test
    void statesAreReadForThePeriodInTheirFilesName() throws IOException {
        Told told = Told.by(format(), resource("microsoft/" + STATES));

        assertThat(told.figures)
                .extracting(f -> f.figure().toString(), f -> f.value())
                .containsExactly(
                        tuple("adoption.people.any_use|US-DC|TOTAL|MICROSOFT_AIEI|2026-Q1", 40.5),
                        tuple("adoption.people.any_use|US-UT|TOTAL|MICROSOFT_AIEI|2026-Q1", 35.5));
        assertThat(told.rejectedByReason()).isEqualTo(Map.of(RejectReason.BAD_ID, 1));
        assertThat(told.skipped).isEqualTo(Map.of(SkipReason.EMPTY, 1));
    }

    @Test
    void aTableOfStatesWhoseNameHasNoPeriodIsRefused() throws IOException {
        Path nameless = folder.resolve("states.csv");
        Files.copy(resource("microsoft/" + STATES), nameless);

        assertThatThrownBy(() -> Told.by(format(), nameless))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("states.csv")
                .hasMessageContaining("; call it State_Rankings_2026Q1.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"County_AI_User_Share_2026Q1.csv", "MSA_Ranking_2026Q1.csv"})
    void smallerPlacesAreKnownAndNotCovered(String name) throws IOException {
        Path file = resource("microsoft/" + name);

        Told told = Told.by(format(), file);

        assertThat(format().recognises(new SourceFile(file))).isTrue();
        assertThat(told.cells()).isEqualTo(2);
        assertThat(told.skipped).isEqualTo(Map.of(SkipReason.NOT_COVERED, 2));
    }

    @Test
    void aPeriodInANameDatesNoFile() throws IOException {
        assertThat(format().filed(new SourceFile(fixture()))).isEmpty();
        assertThat(format().filed(new SourceFile(resource("microsoft/" + STATES))))
                .isEmpty();
    }
}
