package org.tidemark.publication;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.PublicationPrecision;
import org.tidemark.series.PublishedBasis;

/**
 * Decides when the figures of one file and source became public, from what is trusted most: what the file states beside
 * the figure; the file's own date; the catalogue's calendar; the usual lag; when it was received.
 *
 * <p>In the first delivery of a series each figure gets the earlier of the file's date and the usual date, so that a
 * file of 2025 that holds 2020 plays as history and not as one update. From the second on, what a dated file holds
 * became public with it. An undated file that states anew what an older one said became public as a whole when its newest
 * figure did, or, where that is not later, when it was received; without a receipt, only its place in the order is known.
 *
 * <p>No instant is one at which another file said something else, unless the publisher gives both the same date: a
 * doubtful date never makes a conflict, in which both values would be lost.
 *
 * @param delivery the file
 * @param asFiled whether everything counts as published with its file
 * @param received when it was received; null in a replay, which asks no clock
 */
public record FileDating(Delivery delivery, boolean asFiled, @Nullable Instant received) {
    /**
     * When a figure became public that no other file has spoken of; empty when nothing tells.
     *
     * @param first whether the file is of the first delivery of its series
     */
    public Optional<Publication> of(Claim claim, boolean first) {
        if (claim.stated() != null) {
            return Optional.of(new Publication(stated(claim.stated(), claim.usual()), PublishedBasis.STATED));
        }
        Instant filed = delivery.filed();
        if (filed == null) {
            return notAfterReceipt(claim);
        }
        Publication usual = claim.usual();
        if (first && !asFiled && usual != null && !usual.published().isAfter(filed)) {
            return Optional.of(usual);
        }
        return Optional.of(new Publication(filed, PublishedBasis.FILE));
    }

    /** A month alone takes its day from the publisher's calendar, where that has one in it. */
    private static Instant stated(Instant stated, @Nullable Publication usual) {
        if (usual == null) {
            return stated;
        }
        boolean narrower = usual.basis() == PublishedBasis.CALENDAR
                && PublicationPrecision.of(stated) == PublicationPrecision.MONTH
                && usual.published().isBefore(stated)
                && !usual.published().isBefore(PublicationPrecision.earliest(stated));
        return narrower ? usual.published() : stated;
    }

    /** What is held in hand is public, whatever is usual; but of a period that has not ended the date is in doubt. */
    private Optional<Publication> notAfterReceipt(Claim claim) {
        Publication usual = claim.usual();
        if (received == null || claim.ended().isAfter(received)) {
            return Optional.ofNullable(usual);
        }
        return usual == null || usual.published().isAfter(received)
                ? Optional.of(new Publication(received, PublishedBasis.RECEIVED))
                : Optional.of(usual);
    }

    /**
     * When all that an undated file states anew became public.
     *
     * @param last when an older file last said any of it
     */
    public Publication ofRestated(Instant last) {
        Instant newest = delivery.newest();
        if (newest != null && newest.isAfter(last) && (received == null || !newest.isAfter(received))) {
            return new Publication(newest, PublishedBasis.NEWEST);
        }
        return received != null && received.isAfter(last)
                ? new Publication(received, PublishedBasis.RECEIVED)
                : new Publication(last.plusMillis(1), PublishedBasis.ORDER);
    }

    /** Whether what an older file said last of a figure is something else. */
    public boolean revises(Claim claim, Collection<Statement> others) {
        List<Statement> before = older(others);
        return !before.isEmpty() && !before.get(before.size() - 1).saysTheSameAs(claim);
    }

    /** When an older file last said anything of a figure. */
    public Optional<Instant> lastSaid(Collection<Statement> others) {
        List<Statement> before = older(others);
        return before.isEmpty()
                ? Optional.empty()
                : Optional.of(before.get(before.size() - 1).published());
    }

    /** Whether a later file said something else of a figure. */
    public boolean isOlderThanContrary(Claim claim, Collection<Statement> others) {
        return others.stream().anyMatch(s -> s.delivery().compareTo(delivery) > 0 && !s.saysTheSameAs(claim));
    }

    private List<Statement> older(Collection<Statement> others) {
        return others.stream()
                .filter(s -> s.delivery().compareTo(delivery) < 0)
                .sorted(Comparator.comparing(Statement::published))
                .toList();
    }

    /** The publication, moved off every instant at which another file said something else. */
    public Publication settled(Publication found, Claim claim, Collection<Statement> others) {
        Optional<Statement> contrary = contrary(found, claim, others);
        if (contrary.isEmpty()) {
            return found;
        }
        int step = contrary.get().delivery().compareTo(delivery) < 0 ? 1 : -1;
        Publication settled = found;
        // One way only: there are no more instants to leave behind than statements.
        while (contrary(settled, claim, others).isPresent()) {
            settled = new Publication(settled.published().plusMillis(step), PublishedBasis.ORDER);
        }
        return settled;
    }

    private Optional<Statement> contrary(Publication found, Claim claim, Collection<Statement> others) {
        boolean firm = Statement.isFirm(found.basis());
        return others.stream()
                .filter(s -> s.published().equals(found.published()))
                .filter(s -> !(firm && s.isFirm()) && !isOfOneDate(s.delivery()))
                .filter(s -> !s.saysTheSameAs(claim))
                .findFirst();
    }

    /** Files that the publisher gives one date are one delivery, which may contradict itself. */
    private boolean isOfOneDate(Delivery other) {
        return delivery.filed() != null && delivery.filed().equals(other.filed());
    }
}
