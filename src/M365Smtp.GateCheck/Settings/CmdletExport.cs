using System.Text.Json;
using M365Smtp.Decoding;

namespace M365Smtp.Settings;

/// <summary>Reads the output of the Exchange Online cmdlets after <c>ConvertTo-Json</c>.</summary>
internal static class CmdletExport
{
    const string Disabled = "SmtpClientAuthenticationDisabled";

    public static string Command(string? mailbox) =>
        RemedyWriting.Fill(
            "[pscustomobject]@{ TransportConfig = Get-TransportConfig | Select-Object "
                + "SmtpClientAuthenticationDisabled; "
                + "CASMailbox = Get-CASMailbox -Identity {mailbox} | Select-Object SmtpClientAuthenticationDisabled; "
                + "User = Get-User -Identity {mailbox} | Select-Object UserPrincipalName, AuthenticationPolicy; "
                + "OrganizationConfig = Get-OrganizationConfig | Select-Object DefaultAuthenticationPolicy; "
                + "AuthenticationPolicies = @(Get-AuthenticationPolicy | Select-Object Name, AllowBasicAuthSmtp); "
                + "ServicePrincipals = @(Get-ServicePrincipal | Select-Object AppId, ObjectId) } | ConvertTo-Json "
                + "-Depth 3",
            "{mailbox}",
            mailbox
        );

    public static GateSettings Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(
                json,
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
            );
            if (AppCredentials.Read(document.RootElement) is { } credentials)
                return new() { AppCredentials = credentials };
            return Principals(document.RootElement) is { } known
                ? new() { ServicePrincipals = known }
                : Of(Only(document.RootElement, "the export"));
        }
        catch (InvalidOperationException)
        {
            throw new FormatException("This JSON holds half a surrogate pair.");
        }
        catch (JsonException e)
        {
            throw new FormatException(
                $"This is not JSON (line {e.LineNumber + 1}, position {e.BytePositionInLine + 1})."
            );
        }
    }

    static GateSettings Of(JsonElement root)
    {
        if (Part(root, "TransportConfig") is null && Part(root, "CASMailbox") is null && Part(root, "User") is null)
            return OfOneCmdlet(root);
        var user = Part(root, "User");
        return new()
        {
            Tenant = Tenant(Part(root, "TransportConfig")),
            Mailbox = Mailbox(Part(root, "CASMailbox")),
            UserPrincipalName = Text(user, "UserPrincipalName"),
            PolicyAllowsBasicSmtp = Policy(
                root,
                Text(user, "AuthenticationPolicy")
                    ?? Text(Part(root, "OrganizationConfig"), "DefaultAuthenticationPolicy")
            ),
            ServicePrincipals = root.TryGetProperty("ServicePrincipals", out var known) ? Principals(known) : null,
        };
    }

    // Both cmdlets have this property; their other properties tell them apart.
    static GateSettings OfOneCmdlet(JsonElement root)
    {
        if (Has(root, "AllowBasicAuthSmtp"))
            return new() { PolicyAllowsBasicSmtp = Flag(root, "AllowBasicAuthSmtp") };
        if (
            Has(root, Disabled)
            && (
                Has(root, "ImapEnabled")
                || Has(root, "PopEnabled")
                || Has(root, "OWAEnabled")
                || Has(root, "PrimarySmtpAddress")
            )
        )
            return new() { Mailbox = Mailbox(root) };
        if (
            Has(root, Disabled)
            && (
                Has(root, "AllowLegacyTLSClients") || Has(root, "MaxSendSize") || Has(root, "ExternalPostmasterAddress")
            )
        )
            return new() { Tenant = Tenant(root) };
        if (Has(root, Disabled))
            throw new FormatException(
                $"{Disabled} is of Get-TransportConfig or of Get-CASMailbox, and nothing shows of which. Export "
                    + "all properties, or with the command that GateSettings.ExportCommand gives."
            );
        if (Has(root, "UserPrincipalName"))
            return new() { UserPrincipalName = Text(root, "UserPrincipalName") };
        throw new FormatException(
            "None of Get-TransportConfig, Get-CASMailbox, Get-User, Get-AuthenticationPolicy and "
                + "Get-ServicePrincipal shows what this JSON "
                + "holds, and no application with its passwordCredentials does."
        );
    }

    // One or many; null if it is something else, or none of them has both ids.
    static IReadOnlyList<ServicePrincipal>? Principals(JsonElement shown)
    {
        var known = (shown.ValueKind == JsonValueKind.Array ? shown.EnumerateArray().ToArray() : [shown])
            .Where(one =>
                one.ValueKind == JsonValueKind.Object
                && Guid.TryParse(Text(one, "AppId"), out _)
                && Guid.TryParse(Text(one, "ObjectId"), out _)
            )
            .Select(one => new ServicePrincipal(Guid.Parse(Text(one, "AppId")!), Guid.Parse(Text(one, "ObjectId")!)))
            .ToArray();
        return known.Length > 0 ? known : null;
    }

    static bool? Policy(JsonElement root, string? name)
    {
        if (
            name is null
            || !root.TryGetProperty("AuthenticationPolicies", out var policies)
            || policies.ValueKind != JsonValueKind.Array
        )
            return null;
        foreach (var policy in policies.EnumerateArray())
            if (
                policy.ValueKind == JsonValueKind.Object
                && string.Equals(Text(policy, "Name"), name, StringComparison.OrdinalIgnoreCase)
            )
                return Flag(policy, "AllowBasicAuthSmtp");
        return null;
    }

    public static SmtpAuthSwitch Tenant(JsonElement? config) =>
        Flag(config, Disabled) switch
        {
            true => SmtpAuthSwitch.Blocked,
            false => SmtpAuthSwitch.Allowed,
            null => SmtpAuthSwitch.NotRead,
        };

    public static SmtpAuthSwitch Mailbox(JsonElement? mailbox) =>
        Flag(mailbox, Disabled) switch
        {
            true => SmtpAuthSwitch.Blocked,
            false => SmtpAuthSwitch.Allowed,
            null => mailbox is { } shown && Has(shown, Disabled) ? SmtpAuthSwitch.Inherited : SmtpAuthSwitch.NotRead,
        };

    static JsonElement? Part(JsonElement root, string name) =>
        root.TryGetProperty(name, out var part) && part.ValueKind is JsonValueKind.Object or JsonValueKind.Array
            ? Only(part, name)
            : null;

    static JsonElement Only(JsonElement element, string what) =>
        element switch
        {
            { ValueKind: JsonValueKind.Object } => element,
            { ValueKind: JsonValueKind.Array } when element.GetArrayLength() == 1 => Only(element[0], what),
            { ValueKind: JsonValueKind.Array } => throw new FormatException(
                $"'{what}' holds {element.GetArrayLength()} objects; export one mailbox."
            ),
            _ => throw new FormatException($"'{what}' is not a JSON object."),
        };

    static bool Has(JsonElement element, string name) => element.TryGetProperty(name, out _);

    static string? Text(JsonElement? element, string name) =>
        element is { } shown
        && shown.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    static bool? Flag(JsonElement? element, string name)
    {
        if (element is not { } shown || !shown.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Null => null,
            // Export-Csv and similar commands turn Booleans into words.
            JsonValueKind.String when bool.TryParse(value.GetString(), out var word) => word,
            JsonValueKind.String when value.GetString()!.Length == 0 => null,
            _ => throw new FormatException($"'{name}' is neither true, false nor null."),
        };
    }
}
