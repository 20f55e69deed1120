package org.tidemark.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
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

    /** At an address: with a path it is that of the API itself, without one the registry is Apicurio. */
    public static SchemaRegistry at(URI address) {
        String path = String.valueOf(address.getPath());
        URI api = path.isEmpty() ? URI.create(address + APICURIO_PATH) : address;
        return new SchemaRegistry(api, null, Patience.DEFAULT);
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

    /** Without the password. */
    @Override
    public String toString() {
        return api.toString();
    }

    private static String shown(URI address) {
        return address.getUserInfo() == null ? address.toString() : "(with a password in it)";
    }
}
