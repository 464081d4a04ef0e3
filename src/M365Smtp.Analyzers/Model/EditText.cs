using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Model;

/// <summary>Serializes edits to a single string. Each field is preceded by its length (<c>4:text</c>), so nothing needs
/// escaping.</summary>
internal static class EditText
{
    const int FieldsOfAnEdit = 7;

    /// <param name="home">The file of the diagnostic; paths of the edits are relative to it.</param>
    public static string Write(ImmutableArray<Edit> edits, string home)
    {
        var text = new StringBuilder();
        foreach (var edit in edits)
        {
            var span = edit.At.Location.SourceSpan;
            Append(text, edit.Kind.ToString());
            Append(text, RelativePath.Of(edit.Path, home));
            Append(text, span.Start.ToString(CultureInfo.InvariantCulture));
            Append(text, span.Length.ToString(CultureInfo.InvariantCulture));
            Append(text, edit.Expected);
            Append(text, edit.Member);
            Append(text, edit.Text);
        }
        return text.ToString();
    }

    /// <summary>Null for anything that <see cref="Write"/> does not produce. The resulting locations belong to no
    /// syntax tree.</summary>
    public static ImmutableArray<Edit>? TryRead(string? text, string home)
    {
        var edits = ImmutableArray.CreateBuilder<Edit>();
        var fields = new string[FieldsOfAnEdit];
        for (var position = 0; position < (text ?? "").Length;)
        {
            for (var i = 0; i < FieldsOfAnEdit; i++)
                if (!TryReadField(text!, ref position, out fields[i]))
                    return null;
            if (TryReadEdit(fields, home) is not { } edit)
                return null;
            edits.Add(edit);
        }
        return edits.Count == 0 ? null : edits.ToImmutable();
    }

    static Edit? TryReadEdit(string[] fields, string home) =>
        Enum.TryParse<EditKind>(fields[0], out var kind)
        && kind.ToString() == fields[0]
        && TryReadNumber(fields[2], out var start)
        && TryReadNumber(fields[3], out var length)
        && start <= int.MaxValue - length
            ? new Edit(kind, new Origin(PlaceOf(fields[1], home, start, length), fields[4]), fields[5], fields[6])
            : null;

    static Location PlaceOf(string relative, string home, int start, int length) =>
        Location.Create(RelativePath.Resolve(relative, home), new TextSpan(start, length), default);

    static void Append(StringBuilder text, string field) => text.Append(field.Length).Append(':').Append(field);

    static bool TryReadField(string text, ref int position, out string field)
    {
        field = "";
        var colon = text.IndexOf(':', position);
        if (
            colon < 0
            || !TryReadNumber(text.Substring(position, colon - position), out var length)
            || length > text.Length - colon - 1
        )
            return false;
        field = text.Substring(colon + 1, length);
        position = colon + 1 + length;
        return true;
    }

    static bool TryReadNumber(string digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
