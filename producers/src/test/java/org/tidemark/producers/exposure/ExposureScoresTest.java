package org.tidemark.producers.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.producers.Damage;
import org.tidemark.producers.RealData;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceContract;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.Told;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.validate.RejectReason;

class ExposureScoresTest {
    @TempDir
    private Path folder = Path.of("");

    abstract static class Contract extends SourceContract {
        @Override
        protected SourceFormat format() {
            return new ExposureScores();
        }

        @Override
        protected String resources() {
            return "exposure/scores";
        }

        protected static List<Damage> andThatOfAnyTable(Damage... own) {
            List<Damage> all = new ArrayList<>(Damage.ofUtf8Table());
            all.addAll(List.of(own));
            return all;
        }
    }

    @Nested
    class ByOccupation extends Contract {
        @Override
        protected Path fixture() {
            return resource("exposure/scores/aioe_appendix_a.csv");
        }

        @Override
        protected Expected expected() {
            return new Expected(3, Map.of(SkipReason.EMPTY, 1), Map.of());
        }

        @Override
        protected List<Damage> damages() {
            return andThatOfAnyTable(
                    Damage.replacing("a comma for the point", "-1.25", "\"-1,25\"", RejectReason.BAD_NUMBER),
                    Damage.replacing("a code as a date", "11-1011", "Nov-11", RejectReason.BAD_ID),
                    Damage.replacing("no code", "11-1011", "", RejectReason.MISSING_FIELD));
        }

        @Override
        protected List<String> realFiles() {
            return List.of("ai-exposure/aioe_appendix_a.csv");
        }

        @Test
        void aScoreIsOfItsOccupation() throws IOException {
            assertThat(Told.by(format(), fixture()).figures)
                    .extracting(f -> f.figure() + " = " + f.value())
                    .startsWith("exposure.score.aioe|US|SOC:11-1011|FELTEN_RAJ_SEAMANS|2021 = 1.5");
        }
    }

    @Nested
    class ByIndustry extends Contract {
        @Override
        protected Path fixture() {
            return resource("exposure/scores/aioe_appendix_b.csv");
        }

        @Override
        protected Expected expected() {
            return new Expected(3, Map.of(SkipReason.NOT_COVERED, 2), Map.of());
        }

        @Override
        protected List<Damage> damages() {
            return andThatOfAnyTable(
                    Damage.replacing("a formula", "-1.36", "=1+1", RejectReason.BAD_NUMBER),
                    Damage.replacing("a sector", "1133", "11-13", RejectReason.BAD_ID));
        }

        @Override
        protected List<String> realFiles() {
            return List.of("ai-exposure/aioe_appendix_b.csv");
        }

        @Test
        void rowsThatAreOnlyPartOfAGroupDoNotPassForIt() throws IOException {
            assertThat(Told.by(format(), fixture()).figures)
                    .extracting(f -> f.figure().series().sector())
                    .containsExactly("NAICS:1133", "NAICS:3270", "NAICS:9993");
        }
    }

    @Test
    void thePublishersTablesHaveNoCodeTwice() throws IOException {
        Told occupations = Told.by(new ExposureScores(), RealData.at("ai-exposure/aioe_appendix_a.csv"));
        Told industries = Told.by(new ExposureScores(), RealData.at("ai-exposure/aioe_appendix_b.csv"));

        assertThat(occupations.figures).hasSize(774);
        assertThat(industries.figures).hasSize(236);
        assertThat(industries.skipped).isEqualTo(Map.of(SkipReason.NOT_COVERED, 14));
        assertThat(industries.figures.stream().map(f -> f.figure()).collect(Collectors.toSet()))
                .hasSameSizeAs(industries.figures);
        assertThat(occupations.rejected).isEmpty();
        assertThat(industries.rejected).isEmpty();
    }

    @Test
    void aTableOfNeitherKindIsNotReadAsOne() throws IOException {
        Path file = Files.writeString(folder.resolve("scores.csv"), "SOC Code,AIOE\n11-1011,1\n");

        assertThat(new ExposureScores().recognises(new org.tidemark.producers.SourceFile(file)))
                .isFalse();
        assertThatThrownBy(() -> Told.by(new ExposureScores(), file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("Occupation Title");
    }
}
