package dev.waymark.cli;

import dev.waymark.definition.Definition;
import dev.waymark.family.Period;
import dev.waymark.measure.Explanation;
import dev.waymark.measure.Judgement;
import dev.waymark.pbr.claim.ClaimLine;
import dev.waymark.pbr.claim.Proposal;
import dev.waymark.pbr.scheme.Scheme;
import dev.waymark.pbr.scheme.SchemeBook;
import dev.waymark.report.ExplanationJson;
import dev.waymark.report.Unwritable;
import dev.waymark.report.WholeFiles;
import dev.waymark.run.MeasureRun;
import dev.waymark.store.CaseStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes the families that can be claimed now, one evidence file each, and the claim list.
 *
 * <p>The ledger is there before any claim is written and has the claims last: a proposal that was cut off is made again
 * and gives the same, and claims beside which there is none are never taken for the first.
 */
final class ClaimsProposeCommand extends Command {

    private static final String LEDGER = "ledger.csv";

    private final DataOptions data = new DataOptions(this);
    private final SchemeOptions schemes = new SchemeOptions(this);
    private final Supplier<String> scheme = required(String.class, "--scheme", "ID", "The scheme to claim under.");
    private final Supplier<String> asAt = required(
            String.class, "--as-at", "DATE", "Nothing after this day exists; the claims are made on the day after it.");
    private final Supplier<Optional<String>> period = optional(
            String.class,
            "--period",
            "PERIOD",
            "In which a family that was closed is claimed for that episode; the financial year of the as-at date if"
                    + " not given.");
    private final Supplier<Path> out = required(Path.class, "--out", "DIR", "The folder of claims and their ledger.");

    ClaimsProposeCommand() {
        super("Writes the claim list of the families that can be claimed now, an evidence file for each, and adds"
                + " them to ledger.csv; a family once claimed under the scheme is never proposed again.");
    }

    @Override
    public Integer call() {
        LocalDate day = RunOptions.asAt(asAt.get());
        MeasureRun.checkAsAt(day);
        Period claimed = period.get().map(Period::parse).orElseGet(() -> Period.financialYearOf(day));
        MeasureRun.checkAsAt(claimed, day);
        Path folder = out.get();
        ClaimLedger ledger = new ClaimLedger(folder.resolve(LEDGER));
        List<ClaimLine> before = ledger.lines();
        List<Definition> definitions = schemes.read();
        Loaded<Scheme> loaded = data.read(nothing -> chosen(definitions, nothing));
        Proposal proposal = Proposal.of(loaded.store(), loaded.ready(), claimed, day, before);
        Path list = folder.resolve("claims-" + scheme.get() + "-" + day.plusDays(1) + ".csv");
        boolean isNew;
        try (ledger) {
            Files.createDirectories(folder);
            isNew = ledger.begin();
            writeEvidence(proposal, claimed, day);
            WholeFiles.write(list, ClaimLedger.csv(proposal.lines(), true).getBytes(StandardCharsets.UTF_8));
            ledger.append(proposal.added());
        } catch (IOException e) {
            throw Unwritable.folder(folder, e);
        }
        PrintWriter text = out();
        text.println("Claimable under " + scheme.get() + " on " + day.plusDays(1) + ": "
                + proposal.lines().size() + " families, " + proposal.added().size() + " of them new");
        text.println("Claims: " + list);
        if (isNew) {
            text.println("Ledger: " + folder.resolve(LEDGER)
                    + ", a new ledger was begun: give the same --out folder for every proposal");
        }
        return 0;
    }

    private Scheme chosen(List<Definition> definitions, CaseStore store) {
        return SchemeBook.of(definitions, store.taxonomy(), store.stars()).scheme(scheme.get());
    }

    /** Evidence is numbered by the place in the claim list: an id may hold what a file name must not. */
    private void writeEvidence(Proposal proposal, Period claimed, LocalDate day) throws IOException {
        Path folder = out.get().resolve("evidence-" + scheme.get() + "-" + day.plusDays(1));
        Files.createDirectories(folder);
        Map<String, Judgement> evidence = proposal.evidence();
        List<ClaimLine> lines = proposal.lines();
        for (int place = 0; place < lines.size(); place++) {
            Optional<Judgement> judged =
                    Optional.ofNullable(evidence.get(lines.get(place).familyId()));
            if (judged.isPresent()) {
                ByteArrayOutputStream json = new ByteArrayOutputStream();
                ExplanationJson.write(
                        new Explanation(
                                "pbr.results",
                                lines.get(place).familyId(),
                                List.of(),
                                List.of(judged.get()),
                                List.of()),
                        claimed,
                        day,
                        json);
                WholeFiles.write(evidenceFile(folder, place), json.toByteArray());
            }
        }
        // of a proposal that was cut off before it reached the ledger there may be more
        for (int place = lines.size(); Files.deleteIfExists(evidenceFile(folder, place)); place++) {}
    }

    private static Path evidenceFile(Path folder, int place) {
        return folder.resolve(String.format(Locale.ROOT, "%04d.json", place + 1));
    }
}
