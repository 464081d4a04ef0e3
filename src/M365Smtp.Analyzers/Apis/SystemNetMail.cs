using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis;

/// <summary>System.Net.Mail.SmtpClient: settings are properties, judged when a message is sent. Source: dotnet/runtime
/// System.Net.Mail.</summary>
internal static class SystemNetMail
{
    public static readonly ClientApi Client = new(
        SmtpApi.SystemNetMail,
        ["System.Net.Mail.SmtpClient"],
        new Dictionary<string, MethodRole>
        {
            ["Send"] = MethodRole.Send,
            ["SendAsync"] = MethodRole.Send,
            ["SendMailAsync"] = MethodRole.Send,
            ["SendAsyncCancel"] = MethodRole.Neutral,
            ["Dispose"] = MethodRole.Neutral,
        }
    )
    {
        Assemblies = ["System.Net.Mail", "System", "netstandard"],
    };
}
