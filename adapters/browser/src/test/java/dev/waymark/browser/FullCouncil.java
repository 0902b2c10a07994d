package dev.waymark.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The example county with the tables it does not have: forms, missing children, claims and a budget, made by chance.
 */
final class FullCouncil {

    private static final long SEED = 20160331;

    /** Issues with the chance, in percent, of being there at first and of having gone at last. */
    private static final Map<String, int[]> ISSUES = Map.ofEntries(
            Map.entry("rent-arrears", new int[] {41, 55}),
            Map.entry("debt", new int[] {38, 40}),
            Map.entry("overcrowded", new int[] {14, 10}),
            Map.entry("risk-of-eviction", new int[] {13, 70}),
            Map.entry("council-tax-arrears", new int[] {40, 50}),
            Map.entry("not-registered-dentist", new int[] {33, 75}),
            Map.entry("not-registered-gp", new int[] {9, 80}),
            Map.entry("poor-diet", new int[] {30, 35}),
            Map.entry("emotional-needs-unmet", new int[] {48, 30}),
            Map.entry("poor-parent-child-relationship", new int[] {45, 35}),
            Map.entry("chaotic-household", new int[] {28, 45}),
            Map.entry("no-or-limited-support-network", new int[] {52, 30}),
            Map.entry("anti-social-behaviour", new int[] {22, 50}),
            Map.entry("no-settled-routine", new int[] {47, 45}),
            Map.entry("inconsistent-boundaries", new int[] {58, 40}));

    private static final Map<String, int[]> ISSUES_OF_MEMBERS = Map.of(
            "mental-health-problem", new int[] {24, 15},
            "school-absence", new int[] {20, 45},
            "smoking-or-smoking-near-children", new int[] {35, 10},
            "out-of-work-benefits", new int[] {40, 12});

    private FullCouncil() {}

    /** Adds the tables to the example county's data set, which stands in the folder. */
    static void complete(Path folder) throws IOException {
        Random chance = new Random(SEED);
        StringBuilder assessments = new StringBuilder("assessment_id,family_id,individual_id,date,kind\n");
        StringBuilder findings = new StringBuilder("assessment_id,issue,present\n");
        StringBuilder incidents = new StringBuilder("incident_id,family_id,individual_id,date,kind,followed_up_on\n");
        StringBuilder claims = new StringBuilder("family_id,scheme,claimed_on,route,amount\n");
        List<String> episodes = Files.readAllLines(folder.resolve("episodes.csv"));
        List<String> header = List.of(episodes.get(0).split(",", -1));
        int form = 0;
        for (String line : episodes.subList(1, episodes.size())) {
            String[] episode = line.split(",", -1);
            String family = episode[header.indexOf("family_id")];
            String opened = episode[header.indexOf("opened")];
            String closed = episode[header.indexOf("closed")];
            form = forms(family, "", opened, closed, ISSUES, form, chance, assessments, findings);
            if (chance.nextInt(10) == 0) {
                incidents
                        .append("i")
                        .append(form)
                        .append(',')
                        .append(family)
                        .append(",,")
                        .append(opened)
                        .append(",missing-episode,")
                        .append(chance.nextInt(4) == 0 ? "" : opened)
                        .append('\n');
            }
            if (!closed.isEmpty() && chance.nextInt(3) == 0) {
                claims.append(family)
                        .append(",troubled-families-2,")
                        .append(closed)
                        .append(",progress,800\n");
            }
        }
        List<String> individuals = Files.readAllLines(folder.resolve("individuals.csv"));
        List<String> columns = List.of(individuals.get(0).split(",", -1));
        for (String line : individuals.subList(1, individuals.size())) {
            String[] member = line.split(",", -1);
            if (chance.nextInt(2) == 0) {
                form = forms(
                        member[columns.indexOf("family_id")],
                        member[columns.indexOf("individual_id")],
                        "2015-06-01",
                        "2015-12-01",
                        ISSUES_OF_MEMBERS,
                        form,
                        chance,
                        assessments,
                        findings);
            }
        }
        Files.writeString(folder.resolve("assessments.csv"), assessments);
        Files.writeString(folder.resolve("findings.csv"), findings);
        Files.writeString(folder.resolve("incidents.csv"), incidents);
        Files.writeString(folder.resolve("claims.csv"), claims);
        Files.writeString(folder.resolve("budget.csv"), """
                year,kind,line,organisation,amount
                2014/15,income,Government grant,Government,1620000.00
                2014/15,income,Contribution,County Council,980000.00
                2014/15,expenditure,Staff,County Council,2210450.50
                2015/16,income,Government grant,Government,1104000.00
                2015/16,income,Contribution,County Council,980000.00
                2015/16,income,Contribution,Police and Crime Commissioner,150000.00
                2015/16,income,Contribution,Clinical Commissioning Group,120000.00
                2015/16,expenditure,Staff,County Council,2487010.25
                2015/16,adjustment,Correction,County Council,-1200.00
                """);
    }

    private static int forms(
            String family,
            String member,
            String first,
            String last,
            Map<String, int[]> issues,
            int form,
            Random chance,
            StringBuilder assessments,
            StringBuilder findings) {
        int initial = form + 1;
        int closure = form + 2;
        assessments
                .append(initial)
                .append(',')
                .append(family)
                .append(',')
                .append(member)
                .append(',')
                .append(first)
                .append(",initial\n");
        boolean hasLast = !last.isEmpty() && chance.nextInt(4) > 0;
        if (hasLast) {
            assessments
                    .append(closure)
                    .append(',')
                    .append(family)
                    .append(',')
                    .append(member)
                    .append(',')
                    .append(last)
                    .append(",closure\n");
        }
        issues.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(issue -> {
            boolean present = chance.nextInt(100) < issue.getValue()[0];
            boolean gone = chance.nextInt(100) < issue.getValue()[1];
            findings.append(initial).append(',').append(issue.getKey()).append(present ? ",yes\n" : ",no\n");
            if (hasLast) {
                boolean isNew = chance.nextInt(100) < 5;
                boolean atLast = present ? !gone : isNew;
                findings.append(closure).append(',').append(issue.getKey()).append(atLast ? ",yes\n" : ",no\n");
            }
        });
        return closure;
    }
}
