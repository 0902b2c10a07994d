package dev.waymark.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.csv.CsvFolder;
import dev.waymark.data.ColumnFormat;
import dev.waymark.data.ColumnType;
import dev.waymark.data.DataFormat;
import dev.waymark.data.Rejection;
import dev.waymark.data.TableFormat;
import dev.waymark.example.ExampleCounty;
import dev.waymark.family.Period;
import dev.waymark.figure.Report;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anytown.FromSpark;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The records of a folder, as Spark has them with types of its own and in parts, give the report of the folder. */
class CountyTest {

    @TempDir
    private Path folder;

    private final SparkSession spark = LocalSpark.session();

    @Test
    void aCountyInSparkGivesTheReportOfItsFolder() throws IOException {
        ExampleCounty.write(folder);
        for (TableFormat table : DataFormat.CURRENT.tables()) {
            typed(table).repartition(4).createOrReplaceTempView(table.name());
        }

        Report ofFolder = MeasureRun.of(
                        CaseStore.read(CsvFolder.of(folder)),
                        MeasureCatalog.load(CountyTest.class.getClassLoader()),
                        Period.parse("2015/16"))
                .by(Stratum.DISTRICT)
                .report();
        assertThat(ofFolder.figures()).hasSizeGreaterThan(5000);
        assertThat(FromSpark.report(spark, "2015/16")).isEqualTo(ofFolder);
    }

    @Test
    void theProgramOfTheDocumentationIsTheOneThatRuns() throws IOException {
        String page = Files.readString(Path.of("../../docs/spark.md"));
        String program = Files.readString(Path.of("src/test/java/org/anytown/FromSpark.java"));

        assertThat(page)
                .contains("<!-- spark: FromSpark.java -->\n```java\n" + program.replace("package org.anytown;\n\n", "")
                        + "```");
    }

    private Dataset<Row> typed(TableFormat table) {
        Dataset<Row> texts = spark.read()
                .option("header", "true")
                .csv(folder.resolve(table.name() + ".csv").toString());
        Column[] columns = new Column[texts.columns().length];
        for (int i = 0; i < columns.length; i++) {
            String name = texts.columns()[i];
            columns[i] =
                    texts.col("`" + name + "`").cast(sparkType(table, name)).as(name);
        }
        return texts.select(columns);
    }

    private static String sparkType(TableFormat table, String name) {
        ColumnType type = table.columns().stream()
                .filter(column -> column.name().equals(name))
                .map(ColumnFormat::type)
                .findFirst()
                .orElse(ColumnType.COUNT); // the scores of the areas
        return switch (type) {
            case DATE -> "date";
            case COUNT -> "int";
            case AMOUNT -> "decimal(19,4)";
            default -> "string";
        };
    }

    /**
     * The line is the place in the order of the identity, the header being line 1; of two of one id the first stands.
     */
    @Test
    void aRejectedRowIsNamedByItsPlaceInTheOrderOfTheIdentity() {
        spark.sql("select * from values ('3', 'Melton'), ('1', 'Blaby'), ('1', 'Harborough') as t(family_id, district)")
                .createOrReplaceTempView("families");
        spark.sql("select * from values ('E2', '9', '2015-05-01'), ('E1', '3', 'soon'), ('E3', '3', '2015-05-01')"
                        + " as t(episode_id, family_id, opened)")
                .withColumn("service", functions.lit("ifs"))
                .withColumn("closed", functions.lit(null))
                .createOrReplaceTempView("episodes");

        CaseStore store = new CaseStoreReader(SparkTables.of(spark)).read();

        assertThat(store.families()).isEqualTo(2);
        assertThat(store.quality().rejected().stream().map(Rejection::toString))
                .containsExactly(
                        "families line 3, family_id: duplicate, expected family_id not together in an earlier row",
                        "episodes line 2, opened: malformed, expected a date like 2015-04-01",
                        "episodes line 3, family_id: orphan, expected an id of an accepted row of families");
    }
}
