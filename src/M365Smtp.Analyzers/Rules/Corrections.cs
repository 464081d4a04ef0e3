using System.Collections.Immutable;
using System.Globalization;
using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules;

/// <summary>The edits that several rules share: how to set host, port and TLS mode in each library.</summary>
internal static class Corrections
{
    const string StartTls = "global::MailKit.Security.SecureSocketOptions.StartTls";

    static readonly ImmutableArray<Edit> None = ImmutableArray<Edit>.Empty;

    /// <summary>The documented host of the same cloud.</summary>
    public static ImmutableArray<Edit> Host(SmtpUsage use) =>
        use.Endpoint is { UseInstead: { } right } ? Text(use.Host, right) : None;

    /// <summary>Replaces the text if it is a plain string literal.</summary>
    public static ImmutableArray<Edit> Text(Fact<string> fact, string right) =>
        !fact.Is(out _, out var origin) || !IsLiteral(fact)
            ? None
            : One(Edit.Replace(origin, origin.IsSetting ? right : Quoted(right)));

    public static bool IsLiteral(Fact<string> fact) =>
        fact.Is(out var value, out var origin)
        && !origin.IsDefault
        && (
            origin.IsSetting ? origin.Text == value : origin.Text == Quoted(value) || origin.Text == "@" + Quoted(value)
        );

    public static ImmutableArray<Edit> Port(SmtpUsage use)
    {
        if (!use.Port.Is(out var port, out var origin))
            return None;
        return use.Api switch
        {
            _ when !origin.IsDefault => Swap(origin, port.ToString(CultureInfo.InvariantCulture), "587"),
            _ when use.IsCallShared => None,
            SmtpApi.SystemNetMail when origin.SetOn is { } creation => One(Edit.SetProperty(creation, "Port", "587")),
            SmtpApi.MailKit when origin.SetOn is { } connect => One(Edit.SetArgument(connect, "port", "587")),
            _ => None,
        };
    }

    public static ImmutableArray<Edit> Tls(SmtpUsage use)
    {
        if (!use.Tls.Is(out _, out var origin) || IsUri(origin))
            return None;
        if (origin.IsSetting)
            return use.StartTlsWord is { } word && !origin.IsDefault ? One(Edit.Replace(origin, word)) : None;
        return use.Api switch
        {
            SmtpApi.SystemNetMail when !origin.IsDefault => Swap(origin, "false", "true"),
            SmtpApi.SystemNetMail when origin.SetOn is { } creation && !use.IsCallShared => One(
                Edit.SetProperty(creation, "EnableSsl", "true")
            ),
            SmtpApi.MailKit when IsOption(origin) => One(Edit.Replace(origin, StartTls)),
            // No 'useSsl' value means STARTTLS: switch to the overload with options.
            SmtpApi.MailKit when ConnectCall(use, origin) is { } connect && IsOwn(use, origin, connect) => One(
                Edit.SetArgument(connect, "options", StartTls)
            ),
            _ => None,
        };
    }

    /// <summary>On port 587 implicit TLS would fail, so port and TLS mode change together or not at all.</summary>
    public static ImmutableArray<Edit> PortAndTls(SmtpUsage use)
    {
        if (!use.Tls.Is(out var mode, out var origin) || mode != TlsMode.Implicit)
            return Port(use);
        var (port, tls) = (Port(use), Tls(use));
        return !tls.IsEmpty || origin.IsSetting ? port.AddRange(tls) : None;
    }

    // A call that also serves other hosts is not changed for this one: its values are fixed where they are written.
    static bool IsOwn(SmtpUsage use, Origin value, Origin call) =>
        !use.IsCallShared
        || !value.IsDefault
            && value.Location.SourceTree == call.Location.SourceTree
            && call.Location.SourceSpan.Contains(value.Location.SourceSpan);

    // At sign-in and send, the connecting call is known only if the value refers to it.
    static Origin? ConnectCall(SmtpUsage use, Origin origin) =>
        origin.SetOn ?? (use.Moment == Moment.Connect ? use.Site.Call : null);

    // Only the literals 25 and "25"; a computed value is not edited.
    static ImmutableArray<Edit> Swap(Origin origin, string wrong, string right) =>
        string.Equals(origin.Text, wrong, StringComparison.OrdinalIgnoreCase) ? One(Edit.Replace(origin, right))
        : string.Equals(origin.Text, Quoted(wrong), StringComparison.OrdinalIgnoreCase)
            ? One(Edit.Replace(origin, Quoted(right)))
        : None;

    static ImmutableArray<Edit> One(Edit edit) => ImmutableArray.Create(edit);

    static string Quoted(string value) => "\"" + value + "\"";

    static bool IsOption(Origin origin) => !origin.IsDefault && origin.Text.Contains("SecureSocketOptions");

    // Host, port and TLS in one literal: editing a part is not safe.
    static bool IsUri(Origin origin) => origin.Text.Contains("://");
}
