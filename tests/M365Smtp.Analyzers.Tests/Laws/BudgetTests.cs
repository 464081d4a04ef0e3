using M365Smtp.Analyzers.Tests.Extraction;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>Code that takes too many steps to follow is not judged; SMTP0003, off by default, shows where.</summary>
public class BudgetTests
{
    const string Clients =
        """client = new SmtpClient("smtp.office365.com", 465); client.EnableSsl = true; client.Timeout = 100; client.TargetName = "a"; client.Send(mail);""";

    static async Task<IEnumerable<string>> Ids(int clients, ReportDiagnostic? tooComplex = null)
    {
        var body = string.Concat(Enumerable.Repeat(Clients, clients));
        var code = Report.CSharp(
            $$"""using System.Net.Mail; class C { public void M(bool flag, MailMessage mail) { SmtpClient client; {{body}} } }"""
        );
        var options = tooComplex is { } asked
            ? code.Options.WithSpecificDiagnosticOptions([KeyValuePair.Create("SMTP0003", asked)])
            : code.Options;
        return (await Report.DiagnosticsOf(code.WithOptions(options))).Select(one => one.Id).Distinct();
    }

    [Fact]
    public async Task A_method_with_five_hundred_clients_gets_no_finding_by_default() => Assert.Empty(await Ids(500));

    [Fact]
    public async Task SMTP0003_shows_code_that_is_not_judged() =>
        Assert.Equal(["SMTP0003"], await Ids(500, ReportDiagnostic.Info));

    [Fact]
    public async Task Five_clients_are_judged() =>
        Assert.DoesNotContain("SMTP0003", await Ids(5, ReportDiagnostic.Info));
}
