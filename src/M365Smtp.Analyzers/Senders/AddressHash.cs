using System.Security.Cryptography;
using System.Text;

namespace M365Smtp.Analyzers.Senders;

/// <summary>An address as a salted SHA-256, for teams that want no addresses in the repository: <c>sha256:</c> and 64
/// hex digits.</summary>
internal static class AddressHash
{
    /// <summary>Minimum length in characters; a shorter salt protects nothing.</summary>
    public const int ShortestSalt = 16;

    const string Prefix = "sha256:";
    const int HexDigits = 64;

    /// <param name="address">In the form of <see cref="AddressForm.Of"/>.</param>
    public static string Of(string salt, string address)
    {
        using var sha = SHA256.Create();
        return Prefix
            + string.Concat(
                sha.ComputeHash(Encoding.UTF8.GetBytes(salt + ":" + address)).Select(part => part.ToString("x2"))
            );
    }

    public static bool IsMeant(string text) => text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    public static bool IsWellFormed(string text) =>
        IsMeant(text) && text.Length == Prefix.Length + HexDigits && text.Skip(Prefix.Length).All(Uri.IsHexDigit);
}
