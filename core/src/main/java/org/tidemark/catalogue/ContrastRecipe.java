package org.tidemark.catalogue;

/**
 * How one contrast is made.
 *
 * @param id name in the catalogue
 * @param title one line for people
 */
public record ContrastRecipe(String id, String title) {}
