package dev.claimgraph.exchange;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Rows of a table with the names of the fields in its first line. A cell that is empty is left out; one that begins with a bracket is
 * JSON, unless it is a text by its name; several ids, names or qualifiers stand in one with semicolons between them.
 */
final class CsvRows extends RowReader {

    private static final Set<String> LISTS = Set.of(
            "personaIds",
            "featureIds",
            "marketProblemIds",
            "competitorIds",
            "factIds",
            "dependsOn",
            "qualifiers",
            "memberIds",
            "roles");

    /** May begin with a bracket, which means nothing there. */
    private static final Set<String> TEXTS = Set.of("name", "summary", "description", "statement", "text", "title");

    /** What some programs write between cells in place of commas. */
    private static final Pattern OTHER_SEPARATOR = Pattern.compile("[;\t|]");

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvReadFeature.SKIP_EMPTY_LINES).build();

    private final Reader file;
    private @Nullable MappingIterator<Map<String, String>> table;

    CsvRows(Reader file, Report report) {
        super(report);
        this.file = file;
    }

    @Override
    @Nullable
    Row next() throws IOException {
        var line = 1L;
        try {
            var rows = table();
            while (rows.hasNextValue()) {
                if (rows.parserSchema() instanceof CsvSchema header && isOneCell(header)) {
                    refuse(1, "Line 1 is one cell; put commas between the names of the fields, and between the cells.");
                    return null;
                }
                line = rows.currentLocation().getLineNr();
                var row = read(line, rows.nextValue());
                if (row != null) {
                    return row;
                }
            }
        } catch (JacksonException unreadable) {
            if (unreadable.getCause() instanceof IOException ofFile) {
                throw ofFile;
            }
            var place = unreadable.getLocation() == null
                    ? line
                    : unreadable.getLocation().getLineNr();
            refuse(place, "The table ends here: %s".formatted(unreadable.getOriginalMessage()));
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Its first line is read with it. */
    private MappingIterator<Map<String, String>> table() {
        var opened = table;
        if (opened == null) {
            opened = CSV.readerForMapOf(String.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .readValues(file);
            table = opened;
        }
        return opened;
    }

    private static boolean isOneCell(CsvSchema header) {
        return header.size() == 1
                && OTHER_SEPARATOR.matcher(header.columnName(0)).find();
    }

    private @Nullable Row read(long line, Map<String, String> cells) {
        var fields = new HashMap<String, Object>();
        for (var cell : cells.entrySet()) {
            var text = cell.getValue().strip();
            try {
                if ((text.startsWith("[") || text.startsWith("{")) && !TEXTS.contains(cell.getKey())) {
                    fields.put(cell.getKey(), JsonRows.JSON.readValue(text, Object.class));
                } else if (LISTS.contains(cell.getKey()) && !text.isEmpty()) {
                    fields.put(
                            cell.getKey(),
                            Arrays.stream(text.split(";")).map(String::strip).toList());
                } else if (!text.isEmpty()) {
                    fields.put(cell.getKey(), text);
                }
            } catch (JacksonException unreadable) {
                refuse(line, "%s is not JSON: %s".formatted(cell.getKey(), JsonRows.why(unreadable)));
                return null;
            }
        }
        return row(line, fields);
    }
}
