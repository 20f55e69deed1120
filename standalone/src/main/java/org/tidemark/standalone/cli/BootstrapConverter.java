package org.tidemark.standalone.cli;

import picocli.CommandLine.ITypeConverter;

/** Brokers as host:port; an IPv6 address may stand with or without its brackets. */
final class BootstrapConverter implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        return HttpAddress.brokers(text);
    }
}
