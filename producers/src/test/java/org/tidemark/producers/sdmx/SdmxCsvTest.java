package org.tidemark.producers.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.Damage;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceContract;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.Told;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.series.ObservationStatus;
import org.tidemark.validate.RejectReason;

class SdmxCsvTest {
    private static final Catalogue SHIPPED = ShippedCatalogue.with(List.of());
    private static final String ONE = "DATAFLOW,freq,size_emp,nace_r2,indic_is,unit,geo,TIME_PERIOD,OBS_VALUE\n";

    private final SdmxCsv format = new SdmxCsv(SHIPPED);

    @TempDir
    private Path folder = Path.of("");

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    abstract static class Contract extends SourceContract {
        @Override
        protected SourceFormat format() {
            return new SdmxCsv(SHIPPED);
        }

        @Override
        protected String resources() {
            return "sdmx";
        }

        @Override
        protected Path fixture() {
            return resource("sdmx/" + fixtureName());
        }

        @Override
        protected List<Damage> damages() {
            List<Damage> all = new ArrayList<>(Damage.ofUtf8Table());
            all.addAll(ownDamages());
            return all;
        }

        protected abstract String fixtureName();

        protected abstract List<Damage> ownDamages();

        static Path of(String place) {
            return resource(place);
        }
    }

    @Nested
    class DownloadOfEurostat extends Contract {
        @Override
        protected String fixtureName() {
            return "isoc_eb_ai.csv";
        }

        @Override
        protected Expected expected() {
            return new Expected(
                    5, Map.of(SkipReason.EMPTY, 1, SkipReason.SUPPRESSED, 2, SkipReason.NOT_COVERED, 1), Map.of());
        }

        @Override
        protected List<Damage> ownDamages() {
            return List.of(
                    Damage.replacing("a number with its flag", "9.75,bp", "9.75 bp,", RejectReason.BAD_NUMBER),
                    Damage.replacing("a period of a form of its own", "EL,2024", "EL,24Q1", RejectReason.BAD_PERIOD),
                    Damage.replacing("a place by its name", "PC_ENT,EL", "PC_ENT,Greece", RejectReason.UNKNOWN_ECONOMY),
                    Damage.replacing("no place", "PC_ENT,EL", "PC_ENT,", RejectReason.MISSING_FIELD));
        }

        @Override
        protected List<String> realFiles() {
            return List.of("eurostat-ai-enterprises/isoc_eb_ai.sdmx.csv");
        }
    }

    @Nested
    class VersionTwoWithLabelColumnsAndSemicolons extends Contract {
        @Override
        protected String fixtureName() {
            return "structure.csv";
        }

        @Override
        protected Expected expected() {
            return new Expected(3, Map.of(SkipReason.NOT_COVERED, 1), Map.of());
        }

        @Override
        protected List<Damage> ownDamages() {
            return List.of(Damage.replacing("a comma for the point", "11.5", "11,5", RejectReason.BAD_NUMBER));
        }
    }

    @Nested
    class CodesWithLabels extends Contract {
        @Override
        protected String fixtureName() {
            return "labels.csv";
        }

        @Override
        protected Expected expected() {
            return new Expected(2, Map.of(SkipReason.EMPTY, 1), Map.of());
        }

        @Override
        protected List<Damage> ownDamages() {
            return List.of();
        }
    }

    @Test
    void theCatalogueSaysWhichRowIsWhichIndicatorAndWhatAPlaceIsCalled() throws IOException {
        assertThat(Told.by(format, Contract.of("sdmx/isoc_eb_ai.csv")).figures)
                .extracting(f -> f.figure().toString(), f -> f.value(), f -> f.status(), f -> f.note())
                .containsExactly(
                        tuple("adoption.firms.any_use|EU27|TOTAL|EUROSTAT|2024", 13.5, ObservationStatus.NORMAL, null),
                        tuple("adoption.firms.any_use|GR|TOTAL|EUROSTAT|2024", 9.75, ObservationStatus.BREAK, null),
                        tuple(
                                "adoption.firms.any_use|CY|TOTAL|EUROSTAT|2024",
                                7.25,
                                ObservationStatus.NORMAL,
                                "OBS_FLAG u"),
                        tuple(
                                "adoption.firms.any_use.size_10_49|DE|TOTAL|EUROSTAT|2024",
                                17.25,
                                ObservationStatus.PROVISIONAL,
                                null),
                        tuple(
                                "adoption.firms.any_use.size_250_plus|DE|TOTAL|EUROSTAT|2024",
                                48.5,
                                ObservationStatus.NORMAL,
                                null));
    }

    @Test
    void aDeletedRowIsAWithdrawalAndAnEmptyOneIsNot() throws IOException {
        assertThat(Told.by(format, Contract.of("sdmx/structure.csv")).figures)
                .extracting(f -> f.figure().toString(), f -> f.value(), f -> f.status())
                .containsExactly(
                        tuple("adoption.firms.any_use|DE|TOTAL|EUROSTAT|2023", 11.5, ObservationStatus.NORMAL),
                        tuple("adoption.firms.any_use|DK|TOTAL|EUROSTAT|2023", null, ObservationStatus.MISSING),
                        tuple("adoption.firms.any_use|DE|TOTAL|EUROSTAT|2024", 19.5, ObservationStatus.BREAK));
    }

    @Test
    void theFileIsDatedByItsLastUpdateElseByItsName() throws IOException {
        assertThat(format.filed(new SourceFile(Contract.of("sdmx/isoc_eb_ai.csv"))))
                .contains(Instant.parse("2025-12-11T10:00:00Z"));
        Path named = file("isoc_eb_ai.2025-01-20.csv", ONE);
        assertThat(format.filed(new SourceFile(named))).contains(Instant.parse("2025-01-20T23:59:59.999Z"));
        assertThat(format.filed(new SourceFile(Contract.of("sdmx/structure.csv"))))
                .isEmpty();
    }

    @Test
    void aDataflowThatTheCatalogueDoesNotNameIsRefusedWithTheRemedy() throws IOException {
        Path file = file("other.csv", ONE + "OECD:OTHER(1.0),A,GE10,J,X,PC_ENT,DE,2024,1.5\n");

        assertThatThrownBy(() -> Told.by(format, file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("other.csv: dataflow 'OECD:OTHER' is not in the catalogue")
                .hasMessageContaining("add it under 'sdmx:'");
    }

    @Test
    void anotherVersionOfTheDataflowIsReadAlike() throws IOException {
        Path file = file("next.csv", ONE + "ESTAT:ISOC_EB_AI(2.0),A,GE10,C10-S951_X_K,E_AI_TANY,PC_ENT,DE,2024,1.5\n");

        assertThat(Told.by(format, file).figures).hasSize(1);
    }
}
