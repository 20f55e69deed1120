package org.tidemark.it;

/**
 * The broker that a test class was given, and the prefix that keeps its topics apart from those of other classes.
 *
 * @param bootstrap for {@code bootstrap.servers}
 * @param prefix of every topic, group and transactional id that the class uses
 */
public record TestBroker(String bootstrap, String prefix) {
    public String name(String suffix) {
        return prefix + "." + suffix;
    }
}
