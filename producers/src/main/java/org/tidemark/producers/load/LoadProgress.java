package org.tidemark.producers.load;

/** Is told how far a run has come, for whoever waits for it. */
public interface LoadProgress {
    LoadProgress SILENT = new LoadProgress() {
        @Override
        public void reading(String file, int done, int files) {}

        @Override
        public void sending(long done, long figures) {}
    };

    void reading(String file, int done, int files);

    void sending(long done, long figures);
}
