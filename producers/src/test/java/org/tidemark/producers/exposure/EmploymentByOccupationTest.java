package org.tidemark.producers.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.producers.Damage;
import org.tidemark.producers.RealData;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceContract;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.Told;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.validate.RejectReason;

class EmploymentByOccupationTest extends SourceContract {
    @Override
    protected SourceFormat format() {
        return new EmploymentByOccupation();
    }

    @Override
    protected String resources() {
        return "exposure/oews";
    }

    @Override
    protected Path fixture() {
        return resource("exposure/oews/bls_oews_national_2024.csv");
    }

    @Override
    protected String neutralName() {
        return "input 2024";
    }

    @Override
    protected Expected expected() {
        return new Expected(
                4, Map.of(SkipReason.NOT_COVERED, 4, SkipReason.SUPPRESSED, 1, SkipReason.EMPTY, 1), Map.of());
    }

    @Override
    protected List<Damage> damages() {
        List<Damage> all = new ArrayList<>(Damage.ofUtf8Table());
        all.add(Damage.replacing("a number in words", "total,5000", "total,many", RejectReason.BAD_NUMBER));
        all.add(Damage.replacing("an error below 0", "3000,2.5", "3000,-2.5", RejectReason.BAD_NUMBER));
        all.add(Damage.replacing("no kind", "total,5000", ",5000", RejectReason.MISSING_FIELD));
        all.add(Damage.replacing("an unknown kind", "total,5000", "all,5000", RejectReason.BAD_ID));
        all.add(Damage.replacing("no code", "00-0000", "", RejectReason.MISSING_FIELD));
        all.add(Damage.replacing("a code as a date", "15-1252,Software", "Dec-52,Software", RejectReason.BAD_ID));
        return all;
    }

    @Override
    protected List<String> realFiles() {
        return List.of("ai-exposure/bls_oews_national_2024.csv");
    }

    @Test
    void aRelativeErrorBecomesPersonsAndIsAbsentWhereNoneIsGiven() throws IOException {
        List<StatedFigure> figures = Told.by(format(), fixture()).figures;

        assertThat(figures)
                .extracting(f -> f.figure().toString())
                .startsWith(
                        "labour.employment.occupation|US|TOTAL|BLS_OEWS|2024-05",
                        "labour.employment.occupation|US|SOC:11-1011|BLS_OEWS|2024-05");
        assertThat(figures).extracting(StatedFigure::value).containsExactly(5000.0, 3000.0, 2000.0, 400.0);
        assertThat(figures).extracting(StatedFigure::standardError).containsExactly(5.0, 75.0, null, 16.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oews.csv", "oews_2023_2024.csv", "oews.2025-04-02.csv"})
    void aNameThatTellsNoYearOrTwoIsRefused(String name) throws IOException {
        Path file = Files.copy(fixture(), folder.resolve(name));

        assertThatThrownBy(() -> Told.by(format(), file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("call it bls_oews_national_2024.csv");
    }

    @Test
    @DisplayName("A23-bls-thousands: grouped thousands of this publisher are read beside plain numbers")
    void groupedThousandsOfThisPublisherAreRead() throws IOException {
        String text =
                """
                AREA,AREA_TITLE,AREA_TYPE,I_GROUP,OCC_CODE,O_GROUP,TOT_EMP,EMP_PRSE
                99,U.S.,1,cross-industry,00-0000,total,"150,000,000",0.1
                99,U.S.,1,cross-industry,15-1252,detailed,"1,600",0.9
                99,U.S.,1,cross-industry,15-1221,detailed,950,1.3
                """;

        Told told = Told.by(format(), Files.writeString(folder.resolve("oews_national_2024.csv"), text));

        assertThat(told.rejected).isEmpty();
        assertThat(told.figures).extracting(StatedFigure::value).containsExactly(150_000_000.0, 1600.0, 950.0);
        assertThat(told.remarks).containsExactly("digits in groups read: 2 of 6 numbers");
    }

    @Test
    void theYearIsToldFromTheDateOfTheFile() throws IOException {
        Path file = Files.copy(fixture(), folder.resolve("national_M2023_dl.2024-04-03.csv"));

        assertThat(Told.by(format(), file).figures)
                .extracting(f -> f.figure().period().toString())
                .containsOnly("2023-05");
    }

    @Test
    void theDetailedOccupationsOfThePublisherAddUpToAllOfThem() throws IOException {
        Told told = Told.by(format(), RealData.at("ai-exposure/bls_oews_national_2024.csv"));
        double detailed = told.figures.stream()
                .skip(1)
                .mapToDouble(f -> Objects.requireNonNull(f.value()))
                .sum();

        assertThat(told.figures).hasSize(832);
        assertThat(told.skipped).isEqualTo(Map.of(SkipReason.NOT_COVERED, 571));
        assertThat(told.figures.get(0).value()).isEqualTo(154_187_380.0);
        assertThat(detailed).isEqualTo(154_186_300.0);
    }
}
