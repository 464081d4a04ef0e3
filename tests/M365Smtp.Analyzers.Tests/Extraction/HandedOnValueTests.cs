namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Code out of sight may change a message that it gets, but not a login or an address.</summary>
public class HandedOnValueTests
{
    const string Login = "Send: h:587 unset, password a@contoso.com";
    const string NoLogin = "Send: h:587 unset, no login";

    [Theory]
    [InlineData("c.Credentials = login; c.Send(m);", Login)]
    [InlineData("Keep(login); c.Credentials = login; c.Send(m);", Login)]
    [InlineData("System.Action later = () => Keep(login); c.Credentials = login; c.Send(m);", Login)]
    [InlineData("mail.From = from; c.Send(mail);", NoLogin + ", from b@contoso.com")]
    [InlineData("Keep(from); mail.From = from; c.Send(mail);", NoLogin + ", from b@contoso.com")]
    [InlineData("mail.From = from; Keep(mail); c.Send(mail);", NoLogin)]
    [InlineData("mail.From = from; System.Action later = () => Keep(mail); c.Send(mail);", NoLogin)]
    [InlineData("Keep(mail); mail.From = from; c.Send(mail);", NoLogin + ", from b@contoso.com")]
    [InlineData("var kept = new Kept(\"d@contoso.com\"); Keep(kept); c.Send(kept.From, \"e\", \"\", \"\");", NoLogin + ", from d@contoso.com")]
    [InlineData("var made = new Made(\"d@contoso.com\"); Keep(made); c.Send(made.From, \"e\", \"\", \"\");", NoLogin + ", from d@contoso.com")]
    [InlineData("var only = new Only(\"d@contoso.com\"); Keep(only); c.Send(only.From, \"e\", \"\", \"\");", NoLogin + ", from d@contoso.com")]
    [InlineData("var plain = new Plain(\"d@contoso.com\"); Keep(plain); c.Send(plain.From, \"e\", \"\", \"\");", NoLogin)]
    [InlineData("var open = new Open(\"d@contoso.com\"); Keep(open); c.Send(open.From, \"e\", \"\", \"\");", NoLogin)]
    [InlineData("var lent = new Lent(\"d@contoso.com\"); Keep(lent); c.Send(lent.From, \"e\", \"\", \"\");", NoLogin)]
    public void What_is_known_after(string code, string facts) =>
        Assert.Equal(
            (code, facts),
            (
                code,
                Facts.OfCSharp(
                    $$"""
                    using System.Net; using System.Net.Mail;
                    record Kept { public readonly string From; public Kept(string from) => From = from; }
                    record Open { public string From; public Open(string from) => From = from; }
                    record Made(string From) { static int count; }
                    record Only { public string From { get; } public Only(string from) => From = from; }
                    class Plain { public readonly string From; public Plain(string from) => From = from; }
                    record Lent(string From) { public string From { get; set; } = From; }
                    abstract class C {
                        protected abstract void Keep(object it);
                        void M(string s, MailMessage m) {
                            var login = new NetworkCredential("a@contoso.com", s);
                            var (from, mail) = (new MailAddress("b@contoso.com"), new MailMessage());
                            var c = new SmtpClient("h", 587);
                            {{code}}
                        }
                    }
                    """
                )
            )
        );
}
