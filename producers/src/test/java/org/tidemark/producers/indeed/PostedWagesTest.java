package org.tidemark.producers.indeed;

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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.Damage;
import org.tidemark.producers.RealData;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceContract;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.Told;
import org.tidemark.validate.RejectReason;

class PostedWagesTest {
    private static final String HEADER =
            "jobcountry,country,month,n_obs,posted_wage_growth_yoy,posted_wage_growth_yoy_3moavg\n";

    @TempDir
    private Path folder = Path.of("");

    private static SourceFormat with(CatalogueYaml.Text... own) {
        return new PostedWages(ShippedCatalogue.with(List.of(own)));
    }

    private Told told(SourceFormat format, String rows) throws IOException {
        return Told.by(format, Files.writeString(folder.resolve("wages.csv"), HEADER + rows));
    }

    abstract static class Contract extends SourceContract {
        @Override
        protected SourceFormat format() {
            return with();
        }

        @Override
        protected String resources() {
            return "indeed/wages";
        }

        static Path bySector() {
            return resource("indeed/wages/posted-wage-growth-by-sector.csv");
        }

        protected static List<Damage> andThatOfAnyTable(Damage... own) {
            List<Damage> all = new ArrayList<>(Damage.ofUtf8Table());
            all.addAll(List.of(own));
            return all;
        }
    }

    @Nested
    class ByCountry extends Contract {
        @Override
        protected Path fixture() {
            return resource("indeed/wages/posted-wage-growth-by-country.csv");
        }

        @Override
        protected Expected expected() {
            return new Expected(4, Map.of(SkipReason.EMPTY, 1, SkipReason.NOT_COVERED, 7), Map.of());
        }

        @Override
        protected List<Damage> damages() {
            return andThatOfAnyTable(
                    Damage.replacing("a percent sign", "-0.0125", "-1.25%", RejectReason.BAD_NUMBER),
                    Damage.replacing("a month in German", "Dec-23", "Dez-23", RejectReason.BAD_PERIOD),
                    Damage.replacing("a month of another form", "Dec-23", "2023-12", RejectReason.BAD_PERIOD),
                    Damage.replacing("no month", "Dec-23", "", RejectReason.MISSING_FIELD),
                    Damage.replacing("no country", "DE,Germany,Dec", ",Germany,Dec", RejectReason.BAD_ID));
        }

        @Override
        protected List<String> realFiles() {
            return List.of("indeed-wages/posted-wage-growth-by-country_latest.csv");
        }
    }

    @Nested
    class BySector extends Contract {
        @Override
        protected Path fixture() {
            return bySector();
        }

        @Override
        protected Expected expected() {
            return new Expected(3, Map.of(SkipReason.EMPTY, 1, SkipReason.NOT_COVERED, 4), Map.of());
        }

        @Override
        protected List<Damage> damages() {
            return andThatOfAnyTable(
                    Damage.replacing("a sector without a name", "Cleaning & Sanitation", "--", RejectReason.BAD_ID));
        }

        @Override
        protected List<String> realFiles() {
            return List.of("indeed-wages/posted-wage-growth-by-sector_latest.csv");
        }
    }

    @Test
    void aShareBecomesPercentOfItsWholeMonth() throws IOException {
        StatedFigure figure =
                told(with(), "US,United States,Feb-24,9300,0.0375,NA\n").figures.get(0);

        assertThat(figure.figure()).hasToString("labour.wages.posted_growth|US|TOTAL|INDEED_WAGES|2024-02");
        assertThat(Objects.requireNonNull(figure.value())).isCloseTo(3.75, within(1e-12));
        assertThat(figure.unit()).isEqualTo("percent");
    }

    @Test
    void aSectorHasTheNameThatItHasInTheIndexOfPostings() throws IOException {
        Told told = Told.by(with(), Contract.bySector());

        assertThat(told.figures)
                .extracting(f -> f.figure().series().sector())
                .containsOnly("INDEED:cleaning-and-sanitation", "INDEED:nursing");
    }

    @Test
    void thePublishersOwnAggregateIsCoveredOnceTheCatalogueDeclaresIt() throws IOException {
        String row = "EA,Euro Area,Feb-24,5200,0.04,0.041\n";
        CatalogueYaml.Text own = new CatalogueYaml.Text("own", "aggregates:\n  EA: Euro area of six, Indeed\n");

        assertThat(told(with(), row).skipped).containsEntry(SkipReason.NOT_COVERED, 2);
        assertThat(told(with(own), row).figures).hasSize(1);
    }

    @Test
    void anEconomyThatNobodyKnowsIsNotPassedOverInSilence() throws IOException {
        assertThat(told(with(), "QQ,Nowhere,Feb-24,5200,0.04,0.041\n").figures).hasSize(1);
    }

    @Test
    void aTableWithOneMoreColumnIsAnotherTable() throws IOException {
        Path file = Files.writeString(folder.resolve("wages.csv"), "state," + HEADER);

        assertThat(with().recognises(new SourceFile(file))).isFalse();
    }

    @Test
    void thePublishersTablesAreReadWholeAndTheirSectorsHavePostingsToo() throws IOException {
        Catalogue shipped = ShippedCatalogue.with(List.of());
        Told countries =
                Told.by(new PostedWages(shipped), RealData.at("indeed-wages/posted-wage-growth-by-country_latest.csv"));
        Told sectors =
                Told.by(new PostedWages(shipped), RealData.at("indeed-wages/posted-wage-growth-by-sector_latest.csv"));

        assertThat(countries.figures).hasSize(880);
        assertThat(countries.skipped).isEqualTo(Map.of(SkipReason.NOT_COVERED, 968 + 88));
        assertThat(sectors.figures).hasSize(1_672);
        assertThat(countries.rejected).isEmpty();
        assertThat(sectors.rejected).isEmpty();
        assertThat(sectors.figures.stream()
                        .map(f -> f.figure().series().sector())
                        .collect(Collectors.toSet()))
                .hasSize(19)
                .contains("INDEED:production-and-manufacturing", "INDEED:customer-service");
    }
}
