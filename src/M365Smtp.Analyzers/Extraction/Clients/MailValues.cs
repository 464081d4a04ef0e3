using M365Smtp.Analyzers.Extraction.Flow;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>
/// Recognizes values worth following into any method of any file: a Microsoft host, a client, or an object that holds
/// one.
/// </summary>
internal static class MailValues
{
    public static bool Matters(Visit visit, Value? value) =>
        IsHost(value)
        || value is Value.Instance { Allocation: var held }
            && (
                visit.Watches(held.Type)
                || Array.Exists(
                    visit.State.Members(held),
                    member =>
                        IsHost(member.Value)
                        || member.Value is Value.Instance { Allocation.Type: var type } && visit.Watches(type)
                )
            );

    static bool IsHost(Value? value) => value?.Host() is not null;
}
