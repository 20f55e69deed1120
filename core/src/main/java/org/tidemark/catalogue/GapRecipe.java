package org.tidemark.catalogue;

/**
 * How one gap is made.
 *
 * @param id name in the catalogue
 * @param title one line for people
 */
public record GapRecipe(String id, String title) {}
