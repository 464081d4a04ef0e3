using System.Globalization;

namespace M365Smtp.Simulator.Graph;

/// <summary>An attachment that is being uploaded range by range.</summary>
internal sealed class GraphUpload(GraphDraft draft, string name, string contentType, string? contentId, int size)
{
    readonly byte[] content = new byte[size];

    /// <summary>Where the next range must start.</summary>
    public int Next { get; private set; }

    public bool IsComplete => Next == size;

    /// <summary>Adds a range; false if it is not the next one, or its length does not match.</summary>
    /// <param name="contentRange"><c>bytes 0-3932159/7340032</c>.</param>
    public bool Take(string? contentRange, byte[] range)
    {
        var numbers = contentRange?.Split(['-', '/', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (numbers.Length != 4 || numbers[0] != "bytes")
            return false;
        if (Number(numbers[1]) != Next || Number(numbers[2]) != Next + range.Length - 1 || Number(numbers[3]) != size)
            return false;
        if (range.Length == 0 || Next + range.Length > size)
            return false;
        range.CopyTo(content, Next);
        Next += range.Length;
        if (IsComplete)
            draft.Attach(new(name, contentType, contentId, content));
        return true;
    }

    static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
