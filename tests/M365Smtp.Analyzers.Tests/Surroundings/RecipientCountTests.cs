using System.Text.RegularExpressions;

namespace M365Smtp.Analyzers.Tests.Surroundings;

/// <summary>How the recipients of one message are counted, and which texts beside a send are its recipients.</summary>
public class RecipientCountTests
{
    const string Outside = "x@gmail.com";

    static string List(int count) => string.Join(",", Enumerable.Range(1, count).Select(i => $"u{i}@contoso.com"));

    static string In(string body, string more = "") =>
        $$"""
            void M(bool b, MailMessage given, List<MailMessage> all)
            {
                using var c = new SmtpClient("smtp.hve.mx.microsoft", 587) { EnableSsl = true };
                {{body}}
            }
            {{more}}
            """;

    static Task<string> Found(string id, string members) =>
        Surroundings.Found.In(id, members, "using System.Net.Mail;");

    [Theory]
    [InlineData("in two lists", "given.To.Add(\"40\"); given.CC.Add(\"11\"); c.Send(given);", "11")]
    [InlineData(
        "from its constructor on",
        "var m = new MailMessage(\"a@contoso.com\", \"40\"); m.To.Add(\"11\"); c.Send(m);",
        "11"
    )]
    [InlineData(
        "from a short constructor on",
        "MailMessage m = new(\"a@contoso.com\", \"40\"); m.To.Add(\"11\"); c.Send(m);",
        "11"
    )]
    [InlineData(
        "after one that may not be added",
        "if (b) given.To.Add(\"5\"); given.To.Add(\"51\"); c.Send(given);",
        "51"
    )]
    [InlineData("the longer of two", "given.To.Add(b ? \"5\" : \"51\"); c.Send(given);", "51")]
    [InlineData(
        "after the longer of two",
        "given.To.Add(b ? \"5\" : \"45\"); given.CC.Add(\"6\"); c.Send(given);",
        "6"
    )]
    [InlineData("named by the send itself", "c.Send(\"a@contoso.com\", \"51\", \"s\", \"b\");", "51")]
    public async Task They_add_up_to_more_than_fifty(string story, string body, string underlined) =>
        Assert.Equal(
            (story, $"\"{List(int.Parse(underlined, null))}\""),
            (story, await Found("SMTP5003", In(Filled(body))))
        );

    [Theory]
    [InlineData("on a condition", "if (b) given.To.Add(\"40\"); given.To.Add(\"11\"); c.Send(given);")]
    [InlineData(
        "by a switch",
        "switch (b) { case true: given.To.Add(\"40\"); break; } given.To.Add(\"11\"); c.Send(given);"
    )]
    [InlineData(
        "in a handler",
        "try { } catch (Exception) { given.To.Add(\"40\"); } given.To.Add(\"11\"); c.Send(given);"
    )]
    [InlineData("in a loop", "foreach (var m in all) { given.To.Add(\"40\"); } given.To.Add(\"11\"); c.Send(given);")]
    [InlineData("in a lambda", "Action a = () => given.To.Add(\"40\"); given.To.Add(\"11\"); c.Send(given);")]
    [InlineData("one of two", "given.To.Add(b ? \"30\" : \"31\"); c.Send(given);")]
    [InlineData("taken out again", "given.To.Add(\"51\"); given.To.Clear(); c.Send(given);")]
    [InlineData("one taken out again", "given.To.Add(\"51\"); given.To.RemoveAt(0); c.Send(given);")]
    [InlineData("shut out by a constant", "if (false) given.To.Add(\"51\"); c.Send(given);")]
    [InlineData(
        "of two messages",
        "var m = new MailMessage(); m.To.Add(\"40\"); given.To.Add(\"11\"); c.Send(m); c.Send(given);"
    )]
    public async Task They_may_be_fewer(string story, string body) =>
        Assert.Equal((story, ""), (story, await Found("SMTP5003", In(Filled(body)))));

    [Theory]
    [InlineData("cleared before", "given.To.Clear(); given.To.Add(\"51\"); c.Send(given);")]
    [InlineData("another list cleared", "given.To.Add(\"51\"); given.CC.Clear(); c.Send(given);")]
    [InlineData("another message cleared", "given.To.Add(\"51\"); all[0].To.Clear(); c.Send(given);")]
    public async Task What_is_cleared_is_something_else(string story, string body) =>
        Assert.Equal((story, $"\"{List(51)}\""), (story, await Found("SMTP5003", In(Filled(body)))));

    [Fact]
    public async Task A_comma_in_a_quoted_name_separates_nobody()
    {
        string Quoted(int count) =>
            string.Join(",", Enumerable.Range(1, count).Select(i => $"\\\"Adams, {i}; jr.\\\" <u{i}@contoso.com>"));

        Assert.Equal("", await Found("SMTP5003", In($"given.To.Add(\"{Quoted(50)}\"); c.Send(given);")));
        Assert.Equal(
            $"\"{Quoted(51)}\"",
            await Found("SMTP5003", In($"given.To.Add(\"{Quoted(51)}\"); c.Send(given);"))
        );
    }

    [Fact]
    public async Task Empty_places_in_a_list_are_nobody() =>
        Assert.Equal("", await Found("SMTP5003", In($"given.To.Add(\"{List(50)}, ;,\"); c.Send(given);")));

    [Theory]
    [InlineData(
        "a method that writes the message",
        "c.Send(Written());",
        "MailMessage Written() { var m = new MailMessage(); m.To.Add(\"OUT\"); return m; }"
    )]
    [InlineData(
        "the method that hands it over",
        "c.Send(given);",
        "void N() { var m = new MailMessage(); m.To.Add(\"OUT\"); M(true, m, null); }"
    )]
    public async Task Recipients_written_beside_the_send(string story, string body, string more) =>
        Assert.Equal((story, $"\"{Outside}\""), (story, await Found("SMTP3007", In(body, Out(more)))));

    [Theory]
    [InlineData(
        "a method that writes something else",
        "c.Send(given); Console.WriteLine(Text());",
        "string Text() { new MailMessage().To.Add(\"OUT\"); return \"\"; }"
    )]
    [InlineData(
        "a method that calls the sender without a message",
        "c.Send(given);",
        "void N() { var m = new MailMessage(); m.To.Add(\"OUT\"); O(1); } void O(int i) { }"
    )]
    [InlineData(
        "a method that writes one nobody sends here",
        "c.Send(given);",
        "MailMessage Written() { var m = new MailMessage(); m.To.Add(\"OUT\"); return m; }"
    )]
    public async Task Recipients_of_other_messages_are_silent(string story, string body, string more) =>
        Assert.Equal((story, ""), (story, await Found("SMTP3007", In(body, Out(more)))));

    [Fact]
    public async Task A_connector_that_knows_the_certificate_may_relay()
    {
        string DirectSend(string before) =>
            In($"{before} c.Send(\"a@contoso.com\", \"{Outside}\", \"s\", \"b\");")
                .Replace(
                    "smtp.hve.mx.microsoft\", 587",
                    "contoso-com.mail.protection.outlook.com\", 25",
                    StringComparison.Ordinal
                );

        Assert.Equal($"\"{Outside}\"", await Found("SMTP3008", DirectSend("")));
        Assert.Equal("", await Found("SMTP3008", DirectSend("c.ClientCertificates.Add(null);")));
    }

    static string Out(string code) => code.Replace("OUT", Outside, StringComparison.Ordinal);

    // A number between quotes is so many addresses.
    static string Filled(string body) =>
        Regex.Replace(body, "\"(\\d+)\"", match => $"\"{List(int.Parse(match.Groups[1].Value, null))}\"");
}
