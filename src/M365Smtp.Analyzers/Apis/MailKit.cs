using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis;

/// <summary>MailKit's SMTP client: host, port and TLS are arguments of Connect. Source: jstedfast/MailKit
/// MailService.cs, SmtpClient.cs.</summary>
internal static class MailKit
{
    public static readonly ClientApi Client = new(
        SmtpApi.MailKit,
        [
            "MailKit.Net.Smtp.SmtpClient",
            "MailKit.Net.Smtp.ISmtpClient",
            "MailKit.MailTransport",
            "MailKit.IMailTransport",
        ],
        new Dictionary<string, MethodRole>
        {
            ["Connect"] = MethodRole.Connect,
            ["ConnectAsync"] = MethodRole.Connect,
            ["Authenticate"] = MethodRole.Authenticate,
            ["AuthenticateAsync"] = MethodRole.Authenticate,
            ["Send"] = MethodRole.Send,
            ["SendAsync"] = MethodRole.Send,
            ["Disconnect"] = MethodRole.Neutral,
            ["DisconnectAsync"] = MethodRole.Neutral,
            ["NoOp"] = MethodRole.Neutral,
            ["NoOpAsync"] = MethodRole.Neutral,
            ["Verify"] = MethodRole.Neutral,
            ["VerifyAsync"] = MethodRole.Neutral,
            ["Expand"] = MethodRole.Neutral,
            ["ExpandAsync"] = MethodRole.Neutral,
            ["Dispose"] = MethodRole.Neutral,
        }
    )
    {
        Assemblies = ["MailKit", "MailKitLite"],
    };

    // SecureSocketOptions: None 0, Auto 1, SslOnConnect 2, StartTls 3, StartTlsWhenAvailable 4.
    /// <summary>The meaning of an option; null for Auto, which depends on the port.</summary>
    public static TlsMode? Mode(int option) =>
        option switch
        {
            0 => TlsMode.None,
            2 => TlsMode.Implicit,
            3 => TlsMode.StartTls,
            4 => TlsMode.Opportunistic,
            _ => null,
        };

    /// <summary><c>useSsl: false</c> is not plain text: it is STARTTLS where offered. Source:
    /// MailService.cs:960.</summary>
    public static TlsMode Mode(bool useSsl) => useSsl ? TlsMode.Implicit : TlsMode.Opportunistic;

    /// <summary>The TLS mode of an smtp or smtps address. Source: MailService.cs:777-805.</summary>
    public static TlsMode Mode(Uri address)
    {
        if (address.Scheme.Equals("smtps", StringComparison.OrdinalIgnoreCase))
            return TlsMode.Implicit;
        var query = address.Query;
        return query.IndexOf("starttls=always", StringComparison.OrdinalIgnoreCase) >= 0 ? TlsMode.StartTls
            : query.IndexOf("starttls=never", StringComparison.OrdinalIgnoreCase) >= 0 ? TlsMode.None
            : TlsMode.Opportunistic;
    }

    /// <summary>SaslMechanismNtlm → NTLM, SaslMechanismOAuth2 → XOAUTH2; null if the type name contains no
    /// mechanism.</summary>
    public static string? Mechanism(string typeName) =>
        typeName switch
        {
            "SaslMechanismOAuth2" => "XOAUTH2",
            "SaslMechanismOAuthBearer" => "OAUTHBEARER",
            "SaslMechanismLogin" => "LOGIN",
            "SaslMechanismPlain" => "PLAIN",
            "SaslMechanismCramMd5" => "CRAM-MD5",
            "SaslMechanismDigestMd5" => "DIGEST-MD5",
            "SaslMechanismNtlm" => "NTLM",
            "SaslMechanismNtlmIntegrated" => "NTLM",
            "SaslMechanismNtlmNative" => "NTLM",
            "SaslMechanismGssapi" => "GSSAPI",
            "SaslMechanismAnonymous" => "ANONYMOUS",
            "SaslMechanismScramSha1" => "SCRAM-SHA-1",
            "SaslMechanismScramSha1Plus" => "SCRAM-SHA-1-PLUS",
            "SaslMechanismScramSha256" => "SCRAM-SHA-256",
            "SaslMechanismScramSha256Plus" => "SCRAM-SHA-256-PLUS",
            "SaslMechanismScramSha512" => "SCRAM-SHA-512",
            "SaslMechanismScramSha512Plus" => "SCRAM-SHA-512-PLUS",
            _ => null,
        };
}
