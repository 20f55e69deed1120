package org.tidemark.standalone.cli;

import org.tidemark.streams.peer.PeerAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The parser's own words: around any other exception picocli puts the names of Java types. */
final class AdvertiseConverter implements ITypeConverter<PeerAddress> {
    @Override
    public PeerAddress convert(String text) {
        try {
            return PeerAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
