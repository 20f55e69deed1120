/** The share of people of working age who use AI, by country and US state, of the Microsoft AI Economy Institute. */
@NullMarked
package org.tidemark.producers.microsoft;

import org.jspecify.annotations.NullMarked;
