package dev.waymark.cli;

import dev.waymark.store.CaseStore;

/** A data set, and what was made of its Stars and issues before its rows were read. */
record Loaded<T>(T ready, CaseStore store) {}
