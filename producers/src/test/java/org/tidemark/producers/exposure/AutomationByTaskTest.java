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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.producers.Damage;
import org.tidemark.producers.RealData;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceContract;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.Told;
import org.tidemark.validate.RejectReason;

class AutomationByTaskTest extends SourceContract {
    @Override
    protected SourceFormat format() {
        return new AutomationByTask();
    }

    @Override
    protected String resources() {
        return "exposure/tasks";
    }

    @Override
    protected Path fixture() {
        return resource("exposure/tasks/automation_vs_augmentation_by_task.csv");
    }

    @Override
    protected Expected expected() {
        return new Expected(1, Map.of(SkipReason.SUPPRESSED, 1), Map.of());
    }

    /** All rows make one figure, so any row that is none costs it. */
    @Override
    protected List<Damage> damages() {
        List<Damage> all = new ArrayList<>();
        Damage.ofUtf8Table().forEach(damage -> all.add(damage.costing(1)));
        all.add(Damage.replacing("a word for a share", "0.375", "some", RejectReason.BAD_NUMBER));
        all.add(Damage.replacing("no share", "0.375", "", RejectReason.BAD_NUMBER));
        all.add(Damage.replacing("percent for a share", "0.375", "37.5", RejectReason.OUT_OF_RANGE));
        return all;
    }

    @Override
    protected List<String> realFiles() {
        return List.of("ai-exposure/aei_automation_vs_augmentation_by_task_v1.csv");
    }

    @Test
    void theShareIsOfAllThatIsNotFiltered() throws IOException {
        Told told = Told.by(format(), fixture());

        assertThat(told.figures.get(0).figure())
                .hasToString("labour.use.automation_share.by_task|WORLD|TOTAL|ANTHROPIC_AEI|2025-02-24/2025-03-26");
        // (0.375 + 0.375 + 0.5) of (0.75 + 1 + 0.75)
        assertThat(told.figures.get(0).value()).isEqualTo(50.0);
    }

    @Test
    void theOrderOfTheColumnsDoesNotMatter() throws IOException {
        Path file = Files.writeString(
                folder.resolve("by_task.csv"),
                "filtered,validation,learning,task_iteration,directive,feedback_loop,task_name\n0.5,0,0.25,0,0,0.25,x\n");

        assertThat(format().recognises(new SourceFile(file))).isTrue();
        assertThat(Told.by(format(), file).figures.get(0).value()).isEqualTo(50.0);
    }

    @Test
    void whereAllIsFilteredThereIsNoShare() throws IOException {
        Path file = Files.writeString(
                folder.resolve("by_task.csv"),
                "task_name,feedback_loop,directive,task_iteration,validation,learning,filtered\nx,0,0,0,0,0,1\n");

        assertThat(Told.by(format(), file).skipped).isEqualTo(Map.of(SkipReason.SUPPRESSED, 1));
    }

    @ParameterizedTest
    @CsvSource({"with_use.csv, 2", "task_pct_v2.csv, 3"})
    void tablesThatDoNotSayWhatTheyCountAreNotCovered(String name, int rows) throws IOException {
        Path file = resource("exposure/tasks/" + name);

        assertThat(format().recognises(new SourceFile(file))).isTrue();
        Told told = Told.by(format(), file);
        assertThat(told.cells()).isEqualTo(rows);
        assertThat(told.skipped).isEqualTo(Map.of(SkipReason.NOT_COVERED, rows));
    }

    @Test
    void thePublishersTableGivesThirtySixPercent() throws IOException {
        Told told = Told.by(format(), RealData.at("ai-exposure/aei_automation_vs_augmentation_by_task_v1.csv"));

        assertThat(Objects.requireNonNull(told.figures.get(0).value())).isCloseTo(36.27217512, within(1e-8));
        assertThat(told.skipped).isEqualTo(Map.of(SkipReason.SUPPRESSED, 1_066));
    }

    @Test
    void theOtherTablesByTaskAreCountedRowByRow() throws IOException {
        Path withUse = RealData.at("ai-exposure/aei_automation_vs_augmentation_by_task_v2.csv");
        Path use = RealData.at("ai-exposure/aei_task_pct_v2.csv");

        assertThat(Told.by(format(), withUse).skipped).isEqualTo(Map.of(SkipReason.NOT_COVERED, 3_068));
        assertThat(Told.by(format(), use).skipped).isEqualTo(Map.of(SkipReason.NOT_COVERED, 3_365));
    }
}
