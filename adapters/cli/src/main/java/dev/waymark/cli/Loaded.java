package dev.waymark.cli;

import dev.waymark.store.CaseStore;
import java.util.List;

/**
 * A data set, and what was made of its Stars and issues before its rows were read.
 *
 * @param ready what was made
 * @param store the data set
 * @param filesNotRead the CSV files of its folder that nothing reads
 */
record Loaded<T>(T ready, CaseStore store, List<String> filesNotRead) {}
