package org.tidemark.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** All files of the page by their path. They are read once, from the class path, and never change after that. */
public final class PageFiles {
    /** What is shown where no path is given. */
    public static final String INDEX = "index.html";

    /** Charts, put together of D3's modules as they are published. */
    static final String CHARTS = "lib/d3.js";

    private static final String LIST = "files.txt";
    private static final int ETAG_DIGITS = 16;

    /** Each after those that it is made of. */
    private static final List<String> D3 =
            List.of("array", "color", "format", "interpolate", "path", "time", "time-format", "scale", "shape");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, PageFile> files;

    private PageFiles(Map<String, PageFile> files) {
        this.files = files;
    }

    /**
     * Reads all of them.
     *
     * @throws UncheckedIOException when this program lacks one: it was not built as a whole
     */
    public static PageFiles load() {
        Map<String, PageFile> files = new LinkedHashMap<>();
        for (String path : text(LIST).lines().toList()) {
            files.put(path, file(path, resource(path)));
        }
        files.put(CHARTS, file(CHARTS, charts()));
        return new PageFiles(files);
    }

    /** All of them, in the order of the list. */
    public List<PageFile> all() {
        return List.copyOf(files.values());
    }

    /** The file at the path of a request, which begins with a slash; the root is the index. */
    public Optional<PageFile> at(String path) {
        String inside = path.startsWith("/") ? path.substring(1) : path;
        return Optional.ofNullable(files.get(inside.isEmpty() ? INDEX : inside));
    }

    private static PageFile file(String path, byte[] bytes) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        String type = TYPES.get(ending);
        if (type == null) {
            throw new IllegalStateException("%s: no content type is known for .%s".formatted(path, ending));
        }
        return new PageFile(path, type, bytes, gzip(bytes), etag(bytes));
    }

    private static byte[] charts() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String module : D3) {
            all.writeBytes(webjar("d3-" + module));
            all.write('\n');
        }
        return all.toByteArray();
    }

    /** A WebJar's file lies under its version, which stands in the file that Maven puts into each jar. */
    private static byte[] webjar(String name) {
        String properties = new String(
                read("/META-INF/maven/org.webjars.npm/%s/pom.properties".formatted(name)), StandardCharsets.UTF_8);
        String version = properties
                .lines()
                .filter(line -> line.startsWith("version="))
                .map(line -> line.substring("version=".length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s says no version of itself".formatted(name)));
        return read("/META-INF/resources/webjars/%s/%s/dist/%s.min.js".formatted(name, version, name));
    }

    private static String text(String path) {
        return new String(resource(path), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String path) {
        return read("/org/tidemark/web/" + path);
    }

    private static byte[] read(String resource) {
        try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("%s is not in this program; build it anew".formatted(resource));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String etag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "\"" + HexFormat.of().formatHex(hash).substring(0, ETAG_DIGITS) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
