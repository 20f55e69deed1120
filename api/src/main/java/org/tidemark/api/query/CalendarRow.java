package org.tidemark.api.query;

import java.time.LocalDate;
import org.tidemark.awaited.AwaitedRelease;
import org.tidemark.awaited.AwaitedRelease.Outlook;

/**
 * The next release of a source as one estimate awaits it.
 *
 * @param release when, and of what
 * @param outlook what it is worth to the estimate
 * @param today the day that its status is of
 */
record CalendarRow(AwaitedRelease release, Outlook outlook, LocalDate today) {}
