namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>The value that a field or property is declared with, in both languages.</summary>
public class DeclaredValueTests
{
    [Theory]
    [InlineData("a field", "string host = \"h\"; int port = 465; bool tls = true;")]
    [InlineData("a constant", "const string host = \"h\"; const int port = 465; const bool tls = true;")]
    [InlineData("a static", "static readonly string host = \"h\"; static readonly int port = 465; static readonly bool tls = true;")]
    [InlineData("a property", "string host { get; } = \"h\"; int port { get; } = 465; bool tls { get; } = true;")]
    [InlineData("a getter", "string host => \"h\"; int port => 465; bool tls => true;")]
    [InlineData("several in one declaration", "string user = \"x\", host = \"h\"; int first = 25, port = 465, last = 587; bool no = false, tls = true;")]
    [InlineData("a longer text", "string host = \"\" + \"h\"; int port = 400 + 65; bool tls = !false;")]
    [InlineData("a text of another kind", "string host = @\"h\"; int port = 0x1D1; bool tls = (true);")]
    [InlineData("an object for a text", "string host = \"h\"; object other = 25; int port = 465; bool tls = true;")]
    [InlineData("a chain", "const string host = Other; const string Other = \"h\"; readonly int port = Port; static readonly int Port = 465; bool tls = Yes; const bool Yes = true;")]
    [InlineData("a generic object", "string host = \"h\"; static readonly Pair<int, bool> pair = new(465, true); int port => pair.First; bool tls => pair.Second; record Pair<A, B>(A First, B Second);")]
    [InlineData("names that begin alike", "readonly Row row = new() { ItemHost = \"h\", ItemPort = 465, Item = true }; string host => row.ItemHost; int port => row.ItemPort; bool tls => row.Item; class Row { public string ItemHost; public int ItemPort; public bool Item; }")]
    [InlineData("a field named like a parameter", "readonly Row row = new(\"x\", 25, false); string host => row.host; int port => row.port; bool tls => row.tls; record Row { public readonly string host = \"h\"; public readonly int port = 465; public readonly bool tls = true; public Row(string host, int port, bool tls) { } }")]
    [InlineData("parts of parts", "readonly string host; readonly int port; readonly bool tls; public C() => ((host, port), tls) = ((\"h\", 465), true);")]
    [InlineData("a static member that another class counts", "string host = \"h\"; static readonly int port = 465; bool tls = true; static int next; void Next() => next++;")]
    public void In_CSharp(string name, string members) =>
        Assert.Equal(
            (name, "Send: h:465 StartTls, no login"),
            (
                name,
                Facts.OfCSharp(
                    $$"""
                    using System.Net.Mail;
                    class C {
                        {{members}}
                        void M(MailMessage m) { var c = new SmtpClient(host, port); c.EnableSsl = tls; c.Send(m); }
                    }
                    """
                )
            )
        );

    [Theory]
    [InlineData("a field", "Private host As String = \"h\"\nPrivate port As Integer = 465\nPrivate tls As Boolean = True")]
    [InlineData("a constant", "Const host As String = \"h\"\nConst port As Integer = 465\nConst tls As Boolean = True")]
    [InlineData("a read-only field", "Shared ReadOnly host As String = \"h\"\nShared ReadOnly port As Integer = 465\nShared ReadOnly tls As Boolean = True")]
    [InlineData("a property", "ReadOnly Property host As String = \"h\"\nReadOnly Property port As Integer = 465\nReadOnly Property tls As Boolean = True")]
    [InlineData("several in one declaration", "Private user As String = \"x\", host As String = \"h\"\nPrivate first As Integer = 25, port As Integer = 465\nPrivate no As Boolean = False, tls As Boolean = True")]
    [InlineData("a longer text", "Private host As String = \"\" & \"h\"\nPrivate port As Integer = 400 + 65\nPrivate tls As Boolean = Not False")]
    public void In_Visual_Basic(string name, string members) =>
        Assert.Equal(
            (name, "Send: h:465 StartTls, no login"),
            (
                name,
                Facts.OfVisualBasic(
                    $"""
                    Imports System.Net.Mail
                    Class C
                    {members}
                    Sub M(m As MailMessage)
                    Dim c = New SmtpClient(host, port)
                    c.EnableSsl = tls
                    c.Send(m)
                    End Sub
                    End Class
                    """
                )
            )
        );

    [Fact]
    public void Beside_a_constructor_in_another_part_that_sets_something_else() =>
        Assert.Equal(
            "Send: h:465 unset, no login",
            Facts.OfCSharp(
                "using System.Net.Mail; partial class C { readonly int port = 465; void M(MailMessage m) => new SmtpClient(\"h\", port).Send(m); }",
                "partial class C { readonly int other; public C() => other = 587; }"
            )
        );

    /// <summary>What other code may have set is not what was declared.</summary>
    [Theory]
    [InlineData("set by a method", "int port = 465; void Set(int p) => port = p;")]
    [InlineData("set by the constructor", "int port = 465; public C(int p) => port = p;")]
    [InlineData("counted", "int port = 465; void Next() => port++;")]
    [InlineData("handed on by reference", "int port = 465; void Read(string s) => int.TryParse(s, out port);")]
    [InlineData("set from outside", "public int port = 465;")]
    [InlineData("set by an initializer outside", "public int port { get; init; } = 465;")]
    [InlineData("declared without a value", "int port;")]
    [InlineData("set on one way through the constructor", "readonly int port; public C(bool b) { if (b) port = 2525; }")]
    [InlineData("set by one of two constructors", "readonly int port; public C() => port = 2525; public C(bool b) { }")]
    public void Not_if_it_is(string name, string members)
    {
        var facts = Facts.OfCSharp(
            $$"""
            using System.Net.Mail;
            public class C {
                {{members}}
                void M(MailMessage m) => new SmtpClient("h", port).Send(m);
            }
            """
        );
        Assert.Equal((name, "Send: h:? unset, no login"), (name, facts));
    }

    [Theory]
    [InlineData("by a derived class", "class B { protected readonly int port = 465; } class C : B { new readonly int port = 587; ", "587")]
    [InlineData("by a static of the derived class", "class B { protected readonly int port = 465; } class C : B { new const int port = 587; ", "587")]
    public void Of_a_member_hidden(string name, string start, string port) =>
        Assert.Equal(
            (name, $"Send: h:{port} unset, no login"),
            (
                name,
                Facts.OfCSharp(
                    $"using System.Net.Mail;\n{start} void M(MailMessage m) => new SmtpClient(\"h\", port).Send(m); }}"
                )
            )
        );
}
