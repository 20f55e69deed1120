package org.tidemark.standalone.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.tidemark.streams.http.Hosts;
import org.tidemark.streams.http.HttpSettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whom the HTTP server answers. */
final class AccessOption {
    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            converter = Name.class,
            description =
                    "Further name under which HTTP may be asked, beside localhost and the address that it listens on; may be given several times. A request with another name in Host is told 421.")
    private List<String> names = new ArrayList<>();

    HttpSettings settings(String host) {
        return HttpSettings.on(host).withNames(new LinkedHashSet<>(names));
    }

    /** A name or an address, with or without a port. */
    static final class Name implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            try {
                Hosts.of(List.of(text));
                return text;
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
