using System.Globalization;
using M365Smtp.Analyzers.Extraction;
using M365Smtp.Analyzers.Options;
using M365Smtp.Analyzers.Reporting;
using M365Smtp.Analyzers.Settings;
using M365Smtp.Analyzers.Tests.Extraction;
using Microsoft.CodeAnalysis;
using Runtime = M365Smtp.Analyzers.Model.Runtime;

namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>What reading a file costs where its methods call each other and look into tables. Bytes repeat, so they are compared, and only with each other.</summary>
public class CostLaws
{
    [Fact]
    public void Methods_that_all_call_each_other_cost_by_their_number_not_by_the_ways_through_them()
    {
        var (few, many) = (Bytes(Walker(methods: 6, rows: 10)), Bytes(Walker(methods: 24, rows: 10)));
        // Four times the methods, each with four times the calls.
        Assert.InRange(many / few, 1, 16);
    }

    [Fact]
    public void A_table_is_not_read_anew_by_each_method_that_looks_into_it()
    {
        var (few, many) = (Bytes(Walker(methods: 2, rows: 300)), Bytes(Walker(methods: 6, rows: 300)));
        var (small, large) = (Bytes(Walker(methods: 6, rows: 30)), Bytes(Walker(methods: 6, rows: 300)));
        Assert.InRange(many - few, 0, few * 20);
        Assert.InRange(large / small, 0, 10);
    }

    [Fact]
    public void Code_of_a_thousand_branches_costs_by_its_length()
    {
        var (few, many) = (Bytes(Branches(100)), Bytes(Branches(1000)));
        Assert.InRange(many / few, 1, 20);
    }

    [Fact]
    public void A_body_that_takes_too_long_loses_only_what_it_says_itself()
    {
        Assert.Equal("Send: smtp.live.com:unset unset, no login / Send: ?:? ?", Facts.OfCSharp(Walker(methods: 12, rows: 10)));
    }

    [Fact]
    public void A_constructor_that_takes_too_long_leaves_nothing_known()
    {
        var found = Facts.OfCSharp(Walker(methods: 12, rows: 10).Replace("Walker() { }", "Walker() { client = new SmtpClient(\"smtp.office365.com\", 587); M0(1, client); client.EnableSsl = false; }", StringComparison.Ordinal));
        Assert.Contains("Send: ?:? ?", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a host each", "void M{0}(MailMessage m) => Send(\"smtp.office365.com\", 465, m);")]
    [InlineData("a port each", "void M{0}(MailMessage m) => Send(host, 465 + 0 * {0}, m);")]
    [InlineData("a sender each", "void M{0}(MailMessage m) { m.From = new(\"a{0}@adatum.com\"); Send(\"smtp.office365.com\", 25, m); }")]
    [InlineData("in one method", "", "Send(\"smtp.office365.com\", 465, m);")]
    public void A_helper_costs_by_the_number_of_its_callers(string story, string caller, string? statement = null)
    {
        string Code(int count) =>
            $$"""
            using System.Net.Mail;
            class C {
                readonly string host = "smtp.office365.com";
                void Send(string host, int port, MailMessage m) { var c = new SmtpClient(host, port) { EnableSsl = false }; c.Send(m); }
                {{Repeated(count, caller)}}
                void All(MailMessage m) { {{Repeated(count, statement ?? "")}} }
            }
            """;
        var (few, many) = (Bytes(Code(100)), Bytes(Code(1000)));
        Assert.True(many / few < 15, $"{story}: 100 callers {few:N0} bytes, 1,000 callers {many:N0}");
    }

    static string Repeated(int count, string text) =>
        string.Concat(Enumerable.Range(0, count).Select(i => text.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) + "\n"));

    // Every method hands the client to every other, and looks into the table.
    static string Walker(int methods, int rows)
    {
        var calls = string.Concat(Enumerable.Range(0, methods).Select(i => string.Create(CultureInfo.InvariantCulture, $"if (n == {i}) n += M{i}(n - 1, c);\n")));
        var all = string.Concat(Enumerable.Range(0, methods).Select(i => string.Create(CultureInfo.InvariantCulture, $"int M{i}(int n, SmtpClient c) {{ foreach (var row in Table) if (row.Port == n) c.Port = row.Port;\n{calls} c.Host = \"smtp.office365.com\"; return n; }}\n")));
        var table = string.Concat(Enumerable.Range(0, rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"new Row(\"mail{i}.contoso.com\", {i}, new[] {{ \"smtp\", \"{i}\" }}),\n")));
        return $$"""
            using System.Net.Mail;
            class Row { public Row(string host, int port, string[] words) { Host = host; Port = port; Words = words; } public string Host { get; } public int Port { get; } public string[] Words { get; } }
            class Walker {
                static readonly Row[] Table = { {{table}} };
                readonly SmtpClient client;
                Walker() { }
                {{all}}
                void Plain(MailMessage m) { var c = new SmtpClient("smtp.live.com"); c.Send(m); }
                void Kept(MailMessage m) { client.Send(m); }
            }
            """;
    }

    static string Branches(int count) =>
        $$"""
        using System.Net.Mail;
        class C { void M(SmtpClient c, MailMessage m, int n) { int sent = 0;
        {{string.Concat(Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"if (n == {i + 1000}) {{ c.Port = {i + 1000}; c.Send(m); sent++; }}\n")))}}
        } }
        """;

    /// <summary>What the second reading allocates: everything that the compiler keeps is there by then.</summary>
    static double Bytes(string text)
    {
        var compilation = Report.CSharp(text);
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees.Single());
        Read(model);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(model);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    static void Read(SemanticModel model)
    {
        var source = new Source(model.Compilation, SettingsIndex.Empty, Runtime.Modern);
        var usages = new FileExtraction(source, model, default).Run().ToList();
        Assert.NotEmpty(usages);
        Assert.NotNull(new FileReport(model.SyntaxTree, new TeamOptions([], [], [], [], []), source, null).Diagnostics(usages).ToList());
    }
}
