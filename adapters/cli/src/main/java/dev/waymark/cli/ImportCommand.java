package dev.waymark.cli;

import dev.waymark.csv.CsvFolder;
import dev.waymark.data.Mapping;
import dev.waymark.data.Rejection;
import dev.waymark.jdbc.Database;
import dev.waymark.jdbc.DatabaseImport;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Loads a folder into a database that does not have the tables yet. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Makes the tables of the data format in a database and fills them from a folder, all or nothing.")
final class ImportCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The folder with the data set.")
    private Path data = Path.of("");

    @Option(
            names = "--jdbc",
            required = true,
            paramLabel = "URL",
            description = "The database, without a password in it; a file such as jdbc:h2:./council needs no server.")
    private String jdbc = "";

    @Option(
            names = "--create",
            description = "Says that tables are made; a database that has one of them already is refused.")
    private boolean creates;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For the command line. */
    ImportCommand() {}

    @Override
    public Integer call() {
        if (!creates) {
            throw new ParameterException(
                    spec.commandLine(), "import makes the tables that it fills, which is to be said with --create");
        }
        Database database = options.at(jdbc);
        CsvFolder folder = CsvFolder.of(data);
        Optional<Mapping> mapping = reading.mapping().or(folder::mapping);
        CaseStore store = reading.read(new CaseStoreReader(folder));
        Map<String, Long> written = DatabaseImport.into(database).create(folder, mapping, store);
        PrintWriter text = spec.commandLine().getOut();
        List<Rejection> rejected = store.quality().rejected();
        TextTable table = new TextTable("table", "rows written", "rows or values rejected");
        written.forEach((name, rows) -> table.row(
                name,
                String.format(Locale.ROOT, "%,d", rows),
                String.format(
                        Locale.ROOT,
                        "%,d",
                        rejected.stream().filter(r -> r.table().equals(name)).count())));
        table.print(text);
        if (!rejected.isEmpty()) {
            text.println();
            text.println("What was rejected is not in the database: waymark validate lists it.");
        }
        text.flush();
        return 0;
    }
}
