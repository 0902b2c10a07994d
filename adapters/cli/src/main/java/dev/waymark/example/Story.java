package dev.waymark.example;

/** What happened between a family and the services, and how many families it happened to. */
enum Story {
    /** One spell, begun before the year and ended in it. */
    ENDED(Course.CARRIED_IN_AND_CLOSED, 188),
    ENDED_ON_THE_FIRST_DAY(Course.CARRIED_IN_AND_CLOSED, 1),
    /** From the last day before the year to its last day. */
    STAYED_FROM_THE_EVE_TO_THE_LAST_DAY(Course.CARRIED_IN_AND_CLOSED, 1),
    ENDED_AFTER_EARLIER_SPELL(Course.CARRIED_IN_AND_CLOSED, 9),
    /** A parenting programme within the spell, ended before it. */
    ENDED_WITH_PROGRAMME_BEFORE(Course.CARRIED_IN_AND_CLOSED, 6),
    /** A parenting programme within the spell, ended on the same day: the later begun is counted. */
    ENDED_WITH_PROGRAMME_TOGETHER(Course.CARRIED_IN_AND_CLOSED, 2),
    ENDED_AND_BACK_AFTER_THE_YEAR(Course.CARRIED_IN_AND_CLOSED, 3),

    GOES_ON(Course.CARRIED_IN_STILL_OPEN, 36),
    GOES_ON_WITH_PROGRAMME(Course.CARRIED_IN_STILL_OPEN, 3),
    GOES_ON_AND_ENDED_AFTER_THE_YEAR(Course.CARRIED_IN_STILL_OPEN, 6),

    /** One spell, begun and ended in the year. */
    CAME_AND_WENT(Course.OPENED_AND_CLOSED, 190),
    /** Carried in, ended and begun again in the year: opened and closed in it, but in two spells. */
    WENT_AND_CAME_BACK(Course.OPENED_AND_CLOSED, 8),
    WENT_CAME_BACK_AND_WENT(Course.OPENED_AND_CLOSED, 3),
    /** Two spells, both begun and ended in the year. */
    CAME_AND_WENT_TWICE(Course.OPENED_AND_CLOSED, 5),

    CAME(Course.OPENED_STILL_OPEN, 292),
    CAME_ON_THE_LAST_DAY(Course.OPENED_STILL_OPEN, 1),
    CAME_AFTER_EARLIER_SPELL(Course.OPENED_STILL_OPEN, 10),
    CAME_AND_JOINED_PROGRAMME(Course.OPENED_STILL_OPEN, 9),
    CAME_AND_ENDED_AFTER_THE_YEAR(Course.OPENED_STILL_OPEN, 24),

    ENDED_BEFORE_THE_YEAR(Course.NOT_WORKED_WITH, 63),
    /** Ended on the last day before the year. */
    ENDED_ON_THE_EVE(Course.NOT_WORKED_WITH, 1),
    CAME_AFTER_THE_YEAR(Course.NOT_WORKED_WITH, 24),
    /** Known, but never with a service. */
    NEVER_CAME(Course.NOT_WORKED_WITH, 4);

    private final Course course;
    private final int families;

    Story(Course course, int families) {
        this.course = course;
        this.families = families;
    }

    static Deck<Story> deck(Course course, Chance chance) {
        Deck<Story> deck = new Deck<>();
        for (Story story : values()) {
            if (story.course == course) {
                deck.with(story.families, story);
            }
        }
        return deck.shuffled(chance);
    }

    boolean isWorkedWith() {
        return course != Course.NOT_WORKED_WITH;
    }
}
