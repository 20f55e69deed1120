package org.tidemark.producers.fredmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.Damage;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceContract;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.Told;
import org.tidemark.validate.RejectReason;

class FredMdTest extends SourceContract {
    private static final Catalogue SHIPPED = ShippedCatalogue.with(List.of());

    @Override
    protected SourceFormat format() {
        return new FredMd(SHIPPED);
    }

    @Override
    protected String resources() {
        return "fredmd";
    }

    @Override
    protected Path fixture() {
        return resource("fredmd/2024-03.csv");
    }

    @Override
    protected Expected expected() {
        return new Expected(14, Map.of(SkipReason.EMPTY, 4, SkipReason.NOT_COVERED, 12), Map.of());
    }

    @Override
    protected List<Damage> damages() {
        List<Damage> all = new ArrayList<>(Damage.ofUtf8Table());
        all.add(Damage.replacing("a word for a number", "102.75", "n.a.", RejectReason.BAD_NUMBER));
        all.add(Damage.replacing("a number with thousands", "157000", "\"157,000\"", RejectReason.BAD_NUMBER));
        return all;
    }

    @Override
    protected List<String> realFiles() {
        return List.of("fred-md/2015-10.csv");
    }

    private Told told(String name, String text) throws IOException {
        return Told.by(format(), Files.writeString(folder.resolve(name), text));
    }

    @Test
    void aMonthOfANamedColumnIsAFigureOfItsIndicatorInItsUnit() throws IOException {
        assertThat(Told.by(format(), fixture()).figures)
                .extracting(f -> f.figure().toString(), f -> f.value(), f -> f.unit(), f -> f.where())
                .startsWith(
                        tuple("supply.industry.production|US|TOTAL|FRED_MD|1959-01", 21.5, "index", "line 3"),
                        tuple("labour.unemployment.rate|US|TOTAL|FRED_MD|1959-01", 6.0, "percent", "line 3"),
                        tuple("labour.payrolls.total|US|TOTAL|FRED_MD|1959-01", 52478.0, "thousand_persons", "line 3"));
    }

    @Test
    void aColumnThatAVintageDoesNotHaveIsAbsent() throws IOException {
        Told told = told("v.csv", "sasdate,INDPRO_NEW,UNRATE\nTransform:,5,2\n2/1/2024,102.5,4\n");

        assertThat(told.figures).hasSize(1);
        assertThat(told.skipped).isEqualTo(Map.of(SkipReason.NOT_COVERED, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"13/1/2024", "2/30/2024", "2024-02-01", "2/2/2024", "0/1/2024", "2/1/24", "2/1/0000"})
    void aRowWhoseDateIsNoMonthIsRejectedWhole(String date) throws IOException {
        Told told = told("v.csv", "sasdate,RPI,UNRATE,INDPRO\nTransform:,5,2,5\n" + date + ",1,4,100\n");

        assertThat(told.figures).isEmpty();
        assertThat(told.skipped).isEmpty();
        assertThat(told.rejectedByReason()).isEqualTo(Map.of(RejectReason.BAD_PERIOD, 1));
    }

    @Test
    void valuesWithoutADateAreRejectedAndNotTakenForATrailingRow() throws IOException {
        Told told = told("v.csv", "sasdate,UNRATE\nTransform:,2\n,4\n,\n");

        assertThat(told.rejectedByReason()).isEqualTo(Map.of(RejectReason.MISSING_FIELD, 1));
        assertThat(told.skipped).isEqualTo(Map.of(SkipReason.EMPTY, 1));
    }

    @Test
    void aCutRowIsRejectedWholeForItsLastNumberMayBeCutToo() throws IOException {
        Told told = told("v.csv", "sasdate,UNRATE,INDPRO\nTransform:,2,5\n1/1/2024,4,101.5\n2/1/2024,4\n");

        assertThat(told.figures).hasSize(2);
        assertThat(told.rejectedByReason()).isEqualTo(Map.of(RejectReason.MALFORMED, 1));
    }

    @Test
    void theQuarterlyPanelIsAnother() throws IOException {
        Path quarterly = Files.writeString(
                folder.resolve("2024-03.csv"), "sasdate,GDPC1\nfactors,0\ntransform,5\n3/1/1959,3123.5\n");

        assertThat(format().recognises(new SourceFile(quarterly))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-03.csv", "2024-03-md.csv"})
    void aVintageIsPublishedByTheEndOfTheMonthInItsName(String name) throws IOException {
        assertThat(format().filed(new SourceFile(Path.of(name)))).contains(Instant.parse("2024-03-31T23:59:59.999Z"));
    }

    @Test
    void theCurrentVintageSaysNoDate() throws IOException {
        assertThat(format().filed(new SourceFile(folder.resolve("current.csv"))))
                .isEmpty();
    }
}
