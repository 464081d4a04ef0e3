using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>A member of the root object.</summary>
/// <param name="Span">From its name to the end of its value.</param>
internal readonly record struct JsonMember(string Name, TextSpan Span, bool IsSection);

/// <summary>The positions of the members of a JSON text's root object, which is all that most settings files are read
/// for.</summary>
internal static class JsonOutline
{
    /// <summary>Empty for text that is not a JSON object: the whole text is searched.</summary>
    public static ImmutableArray<JsonMember> Of(SourceText text)
    {
        var tokens = new JsonTokenReader(text);
        if (tokens.Read() != JsonToken.Open)
            return ImmutableArray<JsonMember>.Empty;
        var members = ImmutableArray.CreateBuilder<JsonMember>();
        while (tokens.Depth > 0)
        {
            var token = tokens.Read();
            if (token == JsonToken.Broken)
                return ImmutableArray<JsonMember>.Empty;
            if (tokens.Depth == 0)
                break;
            var (name, start, isSection) = (tokens.Name, tokens.NameSpan.Start - 1, token == JsonToken.Open);
            while (tokens.Depth > 1)
                if (tokens.Read() == JsonToken.Broken)
                    return ImmutableArray<JsonMember>.Empty;
            members.Add(new(name, TextSpan.FromBounds(start, tokens.Position), isSection));
        }
        return tokens.Read() == JsonToken.End ? members.ToImmutable() : ImmutableArray<JsonMember>.Empty;
    }
}
