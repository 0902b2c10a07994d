package dev.waymark.example;

/** How a family counts in the year: worked with (all but the last), opened, closed. */
enum Course {
    CARRIED_IN_AND_CLOSED,
    CARRIED_IN_STILL_OPEN,
    OPENED_AND_CLOSED,
    OPENED_STILL_OPEN,
    NOT_WORKED_WITH
}
