using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules;

/// <summary>The edits that several rules share: how each library is told the right port and the right TLS.</summary>
internal static class PutRight
{
    const string StartTls = "global::MailKit.Security.SecureSocketOptions.StartTls";

    public static ImmutableArray<Edit> Port(SmtpUsage use)
    {
        if (!use.Port.Is(out _, out var origin) || IsUri(origin)) return None;
        return use switch
        {
            _ when !origin.IsDefault => One(Edit.Replace(origin, "587")),
            { Api: SmtpApi.SystemNetMail, Site.Creation: { } creation } => One(Edit.SetProperty(creation, "Port", "587")),
            { Api: SmtpApi.MailKit } => One(Edit.SetArgument(use.Site.Call, "port", "587")),
            _ => None,
        };
    }

    public static ImmutableArray<Edit> Tls(SmtpUsage use)
    {
        if (!use.Tls.Is(out _, out var origin) || IsUri(origin)) return None;
        return use switch
        {
            { Api: SmtpApi.SystemNetMail } when !origin.IsDefault => One(Edit.Replace(origin, "true")),
            { Api: SmtpApi.SystemNetMail, Site.Creation: { } creation } => One(Edit.SetProperty(creation, "EnableSsl", "true")),
            { Api: SmtpApi.MailKit } when IsOption(origin) => One(Edit.Replace(origin, StartTls)),
            // 'useSsl' has no value that means STARTTLS: the call moves to the overload with options.
            { Api: SmtpApi.MailKit } => One(Edit.SetArgument(use.Site.Call, "options", StartTls)),
            _ => None,
        };
    }

    /// <summary>With port 587 implicit TLS would fail, so whoever moves the port moves the TLS mode along.</summary>
    public static ImmutableArray<Edit> ImplicitTls(SmtpUsage use) =>
        use.Tls.Is(out var mode) && mode == TlsMode.Implicit ? Tls(use) : None;

    static readonly ImmutableArray<Edit> None = ImmutableArray<Edit>.Empty;

    static ImmutableArray<Edit> One(Edit edit) => ImmutableArray.Create(edit);

    static bool IsOption(Origin origin) => !origin.IsDefault && origin.Text.Contains("SecureSocketOptions");

    // Host, port and TLS in one literal: no edit of a part is safe.
    static bool IsUri(Origin origin) => origin.Text.Contains("://");
}
