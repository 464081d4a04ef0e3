using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace M365Smtp.Analyzers.Scanning;

/// <summary>Searches the string constants of assemblies for words in host names. One per thread.</summary>
internal sealed class ConstantScan(WordScan words)
{
    // No host name is longer.
    const int Longest = 253;

    readonly char[] literal = new char[Longest + 2];

    /// <summary>
    /// Whether a constant that may be a host name, or a part of one, contains one of the words; false is certain.
    /// </summary>
    public bool Any(MetadataReader assembly)
    {
        try
        {
            return MayHold(assembly);
        }
        // What an obfuscator broke on purpose, and the compiler never reads.
        catch (BadImageFormatException)
        {
            return true;
        }
    }

    bool MayHold(MetadataReader assembly)
    {
        for (var row = assembly.GetTableRowCount(TableIndex.Constant); row > 0; row--)
        {
            var constant = assembly.GetConstant(MetadataTokens.ConstantHandle(row));
            if (
                constant.TypeCode == ConstantTypeCode.String
                && words.Any(Quoted(assembly.GetBlobReader(constant.Value)))
            )
                return true;
        }
        return false;
    }

    // As source code shows it; empty if it is no host name.
    ReadOnlySpan<char> Quoted(BlobReader text)
    {
        if (text.Length > Longest * sizeof(char))
            return default;
        var length = 0;
        literal[length++] = '"';
        while (text.RemainingBytes >= sizeof(char))
        {
            var letter = text.ReadChar();
            if (!MayBeOfHost(letter))
                return default;
            literal[length++] = letter;
        }
        literal[length++] = '"';
        return literal.AsSpan(0, length);
    }

    // With the port and the scheme that some hosts are written with.
    static bool MayBeOfHost(char letter) => letter is >= '-' and <= ':' or >= 'A' and <= 'Z' or >= 'a' and <= 'z';
}
