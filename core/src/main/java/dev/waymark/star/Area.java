package dev.waymark.star;

/** One area of a Star, such as {@code home-and-money}: the code that names its column and dimension, and its title. */
public record Area(String code, String title) {}
