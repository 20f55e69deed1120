package org.tidemark.producers.load;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.btos.BtosWorkbook;
import org.tidemark.producers.exposure.AutomationByTask;
import org.tidemark.producers.exposure.EmploymentByOccupation;
import org.tidemark.producers.exposure.ExposureScores;
import org.tidemark.producers.exposure.TaskExposure;
import org.tidemark.producers.fredmd.FredMd;
import org.tidemark.producers.indeed.AiPostings;
import org.tidemark.producers.indeed.PostedWages;
import org.tidemark.producers.indeed.PostingsIndex;
import org.tidemark.producers.mapped.MappedCsv;
import org.tidemark.producers.microsoft.AiDiffusion;
import org.tidemark.producers.plaincsv.PlainCsv;
import org.tidemark.producers.sdmx.SdmxCsv;

/** Every format that Tidemark reads. A new CSV is a mapping in the catalogue; any other source a package, a fixture, a subclass of the contract, and a line here. */
public final class Formats {
    private Formats() {}

    public static List<SourceFormat> all(Catalogue catalogue) {
        List<SourceFormat> all = new ArrayList<>(List.of(
                new PlainCsv(catalogue),
                new BtosWorkbook(),
                new AiPostings(),
                new PostingsIndex(),
                new PostedWages(catalogue),
                new SdmxCsv(catalogue),
                new AiDiffusion(catalogue),
                new FredMd(catalogue),
                new EmploymentByOccupation(),
                new TaskExposure(),
                new ExposureScores(),
                new AutomationByTask()));
        all.addAll(MappedCsv.all(catalogue));
        return List.copyOf(all);
    }
}
