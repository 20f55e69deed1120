package org.tidemark.standalone.broker;

/** What a broker needs for itself alone: its directory and its two sockets, taken together or not at all. */
record Premises(DataDirectory directory, LoopbackSocket clients, LoopbackSocket controllers) implements AutoCloseable {
    static Premises take(EmbeddedBroker.Settings settings) {
        DataDirectory directory = DataDirectory.open(settings.place());
        try {
            LoopbackSocket clients = LoopbackSocket.bind(settings.port());
            try {
                return new Premises(directory, clients, LoopbackSocket.bind(0));
            } catch (RuntimeException e) {
                clients.close();
                throw e;
            }
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    @Override
    public void close() {
        clients.close();
        controllers.close();
        directory.close();
    }
}
