package org.tidemark.producers.indeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.producers.Damage;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceContract;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.Told;
import org.tidemark.validate.RejectReason;

class PostingsIndexTest {
    @TempDir
    private Path folder = Path.of("");

    abstract static class Contract extends SourceContract {
        @Override
        protected SourceFormat format() {
            return new PostingsIndex();
        }

        @Override
        protected String resources() {
            return "indeed/index";
        }

        @Override
        protected Path fixture() {
            return of(fixtureName());
        }

        @Override
        protected List<Damage> damages() {
            List<Damage> all = new ArrayList<>(Damage.ofUtf8Table());
            all.addAll(ownDamages());
            return all;
        }

        protected abstract String fixtureName();

        protected abstract List<Damage> ownDamages();

        static Path of(String name) {
            return resource("indeed/index/" + name);
        }
    }

    @Nested
    class OneColumnOfChanges extends Contract {
        @Override
        protected String fixtureName() {
            return "aggregate_job_postings_DE.2021-03-04.csv";
        }

        @Override
        protected Expected expected() {
            return new Expected(6, Map.of(), Map.of());
        }

        @Override
        protected List<Damage> ownDamages() {
            return List.of(Damage.replacing("a comma for the point", "-0.25", "\"-0,25\"", RejectReason.BAD_NUMBER));
        }
    }

    @Nested
    class TwoColumnsOfChanges extends Contract {
        @Override
        protected String fixtureName() {
            return "aggregate_job_postings_DE.2022-06-01.csv";
        }

        @Override
        protected Expected expected() {
            return new Expected(9, Map.of(SkipReason.EMPTY, 3), Map.of());
        }

        @Override
        protected List<Damage> ownDamages() {
            return List.of(Damage.replacing("an infinite number", "-0.25", "1e999", RejectReason.BAD_NUMBER));
        }
    }

    @Nested
    class TwoIndices extends Contract {
        @Override
        protected String fixtureName() {
            return "aggregate_job_postings_DE.2022-12-12.csv";
        }

        @Override
        protected Expected expected() {
            return new Expected(12, Map.of(), Map.of());
        }

        @Override
        protected List<Damage> ownDamages() {
            return List.of(Damage.replacing("a formula", "99.75", "=1+1", RejectReason.BAD_NUMBER));
        }
    }

    @Nested
    class BySector extends Contract {
        @Override
        protected String fixtureName() {
            return "job_postings_by_sector_DE.2024-10-03.csv";
        }

        @Override
        protected Expected expected() {
            return new Expected(5, Map.of(SkipReason.NOT_COVERED, 1), Map.of());
        }

        @Override
        protected List<Damage> ownDamages() {
            return List.of(
                    Damage.replacing(
                            "no sector",
                            "100.5,total postings,Software Development",
                            "100.5,total postings,",
                            RejectReason.BAD_ID),
                    Damage.replacing("no date", "2020-02-02", "sometime", RejectReason.BAD_PERIOD));
        }
    }

    @Test
    void theSameFiguresInEachLayoutAreTheSameSeriesInOneUnit() throws IOException {
        Map<String, Double> changes = values("aggregate_job_postings_DE.2021-03-04.csv");
        Map<String, Double> bothChanges = values("aggregate_job_postings_DE.2022-06-01.csv");
        Map<String, Double> indices = values("aggregate_job_postings_DE.2022-12-12.csv");

        assertThat(changes)
                .containsEntry("labour.postings.total_sa|DE|TOTAL|INDEED_POSTINGS|2020-W05", 99.75)
                .containsEntry("labour.postings.new_sa|DE|TOTAL|INDEED_POSTINGS|2020-W05", 101.5);
        assertThat(bothChanges).containsAllEntriesOf(changes);
        assertThat(indices).containsAllEntriesOf(bothChanges);
        assertThat(bothChanges.keySet()).anyMatch(id -> id.startsWith("labour.postings.total_nsa|"));
    }

    private static Map<String, Double> values(String name) throws IOException {
        Map<String, Double> values = new TreeMap<>();
        Told.by(new PostingsIndex(), Contract.of(name))
                .figures
                .forEach(f -> values.put(f.figure().toString(), java.util.Objects.requireNonNull(f.value())));
        return values;
    }

    @Test
    void aSectorIsTheSlugOfItsDisplayName() throws IOException {
        assertThat(values("job_postings_by_sector_DE.2024-10-03.csv").keySet())
                .anyMatch(id -> id.startsWith("labour.postings.total_sa|DE|INDEED:software-development|"))
                .anyMatch(id -> id.startsWith("labour.postings.total_sa|DE|INDEED:arts-and-entertainment|"));
    }

    @ParameterizedTest
    @CsvSource({
        "Software Development, software-development",
        "Arts & Entertainment, arts-and-entertainment",
        "Research&Development, research-and-development",
        "IT Operations & Helpdesk, it-operations-and-helpdesk",
        "' Care (home) ', care-home"
    })
    void aSlugHasLowerCaseWordsAndHyphens(String displayName, String slug) {
        assertThat(PostingsLayout.slug(displayName)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "date,jobcountry,state,indeed_job_postings_index,variable",
                "date,jobcountry,variable",
                "date,jobcountry,jobcountry,indeed_job_postings_index,variable",
                "date,indeed_job_postings_index,variable"
            })
    void anotherSetOfColumnsIsAnotherTable(String header) throws IOException {
        Path file = Files.writeString(folder.resolve("postings.csv"), header + "\n");

        assertThat(new PostingsIndex().recognises(new SourceFile(file))).isFalse();
    }
}
