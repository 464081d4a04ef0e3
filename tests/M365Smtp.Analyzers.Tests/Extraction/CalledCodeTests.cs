using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Which code a call runs, and what it does to the client that it receives.</summary>
public class CalledCodeTests
{
    /// <summary>A client without TLS, which the statement passes to a method of the types.</summary>
    static Task<string> Of(string statement, string types, string members = "", string port = "587") =>
        Report.Of(
            Report.CSharp(
                $$"""
                using System; using System.Collections.Generic; using System.Net; using System.Net.Mail;
                partial class C {
                    {{members}}
                    public void M(MailMessage m, NetworkCredential login, bool flag) {
                        var client = new SmtpClient("smtp.office365.com", {{port}}) { Credentials = login };
                        {{statement}}
                        client.Send(m);
                    }
                }
                {{types}}
                """
            ),
            "SMTP4001",
            "SMTP4002"
        );

    const string Base = "class Base { public virtual void Set(SmtpClient client) { } } ",
        Abstract = "abstract class Base { public abstract void Set(SmtpClient client); } ",
        Open = "class Open : Base { public override void Set(SmtpClient other) => other.EnableSsl = false; } ",
        Secure = "class Secure : Base { public override void Set(SmtpClient other) => other.EnableSsl = true; } ";

    [Theory]
    [InlineData(
        "a method",
        "Set(client);",
        "partial void Set(SmtpClient client);",
        "partial void Set(SmtpClient client) => client.EnableSsl = true;"
    )]
    [InlineData(
        "a generic method",
        "Set(client, 3);",
        "static partial void Set<T>(SmtpClient client, T other);",
        "static partial void Set<T>(SmtpClient client, T other) => client.EnableSsl = true;"
    )]
    [InlineData(
        "a method as a value",
        "Action<SmtpClient> set = Set; set(client);",
        "partial void Set(SmtpClient client);",
        "partial void Set(SmtpClient client) => client.EnableSsl = true;"
    )]
    [InlineData(
        "a method that returns through a parameter",
        "Choose(out var isOn); client.EnableSsl = isOn;",
        "private partial void Choose(out bool isOn);",
        "private partial void Choose(out bool isOn) => isOn = true;"
    )]
    public async Task The_other_part_of_a_partial_member_is_read(string story, string use, string part, string body)
    {
        Assert.Equal((story, ""), (story, await Of(use, $"partial class C {{ {body} }}", part)));
        Assert.Equal(
            (story, "SMTP2001"),
            (story, await Of(use, $"partial class C {{ {body.Replace("true", "false")} }}", part))
        );
    }

    [Theory]
    [InlineData("Private Sub Setup(client As SmtpClient)\nclient.EnableSsl = True\nEnd Sub", "")]
    [InlineData("Private Sub Setup(client As SmtpClient)\nclient.EnableSsl = False\nEnd Sub", "SMTP2001")]
    public async Task The_other_part_of_a_partial_method_is_read_in_Visual_Basic(string body, string found) =>
        Assert.Equal(
            found,
            await Report.Of(
                Report.VisualBasic(
                    $$"""
                    Imports System.Net
                    Imports System.Net.Mail
                    Partial Class C
                        Partial Private Sub Setup(client As SmtpClient)
                        End Sub
                        Public Sub M(mail As MailMessage, login As NetworkCredential)
                            Dim client As New SmtpClient("smtp.office365.com", 587)
                            client.Credentials = login
                            Setup(client)
                            client.Send(mail)
                        End Sub
                    End Class
                    Partial Class C
                    {{body}}
                    End Class
                    """
                ),
                "SMTP4001",
                "SMTP4002"
            )
        );

