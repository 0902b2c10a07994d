package dev.waymark.store;

import dev.waymark.data.Notice;
import dev.waymark.data.Rejection;
import dev.waymark.data.RejectionCode;
import dev.waymark.data.Rejections;
import dev.waymark.data.TableFormat;
import dev.waymark.taxonomy.Issue;
import dev.waymark.taxonomy.IssueTaxonomy;
import dev.waymark.taxonomy.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The findings in the making: each row goes onto the sheet of its form at once, where a second answer to an issue
 * shows.
 */
final class GatheredAnswers implements Gathering {

    private static final int[] ANSWER_OF_WORD = {Answers.YES, Answers.NO, Answers.UNKNOWN};

    private final TableFormat format;
    private final StoredTable forms;
    private final IssueTaxonomy taxonomy;
    private final StoredTable table;
    private final Dictionary issues;
    private final Answers answers;
    private final Rejections rejections = new Rejections();
    private long[] rowsOnFamilyForms = new long[0];
    private long[] rowsOnIndividualForms = new long[0];
    private long rowsRead;

    /** Answers on these forms, whose issues are looked up in the taxonomy. */
    GatheredAnswers(TableFormat format, StoredTable forms, IssueTaxonomy taxonomy) {
        this.format = format;
        this.forms = forms;
        this.taxonomy = taxonomy;
        this.table = new StoredTable(format, true, 0);
        this.issues = table.dictionary("issue");
        this.answers = new Answers(forms.rows());
    }

    @Override
    public void take(TablePart part) {
        int[] issueOf = issues.take(part.table.dictionary("issue"));
        IntColumn formOf = part.table.ints("assessment_id");
        IntColumn issueInPart = part.table.ints("issue");
        ByteColumn present = part.table.words("present");
        IntColumn subjectOf = forms.ints("individual_id");
        rowsOnFamilyForms = Arrays.copyOf(rowsOnFamilyForms, issues.size());
        rowsOnIndividualForms = Arrays.copyOf(rowsOnIndividualForms, issues.size());
        rejections.addAll(part.rejections);
        rowsRead += part.rowsRead;
        for (int row = 0; row < part.table.rows(); row++) {
            int form = formOf.get(row);
            int issue = issueOf[issueInPart.get(row)];
            if (answers.put(form, issue, ANSWER_OF_WORD[present.get(row)])) {
                table.addedRows(1);
                (subjectOf.get(form) < 0 ? rowsOnFamilyForms : rowsOnIndividualForms)[issue]++;
            } else {
                rejections.add(new Rejection(
                        format.name(),
                        part.lines.get(row),
                        Optional.of(format.identity().get(0)),
                        RejectionCode.DUPLICATE,
                        format.notTwice()));
            }
        }
    }

    @Override
    public Settled settle() {
        int[] places = issues.settle();
        answers.settle(places);
        table.answers(answers);
        return new Settled(table, ParentIds.NONE, rowsRead, rejections, notices(places));
    }

    /** Issues that no taxonomy lists, and answers on a form of another level than the taxonomy's. */
    private List<Notice> notices(int[] places) {
        List<Notice> notices = new ArrayList<>();
        for (int issue = 0; issue < places.length; issue++) {
            String code = issues.text(places[issue]);
            Optional<Issue> listed = taxonomy.issue(code);
            long rows = 0;
            if (listed.isEmpty() || listed.get().level() == Level.INDIVIDUAL) {
                rows += rowsOnFamilyForms[issue];
            }
            if (listed.isEmpty() || listed.get().level() == Level.FAMILY) {
                rows += rowsOnIndividualForms[issue];
            }
            if (rows > 0) {
                String notice = listed.isEmpty() ? "unknown-issue" : "level-misfit";
                notices.add(new Notice(notice, format.name(), "issue", Optional.of(code), rows));
            }
        }
        return notices;
    }
}
