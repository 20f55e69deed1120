package org.tidemark.producers.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tidemark.producers.NearMiss;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;

/** Reads all files of a run; what is wrong with one of them is a line and does not hold up the others. */
final class FileRun {
    private final FileReader intake;
    private final Predicate<String> isLoaded;
    private final List<SourceFormat> formats;
    private final List<FileContent> contents = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, Path> pathByHash = new HashMap<>();
    private final Set<Path> recognised = new HashSet<>();

    private record Input(SourceFile file, boolean named) {
        static final Comparator<Input> ORDER =
                Comparator.comparing(i -> i.file().path().toString());
    }

    /**
     * Reads nothing yet.
     *
     * @param isLoaded whether the load of a hash is to be passed over
     */
    FileRun(List<SourceFormat> formats, FileReader intake, Predicate<String> isLoaded) {
        this.intake = intake;
        this.formats = formats;
        this.isLoaded = isLoaded;
    }

    void readAll(Inputs inputs, LoadProgress progress) {
        failures.addAll(inputs.failures());
        List<Input> all = Stream.concat(
                        inputs.named().stream().map(f -> new Input(f, true)),
                        inputs.found().stream().map(f -> new Input(f, false)))
                .sorted(Input.ORDER)
                .toList();
        for (int i = 0; i < all.size(); i++) {
            progress.reading(all.get(i).file().name(), i, all.size());
            read(all.get(i));
        }
        progress.reading("", all.size(), all.size());
        inputs.folders().forEach(this::requireSomething);
    }

    private void read(Input input) {
        Path path = input.file().path();
        List<String> notForUs = input.named() ? failures : unknown;
        try {
            if (input.file().head().length == 0) {
                notForUs.add(FileTrouble.line(path, "is empty; there is nothing to load"));
                return;
            }
            Optional<FileReader.Recognised> found = intake.recognise(input.file());
            if (found.isEmpty()) {
                notForUs.add(FileTrouble.line(path, unknown(input.file())));
                return;
            }
            recognised.add(path);
            readOnce(found.get());
        } catch (TargetRefusedException e) {
            throw e.refusal();
        } catch (IOException | RuntimeException e) {
            // A reader is not trusted with files of strangers: whatever it throws is about this file.
            recognised.add(path);
            failures.add(FileTrouble.line(path, e));
        }
    }

    /** What it nearly is, and the one thing to change; else how its columns can be made known. */
    private String unknown(SourceFile file) throws IOException {
        Optional<NearMiss> likest = Optional.empty();
        for (SourceFormat format : formats) {
            Optional<NearMiss> near = format.nearly(file);
            if (near.isPresent()
                    && (likest.isEmpty() || near.get().likeness() > likest.get().likeness())) {
                likest = near;
            }
        }
        Optional<String> what = likest.isPresent() ? likest.map(NearMiss::what) : FileKind.of(file);
        return what.isPresent() ? "is in no known format, but " + what.get() : UnknownTable.of(file);
    }

    private void readOnce(FileReader.Recognised file) throws IOException {
        Path path = file.file().path();
        Path before = pathByHash.putIfAbsent(file.hash(), path);
        if (before != null) {
            unknown.add(FileTrouble.line(path, "is a copy of %s; it is loaded once".formatted(before)));
        } else if (!isLoaded.test(file.hash())) {
            FileContent content = intake.read(file);
            contents.add(content);
            content.remarks().forEach(remark -> remarks.add(FileTrouble.remark(path, remark)));
        }
    }

    private void requireSomething(Path folder) {
        if (recognised.stream().noneMatch(path -> path.startsWith(folder))) {
            failures.add(
                    FileTrouble.line(folder, "holds no file of a known format; what each of them is stands above"));
        }
    }

    List<FileContent> contents() {
        return contents;
    }

    /** Files that are passed over, and why. */
    List<String> unknown() {
        return unknown;
    }

    List<String> failures() {
        return failures;
    }

    /** How files were read that are not as their publishers write them. */
    List<String> remarks() {
        return remarks;
    }
}
