package org.tidemark.producers.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tidemark.producers.Damage;
import org.tidemark.producers.RealData;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceContract;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.Told;
import org.tidemark.validate.RejectReason;

class TaskExposureTest extends SourceContract {
    @Override
    protected SourceFormat format() {
        return new TaskExposure();
    }

    @Override
    protected String resources() {
        return "exposure/gpts";
    }

    @Override
    protected Path fixture() {
        return resource("exposure/gpts/gpts_are_gpts_occ_level.csv");
    }

    @Override
    protected Expected expected() {
        return new Expected(7, Map.of(SkipReason.EMPTY, 1), Map.of());
    }

    @Override
    protected List<Damage> damages() {
        List<Damage> all = new ArrayList<>(Damage.ofUtf8Table());
        all.add(Damage.replacing("a word for a rating", "0.46", "high", RejectReason.BAD_NUMBER));
        all.add(Damage.replacing("percent for a share", "0.75,1.0", "75,1.0", RejectReason.OUT_OF_RANGE));
        all.add(Damage.replacing("an SOC code", "15-1252.00", "15-1252", RejectReason.BAD_ID)
                .costing(2));
        all.add(Damage.replacing("no code", "15-1252.00", "", RejectReason.MISSING_FIELD)
                .costing(2));
        return all;
    }

    @Override
    protected List<String> realFiles() {
        return List.of("ai-exposure/gpts_are_gpts_occ_level.csv");
    }

    private static Map<String, Double> values(Told told) {
        return told.figures.stream()
                .collect(Collectors.toMap(
                        f -> f.figure().series().indicator() + " "
                                + f.figure().series().sector(),
                        f -> Objects.requireNonNull(f.value())));
    }

    @Test
    void aFigureIsTheMeanOverTheOnetOccupationsOfItsCode() throws IOException {
        Told told = Told.by(format(), fixture());

        assertThat(values(told).get("exposure.tasks.gpt_beta SOC:11-1011")).isCloseTo(50, within(1e-12));
        assertThat(values(told).get("exposure.tasks.human_beta SOC:11-1011")).isCloseTo(40, within(1e-12));
        assertThat(told.figures.get(0).figure()).hasToString("exposure.tasks.gpt_beta|US|SOC:11-1011|OPENAI_GPTS|2023");
    }

    @Test
    void aCodeWithOneRatingThatIsNoneHasNoMean() throws IOException {
        String spoilt = Files.readString(fixture()).replace("0.54", "x");

        Told told = Told.by(format(), Files.writeString(folder.resolve("gpts.csv"), spoilt));

        assertThat(values(told))
                .doesNotContainKey("exposure.tasks.gpt_beta SOC:11-1011")
                .hasSize(6);
    }

    @Test
    void moreCodesThanAnyClassificationHasAreNotHeld() throws IOException {
        StringBuilder rows = new StringBuilder(
                Files.readString(fixture()).lines().findFirst().orElseThrow());
        for (int i = 0; i < 5_001; i++) {
            rows.append("\n99-%04d.00,x,0,0.5,0,0,0.5,0".formatted(i));
        }

        Told told = Told.by(format(), Files.writeString(folder.resolve("gpts.csv"), rows));

        assertThat(told.figures).hasSize(10_000);
        assertThat(told.rejectedByReason()).isEqualTo(Map.of(RejectReason.TOO_LONG, 2));
    }

    @Test
    void ofThePublishersOccupationsEachCodeHasBothRatings() throws IOException {
        Told told = Told.by(format(), RealData.at("ai-exposure/gpts_are_gpts_occ_level.csv"));

        assertThat(told.figures).hasSize(2 * 798);
        assertThat(told.skipped).isEmpty();
        assertThat(told.rejected).isEmpty();
        assertThat(told.figures).allSatisfy(f -> assertThat(f.value()).isBetween(0.0, 100.0));
    }
}
