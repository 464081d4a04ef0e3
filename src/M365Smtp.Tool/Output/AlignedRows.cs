using Spectre.Console;

namespace M365Smtp.Tool.Output;

/// <summary>Rows of text: a colored table in a terminal, padded lines for a file or a pipe.</summary>
internal static class AlignedRows
{
    public static void Write(IAnsiConsole console, string[] header, IReadOnlyList<string[]> rows)
    {
        if (console.Profile.Capabilities.Interactive)
            console.Write(Table(header, rows));
        else
            foreach (var row in rows.Prepend(header))
                console.Profile.Out.Writer.WriteLine(Line(row, header, rows));
    }

    static Table Table(string[] header, IReadOnlyList<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumns(header);
        foreach (var row in rows)
            table.AddRow(row.Select(word => new Text(word, StyleOf(word))));
        return table;
    }

    static Style StyleOf(string word) =>
        word switch
        {
            "Passed" or "Open" => new(Color.Green),
            "Failed" or "Closed" => new(Color.Red),
            _ => Style.Plain,
        };

    static string Line(string[] row, string[] header, IReadOnlyList<string[]> rows)
    {
        var words = row.Select(
            (word, column) => word.PadRight(rows.Max(each => Math.Max(each[column].Length, header[column].Length)))
        );
        return string.Join("  ", words).TrimEnd();
    }
}
