package dev.waymark.star;

/**
 * One stage of a Star's scale, such as accepting help: the scores {@code from} to {@code to}, both included.
 *
 * @param code names the stage in dimensions
 * @param title how people read it
 * @param from the lowest score of the stage
 * @param to the highest score of the stage
 * @param inProgressBase whether families that start here are in the base of positive progress
 * @param littleOrNoSupport whether families that end here need little or no support
 * @param atLeastTrying whether families here are at least trying
 */
public record Stage(
        String code,
        String title,
        int from,
        int to,
        boolean inProgressBase,
        boolean littleOrNoSupport,
        boolean atLeastTrying) {}
