package org.tidemark.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a schema registry is, and how long it is waited for.
 *
 * @param api the address of its Confluent-compatible API
 * @param authorization value of the HTTP header, or null where the registry lets everybody in
 */
public record SchemaRegistry(URI api, @Nullable String authorization, Patience patience) {
    /**
     * How long a registry that does not answer is waited for.
     *
     * @param tries at most so many, each pause twice as long as the one before
     */
    public record Patience(int tries, Duration firstPause, Duration answerWithin) {
        public static final Patience DEFAULT = new Patience(5, Duration.ofMillis(500), Duration.ofSeconds(10));

        public Patience {
            if (tries < 1) {
                throw new IllegalArgumentException("tries is %d; it must be 1 or more".formatted(tries));
            }
        }
    }

    /** Where Apicurio has the API, when the address says no more than the host. */
    static final String APICURIO_PATH = "/apis/ccompat/v7";

    public SchemaRegistry {
        String scheme = String.valueOf(api.getScheme());
        if (!(scheme.equals("http") || scheme.equals("https")) || api.getHost() == null) {
            throw new IllegalArgumentException(
                    "registry '%s' is no address; write http://HOST:PORT or https://HOST:PORT".formatted(shown(api)));
        }
        if (api.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the registry's address holds a password, which every process list shows; put user:password in a file");
        }
    }

    /**
     * At an address: with a path it is that of the API itself. Without one, or with a slash only, the API is where Apicurio
     * has it or where Confluent has it; {@link #addresses} says in which order they are tried.
     */
    public static SchemaRegistry at(URI address) {
        String path = String.valueOf(address.getPath());
        URI api = path.isEmpty() ? URI.create(address + APICURIO_PATH) : address;
        return new SchemaRegistry(api, null, Patience.DEFAULT);
    }

    /** Where the API may be, the likelier first. */
    List<URI> addresses() {
        String text = api.toString().replaceAll("/+$", "");
        String path = String.valueOf(api.getPath());
        if (path.equals(APICURIO_PATH)) {
            return List.of(api, URI.create(text.substring(0, text.length() - APICURIO_PATH.length())));
        }
        return path.isEmpty() || path.equals("/") ? List.of(api, URI.create(text + APICURIO_PATH)) : List.of(api);
    }

    /** The same with a name and a password, as {@code name:password}. */
    public SchemaRegistry withPassword(String nameAndPassword) {
        if (nameAndPassword.indexOf(':') < 1) {
            throw new IllegalArgumentException("the registry's credentials are no user:password on one line");
        }
        String encoded = Base64.getEncoder().encodeToString(nameAndPassword.getBytes(StandardCharsets.UTF_8));
        return new SchemaRegistry(api, "Basic " + encoded, patience);
    }

    public SchemaRegistry withPatience(Patience other) {
        return new SchemaRegistry(api, authorization, other);
    }

    /**
     * Registers every released schema under its subjects, oldest first, so that the registry itself sees that each can be
     * read with every other; what is there already stays as it is.
     *
     * @throws RegistryException in one line
     */
    public Registration register(Topics topics) {
        return new SchemaRegistration(new RegistryApi(this), SingleObjectCodecs.INSTANCE.present()).register(topics);
    }

    /**
     * Refuses a registry that has forgotten schemas of ours.
     *
     * @param given ids that were given to our schemas before
     * @throws RegistryException in one line
     */
    public void requireKnown(SchemaIds given) {
        RegistryApi asked = new RegistryApi(this);
        List<Integer> lost = given.byId().entrySet().stream()
                .filter(entry -> asked.schema(entry.getKey())
                        .filter(text -> RegisteredSchemas.fingerprint(text) == entry.getValue())
                        .isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (!lost.isEmpty()) {
            throw RegistryException.lost(
                    "the registry at %s does not know %d of the %d schema ids that records on this cluster were written with (the first is %d); it was made anew: restore its schemas with their ids, give the registry that had them, or choose another --prefix and load the files again"
                            .formatted(this, lost.size(), given.byId().size(), lost.get(0)));
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return api.toString();
    }

    private static String shown(URI address) {
        return address.getUserInfo() == null ? address.toString() : "(with a password in it)";
    }
}
