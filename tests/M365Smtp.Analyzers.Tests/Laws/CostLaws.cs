using System.Globalization;
using M365Smtp.Analyzers.Extraction;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Options;
using M365Smtp.Analyzers.Reporting;
using M365Smtp.Analyzers.Settings;
using M365Smtp.Analyzers.Tests.Extraction;
using Microsoft.CodeAnalysis;
using Runtime = M365Smtp.Analyzers.Model.Runtime;

namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>The cost of reading a file whose methods call each other and use lookup tables. Allocations are repeatable,
/// so they are compared, and only with each other.</summary>
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
    public void A_table_is_read_once_for_all_methods_that_use_it()
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
    public void A_body_that_takes_too_long_loses_only_its_own_facts()
    {
        Assert.Equal(
            "Send: smtp.live.com:unset unset, no login / Send: ?:? ?",
            Facts.OfCSharp(Walker(methods: 12, rows: 10))
        );
    }

    [Fact]
    public void A_constructor_that_takes_too_long_leaves_nothing_known()
    {
        var found = Facts.OfCSharp(
            Walker(methods: 12, rows: 10)
                .Replace(
                    "Walker() { }",
                    "Walker() { client = new SmtpClient(\"smtp.office365.com\", 587); M0(1, client); client.EnableSsl = false; }",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains("Send: ?:? ?", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a host each", "void M{0}(MailMessage m) => Send(\"smtp.office365.com\", 465, m);")]
    [InlineData("a port each", "void M{0}(MailMessage m) => Send(host, 465 + 0 * {0}, m);")]
    [InlineData(
        "a sender each",
        "void M{0}(MailMessage m) { m.From = new(\"a{0}@adatum.com\"); Send(\"smtp.office365.com\", 25, m); }"
    )]
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

    [Theory]
    [InlineData(
        "numbers",
        "var port = n switch { {0} _ => 25 }; new SmtpClient(\"smtp.office365.com\", port).Send(m);",
        "{0} => 1000 + {0},"
    )]
    [InlineData(
        "texts",
        "var host = s switch { {0} _ => \"smtp.office365.com\" }; new SmtpClient(host, 25).Send(m);",
        "\"k{0}\" => \"mail{0}.example\","
    )]
    [InlineData(
        "tuples",
        "var (host, port) = s switch { {0} _ => (\"smtp.office365.com\", 25) }; new SmtpClient(host, port).Send(m);",
        "\"k{0}\" => (\"mail{0}.example\", {0}),"
    )]
    [InlineData(
        "clients",
        "var client = s switch { {0} _ => new SmtpClient(\"smtp.office365.com\") }; client.Send(m);",
        "\"k{0}\" => new SmtpClient(\"mail{0}.example\", {0}),"
    )]
    [InlineData(
        "statements",
        "string host = s; switch (s) { {0} default: break; } new SmtpClient(host, 25).Send(m);",
        "case \"k{0}\": host = \"mail{0}.example\"; break;"
    )]
    [InlineData(
        "conditions",
        "string host = s; {0} new SmtpClient(host, 25).Send(m);",
        "if (s == \"k{0}\") host = \"mail{0}.example\";"
    )]
    public void A_switch_costs_by_the_number_of_its_arms(string story, string code, string arm)
    {
        string Code(int count) =>
            "using System.Net.Mail; class C { void M(MailMessage m, int n, string s) { "
            + code.Replace("{0}", Repeated(count, arm), StringComparison.Ordinal)
            + " } }";
        var (few, many) = (Bytes(Code(100)), Bytes(Code(1000)));
        Assert.True(many / few < 15, $"{story}: 100 arms {few:N0} bytes, 1,000 arms {many:N0}");
    }

    [Fact]
    public void Lambdas_within_lambdas_cost_by_their_number()
    {
        static string Code(int count) =>
            $$"""
                using System; using System.Net.Mail;
                class C { void M(MailMessage m, SmtpClient c) { {{Repeated(
                    count,
                    "Action a{0} = () => { c.Port = {0};"
                )}} c.Send(m); {{Repeated(count, "};")}} } }
                """;
        var (few, many) = (Bytes(Code(5)), Bytes(Code(20)));
        Assert.True(many / few < 30, $"5 lambdas {few:N0} bytes, 20 lambdas {many:N0}");
    }

    static string Repeated(int count, string text) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(i =>
                    text.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) + "\n"
                )
        );

    // Every method passes the client to every other, and reads the table.
    static string Walker(int methods, int rows)
    {
        var calls = string.Concat(
            Enumerable
                .Range(0, methods)
                .Select(i => string.Create(CultureInfo.InvariantCulture, $"if (n == {i}) n += M{i}(n - 1, c);\n"))
        );
        var all = string.Concat(
            Enumerable
                .Range(0, methods)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"int M{i}(int n, SmtpClient c) {{ foreach (var row in Table) if (row.Port == n) c.Port = row.Port;\n{calls} c.Host = \"smtp.office365.com\"; return n; }}\n"
                    )
                )
        );
        var table = string.Concat(
            Enumerable
                .Range(0, rows)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"new Row(\"mail{i}.contoso.com\", {i}, new[] {{ \"smtp\", \"{i}\" }}),\n"
                    )
                )
        );
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
            {{string.Concat(
                Enumerable.Range(0, count).Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"if (n == {i + 1000}) {{ c.Port = {i + 1000}; c.Send(m); sent++; }}\n"
                    )
                )
            )}}
            } }
            """;

    /// <summary>The allocations of the second reading: by then, everything that the compiler caches exists.</summary>
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
        Assert.NotNull(
            new FileReport(model.SyntaxTree, new TeamOptions([], [], [], [], []), source, null)
                .Diagnostics(usages)
                .ToList()
        );
    }
}