    [Theory]
    [InlineData("overridden", "one.Set(client);", Base + Secure, "")]
    [InlineData("not overridden", "one.Set(client);", Base, "SMTP2001")]
    [InlineData(
        "overridden alike",
        "one.Set(client);",
        Base + "class Logged : Base { public override void Set(SmtpClient other) => Console.WriteLine(other.Host); }",
        "SMTP2001"
    )]
    [InlineData("exactly the base class", "one = new Base(); one.Set(client);", Base + Secure, "SMTP2001")]
    [InlineData("exactly the derived class", "one = new Secure(); one.Set(client);", Base + Secure, "")]
    [InlineData("a method as a value", "Action<SmtpClient> set = one.Set; set(client);", Base + Secure, "")]
    [InlineData(
        "an abstract base",
        "one.Set(client);",
        "abstract class Base { public virtual void Set(SmtpClient client) { } } " + Secure,
        ""
    )]
    [InlineData(
        "an abstract method with one override",
        "one.Set(client);",
        "abstract class Base { public abstract void Set(SmtpClient client); } "
            + "class Plain : Base { public override void Set(SmtpClient other) => other.EnableSsl = false; }",
        "SMTP2001"
    )]
    [InlineData("overridden in two ways", "one.Set(client);", Abstract + Open + Secure, "")]
    [InlineData("overridden in two ways, the other first", "one.Set(client);", Abstract + Secure + Open, "")]
    [InlineData("overridden alike twice", "one.Set(client);", Abstract + Open + "class Other : Open { }", "SMTP2001")]
    [InlineData(
        "two levels below",
        "one.Set(client);",
        "abstract class Base { public virtual void Set(SmtpClient client) { } } "
            + "abstract class Middle : Base { public override void Set(SmtpClient client) { } } "
            + "class Secure : Middle { public sealed override void Set(SmtpClient c) => c.EnableSsl = true; }",
        ""
    )]
    [InlineData(
        "an interface",
        "IBase any = one; any.Set(client);",
        "interface IBase { void Set(SmtpClient client); } "
            + "abstract class Base : IBase { public virtual void Set(SmtpClient client) { } } "
            + Secure,
        ""
    )]
    public async Task A_virtual_call_runs_what_its_object_has(string story, string use, string types, string found) =>
        Assert.Equal((story, found), (story, await Of(use, types, "Base one;")));

    [Theory]
    [InlineData("the override", "Set(client);", "")]
    [InlineData("the base", "base.Set(client);", "SMTP2001")]
    public async Task A_call_of_the_base_runs_the_base(string story, string use, string found) =>
        Assert.Equal(
            (story, found),
            (
                story,
                await Of(
                    use,
                    Base + "partial class C : Base { }",
                    "public override void Set(SmtpClient other) { base.Set(other); other.EnableSsl = true; }"
                )
            )
        );

    [Theory]
    [InlineData("getters", "class Base { public virtual int Port => 25; }", "public override int Port => 587;", "")]
    [InlineData(
        "values",
        "class Base { public virtual int Port { get; set; } = 25; }",
        "public override int Port { get; set; } = 587;",
        ""
    )]
    [InlineData(
        "indexers",
        "class Base { public virtual int this[int i] => 25; public int Port => this[0]; }",
        "public override int this[int i] => 587;",
        ""
    )]
    [InlineData(
        "an abstract base",
        "abstract class Base { public virtual int Port => 25; }",
        "public override int Port => 587;",
        ""
    )]
    [InlineData(
        "an abstract property",
        "abstract class Base { public abstract int Port { get; } }",
        "public override int Port => 25;",
        "SMTP1005"
    )]
    [InlineData("nothing", "class Base { public virtual int Port => 25; }", "", "SMTP1005")]
    public async Task A_virtual_property_is_read_in_its_object(string story, string code, string more, string found) =>
        Assert.Equal(
            (story, found),
            (
                story,
                await Of("client.EnableSsl = true;", $"{code} class More : Base {{ {more} }}", "Base one;", "one.Port")
            )
        );

