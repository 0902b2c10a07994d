package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    /** Oracle: a sorted map of each form's answers, filled and read the plain way. */
    @ParameterizedTest(name = "seed {0}, {1} issues")
    @CsvSource({"1, 1", "2, 4", "3, 5", "4, 31", "5, 32", "6, 33", "7, 60", "8, 64", "9, 300", "10, 1024", "11, 1500"})
    void formsSayWhatWasPutDown(long seed, int issues) {
        formsSayWhatWasPutDown(seed, issues, false);
    }

    // issues that come A to Z keep their places on the sheets, which are only made narrower: 4 issues are a byte of
    // eight, 33 nine bytes of sixteen, 1,500 more than a sheet has
    @ParameterizedTest(name = "seed {0}, {1} issues")
    @CsvSource({"12, 4", "13, 33", "14, 60", "15, 1024", "16, 1500"})
    void formsSayTheSameOfIssuesThatCameAToZ(long seed, int issues) {
        formsSayWhatWasPutDown(seed, issues, true);
    }

    private static void formsSayWhatWasPutDown(long seed, int issues, boolean inOrder) {
        Random random = new Random(seed);
        int forms = 7;
        Answers answers = new Answers(forms);
        List<Map<Integer, Integer>> expected = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int issue = 0; issue < issues; issue++) {
            places.add(issue);
        }
        if (!inOrder) {
            Collections.shuffle(places, random);
        }
        for (int form = 0; form < forms; form++) {
            expected.add(new TreeMap<>());
        }
        for (int row = 0; row < issues * 4; row++) {
            int form = random.nextInt(forms);
            int issue = random.nextInt(issues);
            int answer = 1 + random.nextInt(3);
            boolean isFirst = expected.get(form).putIfAbsent(places.get(issue), answer) == null;
            assertThat(answers.put(form, issue, answer))
                    .as("form %s, issue %s", form, issue)
                    .isEqualTo(isFirst);
        }

        answers.settle(places.stream().mapToInt(place -> place).toArray());

        for (int form = 0; form < forms; form++) {
            Map<Integer, Integer> onForm = expected.get(form);
            List<Integer> on = new ArrayList<>();
            for (int issue = answers.nextOn(form, 0); issue >= 0; issue = answers.nextOn(form, issue + 1)) {
                on.add(issue);
            }
            assertThat(on).containsExactlyElementsOf(onForm.keySet());
            List<Integer> answered = new ArrayList<>();
            for (int issue = answers.nextAnswered(form, 0); issue >= 0; issue = answers.nextAnswered(form, issue + 1)) {
                answered.add(issue);
            }
            assertThat(answered)
                    .containsExactlyElementsOf(onForm.entrySet().stream()
                            .filter(entry -> entry.getValue() != Answers.UNKNOWN)
                            .map(Map.Entry::getKey)
                            .toList());
            List<Integer> words = new ArrayList<>();
            for (int word = answers.nextWord(form, 0); word >= 0; word = answers.nextWord(form, word + 1)) {
                words.add(word);
            }
            assertThat(words)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .containsAll(answered.stream().map(issue -> issue / 64).toList())
                    .allSatisfy(word -> assertThat(64 * word).isBetween(0, issues - 1));
            for (int issue = 0; issue < issues; issue++) {
                assertThat(answers.of(form, issue)).isEqualTo(onForm.getOrDefault(issue, Answers.NONE));
            }
            for (int word = 0; word < issues / 64 + 1; word++) {
                for (int bit = 0; bit < 64; bit++) {
                    int answer = onForm.getOrDefault(64 * word + bit, Answers.NONE);
                    assertThat(answers.answered(form, word) >>> bit & 1)
                            .isEqualTo(answer == Answers.YES || answer == Answers.NO ? 1 : 0);
                    assertThat(answers.present(form, word) >>> bit & 1).isEqualTo(answer == Answers.YES ? 1 : 0);
                }
            }
            List<Integer> some = places.stream()
                    .filter(place -> random.nextInt(3) == 0)
                    .sorted()
                    .toList();
            Answers.Mask mask = new Answers.Mask(some);
            List<Integer> yes = new ArrayList<>();
            for (int issue = answers.nextYes(form, 0, mask);
                    issue >= 0;
                    issue = answers.nextYes(form, issue + 1, mask)) {
                yes.add(issue);
            }
            assertThat(yes)
                    .containsExactlyElementsOf(some.stream()
                            .filter(issue -> onForm.getOrDefault(issue, Answers.NONE) == Answers.YES)
                            .toList());
        }
    }

    @Test
    void formsWithoutAnyAnswerSayNothing() {
        Answers answers = new Answers(2);
        answers.settle(new int[0]);

        assertThat(answers.nextOn(1, 0)).isEqualTo(-1);
        assertThat(answers.nextAnswered(0, 0)).isEqualTo(-1);
    }

    // sixty issues in two bits each are fifteen bytes a form, beside the list of the issues and one long of slack
    @Test
    void aFormTakesTwoBitsAnIssue() {
        Answers answers = new Answers(1000);
        int[] places = new int[60];
        for (int issue = 0; issue < 60; issue++) {
            places[issue] = issue;
            answers.put(issue, issue, Answers.YES);
        }

        answers.settle(places);

        assertThat(answers.bytes()).isEqualTo(1000 * 15 + 60 * 4 + 8);
    }

    // the sheets have room for 32 issues when the last answer is put down, and for none of the 33rd
    @Test
    void anIssueThatNoFormAnswersTakesNothingFromTheNextForm() {
        Answers answers = new Answers(2);
        answers.put(1, 0, Answers.YES);
        int[] places = new int[33];
        for (int issue = 0; issue < 33; issue++) {
            places[issue] = issue;
        }

        answers.settle(places);

        assertThat(answers.nextOn(0, 0)).isEqualTo(-1);
        assertThat(answers.of(1, 0)).isEqualTo(Answers.YES);
        assertThat(answers.nextOn(1, 1)).isEqualTo(-1);
    }

    // 300,000,000 forms of 32 words for 1,024 issues are 9,600,000,000 words: more than one array has
    @Test
    void moreFormsThanSheetsCanBeMadeForAreTooLarge() {
        Answers answers = new Answers(300_000_000);

        assertThatThrownBy(() -> answers.put(0, 1023, Answers.YES))
                .isInstanceOf(WaymarkException.class)
                .hasMessage(
                        "WM-TOO-LARGE: 300000000 forms are too many for answers to 1024 issues each. Split the data set"
                                + " by families.");
    }
}
