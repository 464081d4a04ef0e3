using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>Calls of messages, addresses and tokens that pass a value on: one row per method.</summary>
internal static class MailCalls
{
    public static readonly KnownCall[] Rows =
    [
        // Scopes in one string or split: the same to the code that requests the token.
        new(
            "Split",
            null,
            site =>
                site.Receiver is Value.Constant { Data: string all } scopes && OAuthScopes.LooksLikeScope(all)
                    ? scopes
                    : null
        ),
        new("Add", null, AddSender),
        new("Parse", "MailboxAddress", Address),
        new("Parse", "InternetAddress", Address),
    ];

    static Value? AddSender(CallSite site)
    {
        if (site.Receiver is not Value.Instance { Allocation: { Source: Part } list })
            return null;
        var visit = site.Visit;
        visit.State = visit.State.SetMember(
            list,
            "Address",
            visit.State.Has(list, "Address")
                ? Value.Unknown
                : visit.ClientCalls.Facts().Address(site.First ?? Value.Unknown)
        );
        return Value.Unknown;
    }

    static Value? Address(CallSite site)
    {
        if (site.First is not { } address)
            return null;
        var made = new Allocation(site.Call, site.Visit.Frame.Path, site.Method.ContainingType);
        site.Visit.State = site.Visit.State.Allocate(made).SetMember(made, "Address", address);
        return new Value.Instance(made);
    }
}
