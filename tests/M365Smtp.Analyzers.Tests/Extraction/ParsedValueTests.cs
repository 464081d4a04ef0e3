namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>A port, a flag or an enum value that code parses from a text.</summary>
public class ParsedValueTests
{
    [Theory]
    [InlineData("int.Parse(\"465\")", "465")]
    [InlineData("Convert.ToInt32(\"465\")", "465")]
    [InlineData("Convert.ToInt16(\"465\")", "465")]
    [InlineData("int.TryParse(\"465\", out var port) ? port : 25", "465")]
    [InlineData("ushort.Parse(\"465\")", "465")]
    [InlineData("int.Parse(\"465\", System.Globalization.CultureInfo.InvariantCulture)", "465")]
    [InlineData("Convert.ToInt32(int.Parse(\"465\"))", "465")]
    [InlineData("int.Parse(int.Parse(\"465\").ToString())", "465")]
    [InlineData("((int?)int.Parse(\"465\")).Value", "465")]
    [InlineData("System.Threading.Tasks.Task.FromResult(int.Parse(\"465\")).Result", "465")]
    [InlineData("int.Parse(s)", "?")]
    public void A_port(string written, string port) =>
        Check($"k.Connect(\"h\", {written}, true);", $"h:{port} Implicit");

    [Theory]
    [InlineData("byte", "25")]
    [InlineData("sbyte", "25")]
    [InlineData("short", "465")]
    [InlineData("ushort", "465")]
    [InlineData("uint", "465")]
    [InlineData("long", "465")]
    [InlineData("uint", "2147483648", "?")]
    [InlineData("long", "2147483648", "?")]
    [InlineData("long", "-2147483649", "?")]
    public void A_port_in_a_number_of_another_type(string type, string number, string? port = null) =>
        Check($"{type} port = {number}; k.Connect(\"h\", (int)port, true);", $"h:{port ?? number} Implicit");

    [Theory]
    [InlineData("bool.Parse(\"true\")", "Implicit")]
    [InlineData("Convert.ToBoolean(\"True\")", "Implicit")]
    [InlineData("bool.TryParse(\"true\", out var tls) && tls", "Implicit")]
    [InlineData("bool.Parse(s)", "?")]
    [InlineData("bool.Parse(\"yes\")", "?")]
    public void A_flag(string written, string tls) => Check($"k.Connect(\"h\", 465, {written});", $"h:465 {tls}");

    [Theory]
    [InlineData("Enum.Parse<SecureSocketOptions>(\"StartTls\")", "StartTls")]
    [InlineData("Enum.Parse<SecureSocketOptions>(\"starttls\", true)", "StartTls")]
    [InlineData("(SecureSocketOptions)Enum.Parse(typeof(SecureSocketOptions), \"SslOnConnect\")", "Implicit")]
    [InlineData("(SecureSocketOptions)Enum.Parse(typeof(SecureSocketOptions), \"none\", true)", "None")]
    [InlineData("Enum.TryParse<SecureSocketOptions>(\"StartTls\", out var way) ? way : SecureSocketOptions.None", "StartTls")]
    [InlineData("Enum.TryParse(\"StartTls\", out SecureSocketOptions way) ? way : SecureSocketOptions.None", "StartTls")]
    [InlineData("Enum.Parse<SecureSocketOptions>(s)", "?")]
    [InlineData("(SecureSocketOptions)Enum.Parse(typeof(SecureSocketOptions), s)", "?")]
    [InlineData("Enum.Parse<SecureSocketOptions>(\"Best\")", "?")]
    public void An_option(string written, string tls) => Check($"k.Connect(\"h\", 587, {written});", $"h:587 {tls}");

    static void Check(string connect, string endpoint) =>
        Assert.Equal(
            (connect, $"Connect: {endpoint}, no login"),
            (
                connect,
                Facts.OfCSharp(
                    $$"""
                    using System; using MailKit.Net.Smtp; using MailKit.Security;
                    class C { void M(string s) { using var k = new SmtpClient(); {{connect}} } }
                    """
                )
            )
        );
}
