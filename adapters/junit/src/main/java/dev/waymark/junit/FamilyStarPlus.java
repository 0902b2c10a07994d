package dev.waymark.junit;

/** The codes of the areas of the Family Star Plus, in the Star's own order. */
public final class FamilyStarPlus {

    /** Physical health. */
    public static final String PHYSICAL_HEALTH = "physical-health";
    /** Your well-being. */
    public static final String YOUR_WELL_BEING = "your-well-being";
    /** Meeting emotional needs. */
    public static final String MEETING_EMOTIONAL_NEEDS = "meeting-emotional-needs";
    /** Keeping your children safe. */
    public static final String KEEPING_YOUR_CHILDREN_SAFE = "keeping-your-children-safe";
    /** Social networks. */
    public static final String SOCIAL_NETWORKS = "social-networks";
    /** Education and learning. */
    public static final String EDUCATION_AND_LEARNING = "education-and-learning";
    /** Boundaries and behaviour. */
    public static final String BOUNDARIES_AND_BEHAVIOUR = "boundaries-and-behaviour";
    /** Family routine. */
    public static final String FAMILY_ROUTINE = "family-routine";
    /** Home and money. */
    public static final String HOME_AND_MONEY = "home-and-money";
    /** Progress to work. */
    public static final String PROGRESS_TO_WORK = "progress-to-work";

    private FamilyStarPlus() {}
}
