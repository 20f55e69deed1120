package org.tidemark.streams.peer;

import java.util.Collection;
import java.util.List;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.streams.state.Part;
import org.tidemark.streams.state.StoreAccess;

/** The monitors of one application, as one of them sees them. Every method throws {@code StoresUnavailableException} while nothing is known. */
public interface Peers {
    /** Names the application and its cluster, so that another application at an old address is not taken for one of ours. */
    String application();

    /** Each part that there is, once, with who has it. */
    List<Holder> holders();

    /** The partition on which an economy lives. */
    int partitionOf(String economy);

    /** Whether a part is here and can be read now. */
    boolean isReadable(Part part);

    /** The stores of some parts that are here, as one. */
    StoreAccess stores(Collection<Part> parts);

    /** One monitor that holds everything. */
    static Peers alone(StoreAccess stores) {
        return new Alone(stores);
    }

    /**
     * One monitor without others.
     *
     * @param all what it holds
     */
    record Alone(StoreAccess all) implements Peers {
        @Override
        public String application() {
            return "alone";
        }

        @Override
        public List<Holder> holders() {
            return List.of(
                    new Holder(new Part(StorePlace.ECONOMIES, 0), true, null),
                    new Holder(new Part(StorePlace.PANELS, 0), true, null),
                    new Holder(new Part(StorePlace.REJECTED, 0), true, null));
        }

        @Override
        public int partitionOf(String economy) {
            return 0;
        }

        @Override
        public boolean isReadable(Part part) {
            return true;
        }

        @Override
        public StoreAccess stores(Collection<Part> parts) {
            return all;
        }
    }
}
