using System.Globalization;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Surroundings;
using M365Smtp.Analyzers.Tests.Extraction;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>
/// Incomplete code, endless self-references and extreme sizes: the rest of the file keeps its findings.
/// </summary>
public class OddCodeTests
{
    const string Sends =
        "class Sound { void M(MailMessage m) { var c = new SmtpClient(\"smtp.live.com\", 25); c.Send(m); } }";

    [Theory]
    [InlineData("class Odd { const string Host = ; }")]
    [InlineData("class Odd { const int Port = ; }")]
    [InlineData("class Odd { string host = ; }")]
    [InlineData("class Odd { static readonly bool tls = ; }")]
    [InlineData("class Odd { public string Host { get; set; } = ; }")]
    [InlineData("class Odd { public int Port { get; } = ; }")]
    [InlineData("class Odd { public bool Tls { get; init; } = ")]
    [InlineData("record Odd(string Host = , int Port = );")]
    [InlineData("class Odd(string host = ) { string Host { get; } = host; }")]
    [InlineData("class Odd { void M(string host = ) { const string h = ; string l = ; } }")]
    [InlineData(
        "class Odd { void M() { new SmtpClient { Host = , Port = }.Send(); new SmtpClient(host: , port: ); } }"
    )]
    [InlineData("class Odd { string host = \"; }")]
    [InlineData("class Odd { string host = $\"{\"; }")]
    [InlineData("class Odd { string host = @\"")]
    [InlineData("class Odd { string host = \"\"\"")]
    [InlineData("enum Odd { A = , B }")]
    [InlineData("class Odd { (string, int) M() => ( , ); void N() { var (a, ) = M(); (, b) = M(); } }")]
    [InlineData(
        "class Odd { SmtpClient c = new() { Credentials = new NetworkCredential(, ) }; void M() { c. ; c.Send( ; } }"
    )]
    [InlineData("class Odd { string M(int i) => i switch { 1 => , _ => }; }")]
    [InlineData(
        "class Odd { void M(string s) { (s switch { \"a\" => s, \"b\" => default, _ => s }) = \"smtp.live.com\"; new SmtpClient(s, 25).Send(null); } }"
    )]
    [InlineData(
        "class Odd { void M(string s) { System.Action a = () => (s switch { \"a\" => s, \"b\" => default, _ => s }) = \"smtp.live.com\"; a(); } }"
    )]
    [InlineData(
        "class Odd { void M(string s) { void L() => (s switch { \"a\" => s, \"b\" => default, _ => s }) = \"smtp.live.com\"; L(); } }"
    )]
    [InlineData(
        "class Odd { void M() { var m = new MimeKit.MimeMessage(); Add(m.From); Add(null); } static void Add(object list) { } }"
    )]
    public async Task Half_typed_CSharp_costs_its_file_nothing(string odd)
    {
        var compilation = Report.CSharp("using System.Net; using System.Net.Mail;\n" + Sends + "\n" + odd);
        Assert.Contains(await Report.DiagnosticsOf(compilation), found => found.Id == "SMTP1001");
    }

    [Theory]
    [InlineData("Class Odd\n  Const Host As String = \nEnd Class")]
    [InlineData("Class Odd\n  Private host As String = \nEnd Class")]
    [InlineData("Class Odd\n  Private port As Integer = , other As String = \nEnd Class")]
    [InlineData("Class Odd\n  Public Property Host As String = \nEnd Class")]
    [InlineData("Class Odd\n  Public Property Client As New SmtpClient( With {.Host = }\nEnd Class")]
    [InlineData(
        "Class Odd\n  Sub M(Optional host As String = )\n    Const h As String = \n    Dim l As String = \n  End Sub\nEnd Class"
    )]
    [InlineData("Class Odd\n  Private host As String = \"\nEnd Class")]
    [InlineData("Enum Odd\n  A = \nEnd Enum")]
    public async Task Half_typed_Visual_Basic_costs_its_file_nothing(string odd)
    {
        const string Whole = """
            Imports System.Net.Mail
            Class Sound
                Sub M(mail As MailMessage)
                    Dim client As New SmtpClient("smtp.live.com", 25)
                    client.Send(mail)
                End Sub
            End Class

            """;
        Assert.Contains(await Report.DiagnosticsOf(Report.VisualBasic(Whole + odd)), found => found.Id == "SMTP1001");
    }

    [Fact]
    public async Task A_switch_expression_that_is_assigned_to_costs_its_file_nothing()
    {
        var compilation = Report.CSharp(
            $$"""
            using System.Net.Mail;
            {{Sends}}
            class Mailer
            {
                void M(MailMessage m, string s)
                {
                    (s switch { "a" => s, "b" => default, _ => s }) = "smtp.live.com";
                    new SmtpClient(s, 25).Send(m);
                }
            }
            """
        );
        Assert.Contains(await Report.DiagnosticsOf(compilation), found => found.Id == "SMTP1001");
    }

    /// <summary>A lambda from another graph represents everything that can make the compiler's flow graphs
    /// throw.</summary>
    [Fact]
    public void What_the_compiler_throws_at_has_no_flow_graph()
    {
        var graphs = Graphs(
            "class C { void A() { System.Action a = () => { }; } void B() { System.Action b = () => { }; } }"
        );
        var lambda = graphs[0]
            .Blocks.SelectMany(block => block.Operations)
            .SelectMany(operation => operation.DescendantsAndSelf())
            .OfType<IFlowAnonymousFunctionOperation>()
            .Single();
        Assert.NotNull(FlowGraphs.OfLambda(graphs[0], lambda, default));
        Assert.Null(FlowGraphs.OfLambda(graphs[1], lambda, default));
    }

    static ControlFlowGraph[] Graphs(string code)
    {
        var compilation = Report.CSharp(code);
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees.Single());
        return
        [
            .. model
                .SyntaxTree.GetRoot()
                .DescendantNodes()
                .Select(node => model.GetOperation(node, default))
                .OfType<IMethodBodyOperation>()
                .Select(body => FlowGraphs.Of(body, default)!),
        ];
    }

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(14)]
    public async Task Helpers_that_all_call_one_another_end(int helpers)
    {
        var calls = string.Concat(Numbered(helpers, i => $"if (x == {i}) return H{i}(x - 1);"));
        var all = string.Concat(
            Numbered(helpers, i => $"string H{i}(int x) {{ {calls} return \"smtp.live.com\"; }}\n")
        );
        var compilation = Report.CSharp(
            $"using System.Net.Mail;\n{Sends}\nclass C {{ void Start(MailMessage m) {{ new SmtpClient(H0(1), 25).Send(m); }}\n{all} }}"
        );
        Assert.Contains(await Report.DiagnosticsOf(compilation), found => found.Id == "SMTP1001");
    }

    [Theory]
    [InlineData("h{0} + h{0}")]
    [InlineData("$\"{{h{0}}}{{h{0}}}\"")]
    [InlineData("h{0} + \".\" + h{0} + h{0}")]
    public void A_text_that_doubles_with_each_line_costs_by_the_line(string doubled)
    {
        var lines = string.Concat(
            Numbered(24, i => $"var h{i + 1} = {string.Format(CultureInfo.InvariantCulture, doubled, i)};\n")
        );
        var body = "var h0 = \"smtp.office365.com\"; " + lines + "new SmtpClient(h24, 25).Send(m);";
        Facts.OfBody("new SmtpClient(\"h\", 25).Send(m);");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("Send: ?:25 unset, no login", Facts.OfBody(body));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40_000_000);
    }

    static IEnumerable<string> Numbered(int count, Func<int, string> text) => Enumerable.Range(0, count).Select(text);
}
