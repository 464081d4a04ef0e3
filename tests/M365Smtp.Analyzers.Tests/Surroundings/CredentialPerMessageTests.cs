namespace M365Smtp.Analyzers.Tests.Surroundings;

/// <summary>SMTP4013: what counts as making a credential for each message, and what may be made only now and
/// then.</summary>
public class CredentialPerMessageTests
{
    const string Made = "new DefaultAzureCredential()";

    const string Sends = """
        void Deliver(MimeMessage mail, TokenCredential azure)
        {
            using var c = new MailKit.Net.Smtp.SmtpClient();
            c.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            var token = azure.GetToken(new TokenRequestContext(new[] { "x" })).Token;
            c.Authenticate(new SaslMechanismOAuth2("a@contoso.com", token));
            c.Send(mail);
        }
        """;

    static string In(string body) =>
        $$"""
            void M(List<MimeMessage> mails, TokenCredential known, bool b, bool isLocal) { {{body}} }
            TokenCredential kept;
            {{Sends}}
            """;

    [Theory]
    [InlineData("foreach", "foreach (var mail in mails) Deliver(mail, {0});")]
    [InlineData("for", "for (var i = 0; i < mails.Count; i++) {{ Deliver(mails[i], {0}); }}")]
    [InlineData("in parallel", "Parallel.ForEach(mails, mail => Deliver(mail, {0}));")]
    [InlineData("parallel turns", "Parallel.For(0, mails.Count, i => Deliver(mails[i], {0}));")]
    [InlineData("in try", "foreach (var mail in mails) try {{ Deliver(mail, {0}); }} catch (Exception) {{ }}")]
    [InlineData("before ??", "foreach (var mail in mails) Deliver(mail, {0} ?? known);")]
    [InlineData("in a condition", "foreach (var mail in mails) if ({0} is TokenCredential t) Deliver(mail, t);")]
    [InlineData(
        "in the condition of a choice",
        "foreach (var mail in mails) Deliver(mail, {0} is TokenCredential t ? t : known);"
    )]
    [InlineData("a turn that may end early", "foreach (var mail in mails) {{ if (b) break; Deliver(mail, {0}); }}")]
    [InlineData("another loop around it", "while (b) foreach (var mail in mails) Deliver(mail, {0});")]
    public async Task Each_message_has_one_of_its_own(string story, string body) =>
        Assert.Equal((story, Made), (story, await Found.In("SMTP4013", In(string.Format(null, body, Made)))));

    [Theory]
    [InlineData("no loop", "Deliver(mails[0], {0});")]
    [InlineData("what the loop goes through", "foreach (var azure in new[] {{ {0} }}) Deliver(mails[0], azure);")]
    [InlineData("in a handler", "foreach (var mail in mails) try {{ }} catch (Exception) {{ Deliver(mail, {0}); }}")]
    [InlineData("where there is none", "foreach (var mail in mails) Deliver(mail, known ?? {0});")]
    [InlineData("kept", "foreach (var mail in mails) Deliver(mail, kept ??= {0});")]
    [InlineData("on a condition", "foreach (var mail in mails) if (b) Deliver(mail, {0}); else Deliver(mail, known);")]
    [InlineData("or else", "foreach (var mail in mails) if (b) Deliver(mail, known); else Deliver(mail, {0});")]
    [InlineData("one or a known one", "foreach (var mail in mails) Deliver(mail, b ? {0} : known);")]
    [InlineData("a known one or one", "foreach (var mail in mails) Deliver(mail, b ? known : {0});")]
    [InlineData("the loop ends with the first", "foreach (var mail in mails) {{ Deliver(mail, {0}); break; }}")]
    [InlineData("the method ends with the first", "foreach (var mail in mails) {{ Deliver(mail, {0}); return; }}")]
    [InlineData(
        "a way to make one",
        "foreach (var mail in mails) {{ Func<object> f = () => {0}; Deliver(mail, known); }}"
    )]
    [InlineData("a list's own loop", "mails.ForEach(mail => Deliver(mail, {0}));")]
    [InlineData("nothing is sent", "foreach (var mail in mails) Console.WriteLine({0});")]
    public async Task One_for_all_or_nobody_knows_is_silent(string story, string body) =>
        Assert.Equal((story, ""), (story, await Found.In("SMTP4013", In(string.Format(null, body, Made)))));

    [Fact]
    public async Task Two_kinds_of_credential_are_one_for_each_message_whichever_is_chosen() =>
        Assert.Equal(
            $"{Made} | new ClientSecretCredential(\"t\", \"i\", Console.ReadLine())",
            await Found.In(
                "SMTP4013",
                In(
                    $"foreach (var mail in mails) Deliver(mail, isLocal ? (TokenCredential){Made} "
                        + ": new ClientSecretCredential(\"t\", \"i\", Console.ReadLine()));"
                )
            )
        );

    [Theory]
    [InlineData("void One(MimeMessage mail) => Deliver(mail, {0});", true)]
    [InlineData("void One(MimeMessage mail) => Two(mail); void Two(MimeMessage mail) => Deliver(mail, {0});", true)]
    [InlineData(
        "void One(MimeMessage mail) => Two(mail); void Two(MimeMessage mail) => Three(mail); "
            + "void Three(MimeMessage mail) => Deliver(mail, {0});",
        true
    )]
    [InlineData(
        "void One(MimeMessage mail) => Two(mail); void Two(MimeMessage mail) => Three(mail); "
            + "void Three(MimeMessage mail) => Four(mail); void Four(MimeMessage mail) => Deliver(mail, {0});",
        false
    )]
    [InlineData("public void One(MimeMessage mail) => Deliver(mail, {0});", false)]
    [InlineData("void One(MimeMessage mail) {{ if (kept == null) Deliver(mail, {0}); }}", false)]
    [InlineData("void One(MimeMessage mail) => Deliver(mail, {0}); void Once() => One(null);", false)]
    public async Task A_private_method_that_only_the_loop_calls(string methods, bool isFound) =>
        Assert.Equal(
            isFound ? Made : "",
            await Found.In(
                "SMTP4013",
                In("foreach (var mail in mails) { One(mail); Deliver(mail, known); }")
                    + string.Format(null, methods, Made)
            )
        );
}
