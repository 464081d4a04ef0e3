using M365Smtp.Analyzers.Extraction.Flow;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>Members of logins, messages, addresses and tokens that pass a value on: one row per member.</summary>
internal static class MailMembers
{
    /// <param name="owner">The object that has it; null for a static member.</param>
    /// <returns>Null if the member is read like any other.</returns>
    public static Value? Read(ISymbol member, Value? owner) =>
        owner is ClientValues.Token
            ? owner
            : (member.ContainingType?.Name, member.Name, owner) switch
            {
                ("CredentialCache", "DefaultCredentials" or "DefaultNetworkCredentials", null) =>
                    ClientValues.WindowsLogin,
                ("MimeMessage", "From", Value.Instance message) => new Value.Instance(
                    Allocation.PartOf(message.Allocation, "From")
                ),
                // The address that a builder makes is read from the builder.
                ("UriBuilder", "Uri", Value.Instance) => owner,
                _ => null,
            };

    /// <summary>
    /// Whether code modifies such an object after its creation; credentials and addresses stay unchanged.
    /// </summary>
    public static bool IsFilledLater(ITypeSymbol type) => type.Name is "MailMessage" or "MimeMessage";
}
