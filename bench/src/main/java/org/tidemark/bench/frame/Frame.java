package org.tidemark.bench.frame;

/** Something that carries the engine from the topic of observations to the topics of what it says. */
interface Frame {
    /** Reads all of the topic from its first record, writes what the engine says, and returns once it is committed. */
    void run(FrameSetting setting) throws Exception;
}
