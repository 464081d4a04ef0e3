namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>
/// What a lambda knows of the code around it, and what that code still knows once the lambda may have run.
/// </summary>
public class LambdaTests
{
    [Theory]
    [InlineData("a local that stays as it is", "var port = 587;", "", "Send: h:587 unset, no login")]
    [InlineData("a local set before", "var port = 25; port = 587;", "", "Send: h:? unset, no login")]
    [InlineData("a local set afterwards", "var port = 587;", "port = 25;", "Send: h:? unset, no login")]
    [InlineData("a local counted afterwards", "var port = 587;", "port++;", "Send: h:? unset, no login")]
    [InlineData(
        "a local handed on by reference",
        "var port = 587;",
        "int.TryParse(s, out port);",
        "Send: h:? unset, no login"
    )]
    public void A_local_inside(string name, string before, string after, string facts) =>
        Assert.Equal(
            (name, facts),
            (name, Facts.OfBody($"{before} System.Action later = () => new SmtpClient(\"h\", port).Send(m); {after}"))
        );

    [Theory]
    [InlineData("a parameter that stays as it is", "", "Send: smtp.office365.com:587 unset, no login")]
    [InlineData("a parameter set afterwards", "port = 25;", "Send: smtp.office365.com:? unset, no login")]
    public void A_parameter_inside(string name, string after, string facts) =>
        Assert.Equal(
            (name, facts),
            (
                name,
                Facts
                    .OfCSharp(
                        $$"""
                        using System; using System.Net.Mail;
                        class C {
                            void M(MailMessage m) => Later("smtp.office365.com", 587, m);
                            void Later(string host, int port, MailMessage m) {
                                Action send = () => new SmtpClient(host, port).Send(m);
                                {{after}}
                            }
                        }
                        """
                    )
                    .Split(" / ")
                    .Single(fact => fact.Contains("office365", StringComparison.Ordinal))
            )
        );

    [Theory]
    [InlineData("reads it", "System.Action later = () => System.Console.WriteLine(port);", "587")]
    [InlineData("sets it", "System.Action later = () => port = 25;", "?")]
    [InlineData("counts it", "System.Action later = () => port++;", "?")]
    [InlineData("hands it on by reference", "System.Action later = () => int.TryParse(s, out port);", "?")]
    [InlineData("sets its own", "System.Action<int> later = port2 => port2 = 25;", "587")]
    public void A_local_after_a_lambda_that(string name, string lambda, string port) =>
        Assert.Equal(
            (name, $"Send: h:{port} unset, no login"),
            (name, Facts.OfBody($"var port = 587; {lambda} new SmtpClient(\"h\", port).Send(m);"))
        );

    [Theory]
    [InlineData("sends", "() => c.Send(m)", "Leaves: h:587 unset, no login / Send: ?:? ?")]
    [InlineData("sets TLS", "() => c.EnableSsl = true", "Leaves: h:587 unset, no login / Send: ?:? ?")]
    [InlineData("uses another variable", "() => System.Console.WriteLine(s)", "Send: h:587 unset, no login")]
    public void A_client_that_a_lambda(string name, string lambda, string facts) =>
        Assert.Equal(
            (name, facts),
            (name, Facts.OfBody($"var c = new SmtpClient(\"h\", 587); System.Action later = {lambda}; c.Send(m);"))
        );

    /// <summary>
    /// An object that a lambda gets is what its caller made of it: only a library's options begin empty.
    /// </summary>
    [Theory]
    [InlineData("a client", "SmtpClient", "o.Host = \"smtp.office365.com\"; o.Port = 587;", "Leaves: smtp.office365.com:587 ?")]
    [InlineData(
        "a client that it sends with",
        "SmtpClient",
        "o.Host = \"smtp.office365.com\"; o.Port = 587; o.EnableSsl = true; o.Send(null);",
        "Leaves: smtp.office365.com:587 StartTls / Send: smtp.office365.com:587 StartTls"
    )]
    [InlineData(
        "an options object",
        "Options",
        "o.Host = \"smtp.office365.com\"; o.Port = 587;",
        "Mention: smtp.office365.com:587 ?"
    )]
    [InlineData("an options object without a host", "Options", "o.Port = 587;", "")]
    [InlineData(
        "options of a library",
        "Serilog.Sinks.Email.EmailSinkOptions",
        "o.Host = \"smtp.office365.com\"; o.Port = 587;",
        "Leaves: smtp.office365.com:587 Opportunistic"
    )]
    [InlineData(
        "options of a library without a port",
        "Serilog.Sinks.Email.EmailSinkOptions",
        "o.Host = \"smtp.office365.com\";",
        "Leaves: smtp.office365.com:25 Opportunistic"
    )]
    [InlineData("a number", "int", "new SmtpClient(\"h\", o).Send(null);", "Send: h:? unset, no login")]
    public void A_lambda_that_gets(string name, string type, string body, string facts) =>
        Assert.Equal(
            (name, facts),
            (
                name,
                Facts.OfLibrary(
                    SerilogStub.Code,
                    $$"""
                    using System; using System.Net.Mail;
                    public class Options { public string Host { get; set; } public int Port { get; set; } }
                    abstract class C {
                        protected abstract void Configure(Action<{{type}}> fill);
                        void M() => Configure(o => { {{body}} });
                    }
                    """
                )
            )
        );
}
