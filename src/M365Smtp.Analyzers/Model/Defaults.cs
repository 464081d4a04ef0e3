using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Model;

/// <summary>Fills unset values with the library's defaults. Runs last, so that rules see only values.</summary>
internal static class Defaults
{
    public static SmtpUsage Resolve(SmtpUsage use) =>
        use.Moment switch
        {
            Moment.Leaves or Moment.Mention or Moment.Process => WithoutUnset(use),
            _ when use.Api == SmtpApi.SystemNetMail => SystemNetMail(use),
            Moment.Registered => WithoutUnset(use),
            _ when use.Api == SmtpApi.MailKit => MailKit(use),
            _ => WithoutUnset(use),
        };

    // Code we cannot see may still set it.
    static SmtpUsage WithoutUnset(SmtpUsage use) =>
        use with
        {
            Host = Forget(use.Host),
            Port = Forget(use.Port),
            Tls = Forget(use.Tls),
            Credential = Forget(use.Credential),
            From = Forget(use.From),
        };

    // dotnet/runtime System.Net.Mail: port 25, no TLS.
    static SmtpUsage SystemNetMail(SmtpUsage use) =>
        use with
        {
            Port = use.Port.IsUnset ? Fact.Known(Ports.Relay, Default(use.Site.CallName, use.Site.Creation)) : use.Port,
            Tls = use.Tls.IsUnset
                ? Fact.Known(TlsMode.None, Default(use.Site.Creation ?? use.Site.Call, use.Site.Creation))
                : use.Tls,
        };

    // MailKit MailService.cs:777: port 0 is 25, or 465 with SslOnConnect; Auto is implicit on 465, else STARTTLS where
    // offered.
    static SmtpUsage MailKit(SmtpUsage use)
    {
        var port = use.Port;
        if (port.IsUnset || port.Is(out var zero) && zero == 0)
            port =
                use.Tls.Is(out var mode)
                    ? Fact.Known(
                        mode == TlsMode.Implicit ? Ports.ImplicitTls : Ports.Relay,
                        Default(use.Site.CallName, use.Site.Call)
                    )
                : use.Tls.IsUnset ? Fact.Known(Ports.Relay, Default(use.Site.CallName, use.Site.Call))
                : Fact<int>.Unknown;
        var tls = use.Tls;
        if (tls.IsUnset)
            tls = port.Is(out var number)
                ? Fact.Known(
                    number == Ports.ImplicitTls ? TlsMode.Implicit : TlsMode.Opportunistic,
                    Default(use.Site.Call, use.Site.Call)
                )
                : Fact<TlsMode>.Unknown;
        return use with { Port = port, Tls = tls };
    }

    static Origin Default(Origin at, Origin? setOn) => at with { IsDefault = true, SetOn = setOn };

    static Fact<T> Forget<T>(Fact<T> fact) => fact.IsUnset ? Fact<T>.Unknown : fact;
}
