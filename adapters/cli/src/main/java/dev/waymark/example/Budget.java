package dev.waymark.example;

import java.util.List;

/** The pooled budget of 2012/13 to 2015/16: sums as published, who paid in made up. */
final class Budget {

    private Budget() {}

    static Table table() {
        return new Table(
                "budget",
                List.of("year", "kind", "line", "organisation", "amount"),
                List.of(
                        List.of("2012/13", "income", "contributions", "County Council", "1638099"),
                        List.of("2012/13", "income", "contributions", "Health", "1000000"),
                        List.of("2012/13", "income", "programme grant", "Government", "1000000"),
                        List.of("2013/14", "income", "contributions", "County Council", "1288986"),
                        List.of("2013/14", "income", "programme grant", "Government", "1000000"),
                        List.of("2013/14", "expenditure", "service", "", "2021305"),
                        List.of("2013/14", "adjustment", "correction", "", "172037"),
                        List.of("2014/15", "income", "contributions", "County Council", "839622"),
                        List.of("2014/15", "income", "programme grant", "Government", "800000"),
                        List.of("2014/15", "expenditure", "service", "", "2324947"),
                        List.of("2015/16", "income", "contributions", "County Council", "446000"),
                        List.of("2015/16", "income", "programme grant", "Government", "500000"),
                        List.of("2015/16", "expenditure", "service", "", "2424466")));
    }
}
