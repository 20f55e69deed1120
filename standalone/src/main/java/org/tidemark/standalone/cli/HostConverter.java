package org.tidemark.standalone.cli;

import java.net.UnknownHostException;
import org.tidemark.series.Excerpt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An address of this machine; what has none is told before anything is started. */
final class HostConverter implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        try {
            return HttpAddress.numbers(text);
        } catch (UnknownHostException e) {
            throw new TypeConversionException(
                    "'%s' is no address; write 127.0.0.1 (this machine only) or 0.0.0.0 (whoever reaches it)"
                            .formatted(Excerpt.of(text)));
        }
    }
}