    [Theory]
    [InlineData("new More { Port = 25 }.Port", "SMTP1005")]
    [InlineData("((Base)new More { Port = 25 }).Port", "SMTP1005")]
    [InlineData("((Base)new More()).Port", "")]
    [InlineData("new More().Port", "")]
    [InlineData("new Base().Port", "SMTP1005")]
    public async Task A_virtual_property_has_what_its_creator_sets(string port, string found) =>
        Assert.Equal(
            (port, found),
            (
                port,
                await Of(
                    "client.EnableSsl = true;",
                    """
                    class Base { public virtual int Port { get; set; } = 25; }
                    class More : Base { public override int Port { get; set; } = 587; }
                    """,
                    "",
                    port
                )
            )
        );

    [Fact]
    public async Task Overrides_in_Visual_Basic() =>
        Assert.Equal(
            "SMTP1005",
            await Report.Of(
                Report.VisualBasic(
                    """
                    Imports System.Net
                    Imports System.Net.Mail
                    MustInherit Class Base
                        Protected Overridable ReadOnly Property Port As Integer
                            Get
                                Return 25
                            End Get
                        End Property
                        Protected Overridable Sub Setup(client As SmtpClient)
                        End Sub
                        Public Sub Right(mail As MailMessage, login As NetworkCredential)
                            Dim client As New SmtpClient("smtp.office365.com", Port)
                            client.Credentials = login
                            Setup(client)
                            client.Send(mail)
                        End Sub
                        Public Sub Wrong(mail As MailMessage, login As NetworkCredential)
                            Dim client As New SmtpClient("smtp.office365.com", MyClass.Port)
                            client.Credentials = login
                            Setup(client)
                            client.Send(mail)
                        End Sub
                    End Class
                    Class Mailer
                        Inherits Base
                        Protected Overrides ReadOnly Property port As Integer = 587
                        Protected Overrides Sub setup(client As SmtpClient)
                            client.EnableSsl = True
                        End Sub
                    End Class
                    """
                ),
                "SMTP4001",
                "SMTP4002"
            )
        );

    [Theory]
    [InlineData("that sets it", "client.EnableSsl = value;", "")]
    [InlineData("that does something else", "Console.WriteLine(value);", "SMTP2001")]
    public async Task An_assignment_runs_the_setter(string story, string body, string found) =>
        Assert.Equal(
            (story, found),
            (
                story,
                await Of(
                    "var wrapper = new Wrapper(client); wrapper.Tls = true;",
                    $"class Wrapper(SmtpClient client) {{ object O => client; public bool Tls {{ set {{ {body} }} }} }}"
                )
            )
        );

    [Theory]
    [InlineData("an event", "event Action<SmtpClient> Made;", "Made?.Invoke(client);")]
    [InlineData("an event with arguments", "event EventHandler<Arguments> Made;", "Made?.Invoke(this, new(client));")]
    [InlineData("a delegate, if there is one", "public Action<SmtpClient> Set;", "if (Set != null) Set(client);")]
    [InlineData("an interface, if there is one", "ISet set;", "set?.Set(client);")]
    [InlineData("an interface, by a flag", "ISet set;", "if (flag) set.Set(client);")]
    [InlineData("a lambda, by a flag", "List<Action> all;", "if (flag) all.Add(() => client.EnableSsl = true);")]
    public async Task Code_that_may_receive_the_client_may_set_it_up(string story, string member, string use) =>
        Assert.Equal(
            (story, ""),
            (
                story,
                await Of(
                    use,
                    "interface ISet { void Set(SmtpClient client); } "
                        + "class Arguments(SmtpClient client) : EventArgs { public SmtpClient Client => client; }",
                    member
                )
            )
        );

