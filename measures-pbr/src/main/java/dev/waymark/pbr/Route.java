package dev.waymark.pbr;

import java.util.List;
import java.util.Map;

/**
 * One way to a result: all of its criteria that apply must be met.
 *
 * @param id names it in figures and claims
 * @param title how people call it
 * @param criteria the ids of the criteria
 * @param resultPence the fee for a result, in pence, by the first calendar year of the financial year of attachment
 */
public record Route(String id, String title, List<String> criteria, Map<Integer, Long> resultPence) {}
