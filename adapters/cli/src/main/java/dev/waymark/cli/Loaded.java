package dev.waymark.cli;

import dev.waymark.store.CaseStore;

/** A data set that was read, and what was made ready for it before, as far as the Stars and issues go. */
record Loaded<T>(T ready, CaseStore store) {}