    [Theory]
    [InlineData("if (one is SmtpClient c) c.EnableSsl = true;")]
    [InlineData("if (one is not SmtpClient c) return; c.EnableSsl = true;")]
    [InlineData("if (one is SmtpClient { Port: 587 } c) c.EnableSsl = true;")]
    [InlineData("if (one is SmtpClient and { } c) c.EnableSsl = true;")]
    [InlineData("switch (one) { case SmtpClient c: c.EnableSsl = true; break; }")]
    [InlineData("_ = one switch { SmtpClient c => c.EnableSsl = true, _ => false };")]
    [InlineData("if (new { Inner = one } is { Inner: SmtpClient c }) c.EnableSsl = true;")]
    [InlineData("((SmtpClient)one).EnableSsl = true;")]
    public async Task A_client_keeps_its_identity_under_another_type(string body)
    {
        foreach (var type in new[] { "object", "IDisposable" })
            Assert.Equal(
                (body, ""),
                (body, await Of("Set(client);", "", $"static void Set({type} one) {{ {body} }}"))
            );
    }

    [Theory]
    [InlineData("partial class C { private partial void Pace() => Thread.Sleep(2000); }", "partial", "")]
    [InlineData("partial class C { private partial void Pace() { } }", "partial", "SMTP5001")]
    [InlineData("class D : C { public override void Pace() => Thread.Sleep(2000); }", "virtual", "")]
    [InlineData("class D : C { public override void Pace() { } }", "virtual", "SMTP5001")]
    public async Task A_loop_may_be_paced_by_other_code(string types, string kind, string found) =>
        Assert.Equal(
            (types, found),
            (
                types,
                await Report.Of(
                    Report.CSharp(
                        $$"""
                        using System.Collections.Generic; using System.Threading;
                        using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
                        partial class C {
                            {{(kind == "partial" ? "private partial void Pace();" : "public virtual void Pace() { }")}}
                            public void M(IEnumerable<MimeMessage> all, string token) {
                                using var client = new SmtpClient();
                                client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                                client.Authenticate(new SaslMechanismOAuth2("a@contoso.com", token));
                                foreach (var m in all) { client.Send(m); Pace(); }
                            }
                        }
                        {{types}}
                        """
                    )
                )
            )
        );

    [Theory]
    [InlineData("ISmtpClient", "SslOnConnect", "SMTP2002")]
    [InlineData("SmtpClient", "None", "SMTP2001")]
    [InlineData("ISmtpClient", "StartTls", "")]
    [InlineData("IMailService", "SslOnConnect", "")]
    public async Task A_type_parameter_stands_for_a_client(string constraint, string tls, string found) =>
        Assert.Equal(
            (constraint, found),
            (
                constraint,
                await Report.Of(
                    Report.CSharp(
                        $$"""
                        using MailKit; using MailKit.Net.Smtp; using MailKit.Security;
                        class Base<T> where T : {{constraint}}, new() {
                            protected T Open(string host, SecureSocketOptions tls) {
                                var client = new T();
                                client.Connect(host, 587, tls);
                                return client;
                            }
                        }
                        class Mailer : Base<SmtpClient> {
                            void M() { using var client = Open("smtp.office365.com", SecureSocketOptions.{{tls}}); }
                        }
                        """
                    )
                )
            )
        );

    [Theory]
    [InlineData("field ??= \"smtp.office365.com\"", "SMTP1005")]
    [InlineData("field ?? \"mail.contoso.com\"", "")]
    public async Task A_getter_may_have_a_field_of_its_own(string getter, string found)
    {
        Assert.SkipUnless(
            LanguageVersion.Latest.MapSpecifiedToEffectiveVersion() >= (LanguageVersion)1400,
            "this compiler does not know the keyword 'field'"
        );
        Assert.Equal(
            (getter, found),
            (
                getter,
                await Report.Of(
                    Report.CSharp(
                        $$"""
                        using System.Net; using System.Net.Mail;
                        static class Hosts { public static string Mail => {{getter}}; }
                        class C {
                            void M(MailMessage m, NetworkCredential login) =>
                                new SmtpClient(Hosts.Mail, 25) { EnableSsl = true, Credentials = login }.Send(m);
                        }
                        """
                    ),
                    "SMTP4001",
                    "SMTP4002"
                )
            )
        );
    }
}
