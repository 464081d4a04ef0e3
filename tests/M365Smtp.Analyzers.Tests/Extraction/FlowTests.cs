namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>
/// One path, two paths, loops, handlers, captures: a fact if all paths agree, '?' if they do not, never a wrong one.
/// </summary>
public class FlowTests
{
    [Fact]
    public void A_field_has_its_first_value_in_the_constructor_even_if_a_method_changes_it_later() =>
        Assert.Equal(
            "Send: smtp.office365.com:465 unset, no login",
            Facts.OfCSharp(
                """
                using System.Net.Mail;
                class C {
                    int port = 465;
                    public C(MailMessage m) => new SmtpClient("smtp.office365.com", port).Send(m);
                    public void Use(int other) => port = other;
                }
                """
            )
        );

    [Fact]
    public void A_constructor_is_not_read_again_with_the_values_that_it_leaves() =>
        Assert.Equal(
            "Send: smtp.office365.com:587 unset, no login",
            Facts.OfCSharp(
                """
                using System.Net.Mail;
                class C {
                    readonly int port = 587;
                    public C(MailMessage m) { new SmtpClient("smtp.office365.com", port).Send(m); port = 465; }
                }
                """
            )
        );

    [Theory]
    [InlineData(
        "the opposite of a flag",
        """var isPlain = true; new SmtpClient("h", 25) { EnableSsl = !isPlain }.Send(m);""",
        "Send: h:25 None, no login"
    )]
    [InlineData(
        "a client or another instead of none",
        """var c = new SmtpClient("h", 587); (c ?? new SmtpClient("x", 25)).Send(m);""",
        "Send: h:587 unset, no login"
    )]
    [InlineData(
        "a port that other code returns through a parameter",
        """var port = 25; int.TryParse(s, out port); new SmtpClient("h", port).Send(m);""",
        "Send: h:? unset, no login"
    )]
    [InlineData(
        "a number of a list that other code may change",
        """var ports = new System.Collections.Generic.List<int> { 25 }; ports.Add(587); new SmtpClient("h", ports[0]).Send(m);""",
        "Send: h:? unset, no login"
    )]
    [InlineData(
        "ctor",
        """var c = new SmtpClient("smtp.office365.com", 25); c.Send(m);""",
        "Send: smtp.office365.com:25 unset, no login"
    )]
    [InlineData(
        "initializer",
        """var c = new SmtpClient { Host = "h", Port = 587, EnableSsl = true }; c.Send(m);""",
        "Send: h:587 StartTls, no login"
    )]
    [InlineData(
        "later write wins (Sonar FN)",
        """using var c = new SmtpClient("h", 25) { EnableSsl = true }; c.EnableSsl = false; c.Send(m);""",
        "Send: h:25 None, no login"
    )]
    [InlineData(
        "branch",
        """var c = new SmtpClient("h", 25); if (b) c.Port = 587; c.Send(m);""",
        "Send: h:587 unset, no login / Send: h:25 unset, no login"
    )]
    [InlineData(
        "branch one-sided ssl",
        """var c = new SmtpClient("h", 25); if (b) c.EnableSsl = true; c.Send(m);""",
        "Send: h:25 ?, no login"
    )]
    [InlineData(
        "ternary",
        """var c = new SmtpClient("h", b ? 25 : 465); c.Send(m);""",
        "Send: h:25 unset, no login / Send: h:465 unset, no login"
    )]
    [InlineData(
        "alias",
        """var c = new SmtpClient("h", 25); var d = c; d.Port = 587; c.Send(m);""",
        "Send: h:587 unset, no login"
    )]
    [InlineData(
        "local flows",
        """var host = "a"; host = "b"; var p = 25; var c = new SmtpClient(host, p); c.Send(m);""",
        "Send: b:25 unset, no login"
    )]
    [InlineData(
        "const in other file",
        """var c = new SmtpClient(Cfg.Host, Cfg.Port); c.Send(m);""",
        "Send: smtp.office365.com:25 unset, no login"
    )]
    [InlineData(
        "static readonly",
        """var c = new SmtpClient(Cfg.RoHost, 25); c.Send(m);""",
        "Send: ro.example:25 unset, no login"
    )]
    [InlineData("unknown parameter", """var c = new SmtpClient(s, 25); c.Send(m);""", "Send: ?:25 unset, no login")]
    [InlineData(
        "escapes to helper",
        """var c = new SmtpClient("h", 25); Cfg.Setup(c); c.Send(m);""",
        "Leaves: h:25 unset, no login / Send: ?:? ?"
    )]
    [InlineData(
        "escapes to lambda",
        """var c = new SmtpClient("h", 25); System.Action a = () => c.Port = 1; a(); c.Send(m);""",
        "Leaves: h:25 unset, no login / Send: ?:1 ?"
    )]
    [InlineData(
        "loop",
        """var c = new SmtpClient("h", 25); for (var i = 0; i < 3; i++) { c.Send(m); c.Port = 587; }""",
        "Send: h:25 unset, no login / Send: h:587 unset, no login"
    )]
    [InlineData(
        "try/finally",
        """var c = new SmtpClient("h", 25); try { c.EnableSsl = true; c.Send(m); } finally { c.Dispose(); }""",
        "Send: h:25 StartTls, no login"
    )]
    [InlineData(
        "retry in catch",
        """var c = new SmtpClient("h", 587); try { c.EnableSsl = b; } catch { c.Port = 25; c.Send(m); }""",
        "Send: h:25 ?, no login"
    )]
    [InlineData(
        "two objects, one variable",
        """SmtpClient c; if (b) c = new SmtpClient("x", 25); else c = new SmtpClient("y", 587); c.Send(m);""",
        "Send: y:587 unset, no login / Send: x:25 unset, no login"
    )]
    [InlineData("coalesce", """var c = new SmtpClient(s ?? "h", 25); c.Send(m);""", "Send: ?:25 unset, no login")]
    [InlineData(
        "deconstruction",
        """var c = new SmtpClient("h", 25); (c.EnableSsl, var x) = (true, 0); c.Send(m);""",
        "Send: h:25 StartTls, no login"
    )]
    [InlineData(
        "named args reordered",
        """var c = new SmtpClient(port: 25, host: "h"); c.Send(m);""",
        "Send: h:25 unset, no login"
    )]
    [InlineData(
        "out int",
        """if (!int.TryParse(s, out var p)) p = 25; var c = new SmtpClient("h", p); c.Send(m);""",
        "Send: h:? unset, no login / Send: h:25 unset, no login"
    )]
    [InlineData(
        "dev/prod in one branch",
        """string h; int p; if (b) { h = "localhost"; p = 25; } else { h = "smtp.office365.com"; p = 587; } var c = new SmtpClient(h, p); c.Send(m);""",
        "Send: localhost:25 unset, no login / Send: smtp.office365.com:587 unset, no login"
    )]
    [InlineData(
        "dev/prod, same test twice",
        """string h = "smtp.office365.com"; if (b) h = "localhost"; var c = new SmtpClient(h, b ? 25 : 587); if (!b) c.EnableSsl = true; c.Send(m);""",
        "Send: localhost:25 unset, no login / Send: smtp.office365.com:587 StartTls, no login"
    )]
    [InlineData(
        "test variable rewritten",
        """string h = "x"; if (b) h = "y"; b = s == null; var c = new SmtpClient(h, b ? 25 : 587); c.Send(m);""",
        "Send: ?:587 unset, no login / Send: ?:25 unset, no login"
    )]
    [InlineData(
        "constant condition",
        """const bool dev = false; var c = new SmtpClient("h", dev ? 25 : 587); c.Send(m);""",
        "Send: h:587 unset, no login"
    )]
    [InlineData(
        "too many worlds",
        """int p = 1; switch (s) { case "a": p = 2; break; case "b": p = 3; break; case "c": p = 4; break; case "d": p = 5; break; case "e": p = 6; break; case "f": p = 7; break; case "g": p = 8; break; } var c = new SmtpClient("h", p); c.Send(m);""",
        "Send: h:? unset, no login"
    )]
    [InlineData(
        "guard clause",
        """var c = new SmtpClient("h", 25); if (s == null) throw new System.Exception(); c.EnableSsl = true; c.Send(m);""",
        "Send: h:25 StartTls, no login"
    )]
    [InlineData(
        "stored in a field",
        """var c = new SmtpClient("h", 25); Cfg.Kept = c; Cfg.Setup(null); c.Send(m);""",
        "Leaves: h:25 unset, no login / Send: ?:? ?"
    )]
    [InlineData("returned by a factory", """var c = Cfg.Make(); c.Port = 25; c.Send(m);""", "Send: ?:? ?")]
    [InlineData(
        "try: between two writes",
        """var c = new SmtpClient("h", 25); try { c.Port = 1; Cfg.Setup(null); c.Port = 2; } catch { } c.Send(m);""",
        "Send: h:? unset, no login / Send: h:25 unset, no login"
    )]
    [InlineData(
        "object in a tuple/array",
        """var c = new SmtpClient("h", 25); var arr = new[] { c }; Cfg.SetupAll(arr); c.Send(m);""",
        "Leaves: h:25 unset, no login / Send: ?:? ?"
    )]
    [InlineData("null-conditional", """var c = new SmtpClient("h", 25); c?.Send(m);""", "Send: h:25 unset, no login")]
    [InlineData(
        "conditional client",
        """using var c = b ? new SmtpClient("x", 25) : new SmtpClient("y", 587); c.Send(m);""",
        "Send: y:587 unset, no login / Send: x:25 unset, no login"
    )]
    [InlineData(
        "interpolated const",
        """const string d = "office365.com"; var c = new SmtpClient($"smtp.{d}", 25); c.Send(m);""",
        "Send: smtp.office365.com:25 unset, no login"
    )]
    [InlineData(
        "switch expression",
        """var c = new SmtpClient("h", s switch { "a" => 25, _ => 587 }); c.Send(m);""",
        "Send: h:587 unset, no login / Send: h:25 unset, no login"
    )]
    [InlineData(
        "foreach over ports",
        """foreach (var p in new[] { 25, 587 }) { var c = new SmtpClient("h", p); c.Send(m); }""",
        "Send: h:587 unset, no login / Send: h:25 unset, no login"
    )]
    [InlineData(
        "noise",
        """int a = 0, q = 0; if (s == "1") a = 1; else a = 2; if (b) q = 3; foreach (var z in s) { a += z; if (z == 'c') q = 9; } var n = s.Length > 3 ? 1 : 2; var k = s.Length > 4 ? n : a; string h; int p; if (s == null) { h = "localhost"; p = 25; } else { h = "o365"; p = 587; } System.Console.WriteLine(a + q + k); if (n > 2) System.Console.WriteLine(); var c = new SmtpClient(h, p); c.Send(m);""",
        "Send: o365:587 unset, no login / Send: localhost:25 unset, no login"
    )]
    [InlineData(
        "unrelated flags",
        """bool f1 = s == "1", f2 = s == "2", f3 = s == "3"; if (f1) System.Console.WriteLine(); if (f2) System.Console.WriteLine(); if (f3) System.Console.WriteLine(); var c = new SmtpClient(b ? "x" : "y", b ? 25 : 587); c.Send(m);""",
        "Send: ?:587 unset, no login / Send: ?:25 unset, no login"
    )]
    [InlineData(
        "loop with retries",
        """var c = new SmtpClient("h", 587); for (var i = 0; i < 5; i++) { try { c.Send(m); break; } catch (SmtpException) { if (i == 4) throw; } finally { System.Console.WriteLine(i); } }""",
        "Send: h:587 unset, no login"
    )]
    [InlineData(
        "inside a lambda",
        """System.Action a = () => { var c = new SmtpClient("h", 25); c.Send(m); };""",
        "Send: h:25 unset, no login"
    )]
    [InlineData(
        "inside nested lambdas",
        """System.Action a = () => { System.Action z = () => { var c = new SmtpClient("h", 25); c.Send(m); }; };""",
        "Send: h:25 unset, no login"
    )]
    [InlineData(
        "inside a local function",
        """L(); void L() { var c = new SmtpClient("h", 25); c.Send(m); }""",
        "Send: h:25 unset, no login"
    )]
    [InlineData(
        "captured, sent in lambda",
        """var c = new SmtpClient("h", 25); System.Action a = () => c.Send(m);""",
        "Leaves: h:25 unset, no login / Send: ?:? ?"
    )]
    [InlineData("client is a field", """field.Send(m);""", "Leaves: h:25 unset, no login / Send: h:25 unset, no login")]
    [InlineData(
        "target-typed new + async",
        """SmtpClient c = new("h", 25); c.SendMailAsync(m).Wait();""",
        "Send: h:25 unset, no login"
    )]
    [InlineData(
        "mailkit",
        """var k = new MailKit.Net.Smtp.SmtpClient(); k.Connect("smtp.office365.com", 587, MailKit.Security.SecureSocketOptions.None);""",
        "Connect: smtp.office365.com:587 None, no login"
    )]
    [InlineData(
        "mailkit bool",
        """var k = new MailKit.Net.Smtp.SmtpClient(); k.Connect("h", 587, true);""",
        "Connect: h:587 Implicit, no login"
    )]
    [InlineData(
        "mailkit defaults",
        """var k = new MailKit.Net.Smtp.SmtpClient(); k.Connect("h");""",
        "Connect: h:25 Opportunistic, no login"
    )]
    public void A_client_is_judged_by_what_all_paths_agree_on(string name, string body, string facts) =>
        Assert.Equal((name, facts), (name, Facts.OfBody(body)));
}
