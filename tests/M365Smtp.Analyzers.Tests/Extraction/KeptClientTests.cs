namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>
/// A client that is kept somewhere: only where no other code reaches it, it is still what its creator made of it.
/// </summary>
public class KeptClientTests
{
    const string Known = "h:587 unset";
    const string Open = "?:? ?";
    const string Touched = "h:587 ?";

    [Theory]
    [InlineData("a private field", "class C { readonly SmtpClient c = new(\"h\", 587); {0} }", Known)]
    [InlineData("a private property", "class C { SmtpClient c { get; } = new(\"h\", 587); {0} }", Known)]
    [InlineData("a private static", "class C { static readonly SmtpClient c = new(\"h\", 587); {0} }", Known)]
    [InlineData("a protected field", "class C { protected readonly SmtpClient c = new(\"h\", 587); {0} }", Open)]
    [InlineData("an internal field", "class C { internal readonly SmtpClient c = new(\"h\", 587); {0} }", Open)]
    [InlineData("a public field", "public class C { public readonly SmtpClient c = new(\"h\", 587); {0} }", Open)]
    [InlineData("a public static", "class C { public static readonly SmtpClient c = new(\"h\", 587); {0} }", Open)]
    [InlineData("a public property", "class C { public SmtpClient c { get; } = new(\"h\", 587); {0} }", Open)]
    [InlineData(
        "a field of a class in two parts",
        "partial class C { readonly SmtpClient c = new(\"h\", 587); {0} } partial class C { }",
        Touched
    )]
    [InlineData(
        "a field that a method hands on",
        "class C { readonly SmtpClient c = new(\"h\", 587); {0} void Close() => GC.KeepAlive(c); }",
        Touched
    )]
    [InlineData(
        "a field that a method returns",
        "class C { readonly SmtpClient c = new(\"h\", 587); {0} SmtpClient Get() => c; }",
        Touched
    )]
    [InlineData(
        "a field whose TLS a method sets",
        "class C { readonly SmtpClient c = new(\"h\", 587); {0} void Open() => c.EnableSsl = true; }",
        "h:587 StartTls"
    )]
    public void In(string name, string code, string sent) =>
        Assert.Equal(
            (name, sent),
            (name, Sent(code.Replace("{0}", "void M(MailMessage m) => c.Send(m);", StringComparison.Ordinal)))
        );

    [Theory]
    [InlineData("nothing", "", Known)]
    [InlineData("another variable", "var other = c;", Known)]
    [InlineData("a member of an object made here", "var o = new Holder(); o.Client = c;", Known)]
    [InlineData("a member of an object made elsewhere", "Make().Client = c;", Open)]
    [InlineData("a member of an object handed in", "holder.Client = c;", Known)]
    [InlineData("a static", "Holder.Shared = c;", Open)]
    [InlineData("a private field", "mine = c;", Known)]
    [InlineData("a public field", "Ours = c;", Open)]
    [InlineData("a row of a list made elsewhere", "holder.All[0] = c;", Open)]
    [InlineData("an argument", "Keep(c);", Open)]
    [InlineData("an event's listener", "holder.Done += () => c.EnableSsl = true;", Open)]
    public void After_it_was_put_into(string name, string put, string sent) =>
        Assert.Equal(
            (name, sent),
            (
                name,
                Sent(
                    $$"""
                    public class Holder {
                        public SmtpClient Client; public static SmtpClient Shared;
                        public SmtpClient[] All; public event Action Done;
                    }
                    public abstract class C {
                        SmtpClient mine; public SmtpClient Ours;
                        protected abstract Holder Make(); protected abstract void Keep(object it);
                        void M(MailMessage m, Holder holder) { var c = new SmtpClient("h", 587); {{put}} c.Send(m); }
                    }
                    """
                )
            )
        );

    static string Sent(string code) =>
        string.Join(
            " / ",
            Facts
                .OfCSharp("using System; using System.Net.Mail;\n" + code)
                .Split(" / ")
                .Where(fact => fact.StartsWith("Send: ", StringComparison.Ordinal))
                .Select(fact => fact["Send: ".Length..].Split(',')[0])
                .Distinct()
        );
}
