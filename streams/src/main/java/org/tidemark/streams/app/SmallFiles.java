package org.tidemark.streams.app;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.Options;

/**
 * Stores that take no more room than they fill. By default each of a hundred sets four megabytes aside for a list of its files
 * that has some hundred bytes, which alone would fill a small disk.
 */
public final class SmallFiles implements RocksDBConfigSetter {
    private static final long MANIFEST_BYTES = 64 * 1024L;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        options.setAllowFAllocate(false);
        options.setManifestPreallocationSize(MANIFEST_BYTES);
    }

    @Override
    public void close(String storeName, Options options) {
        // Nothing was made that would have to be given back.
    }
}
