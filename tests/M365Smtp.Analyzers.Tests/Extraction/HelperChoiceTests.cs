namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>A choice of the caller stays known through a helper, whatever the helper chooses for itself.</summary>
public class HelperChoiceTests
{
    [Theory]
    [InlineData("many choices in one statement", "Show(Pick(b), Pick(b), Pick(b), Pick(b), Pick(b), Pick(b), Pick(b), Pick(b), Pick(b), Pick(b), Pick(b), Pick(b));")]
    [InlineData("many statements with a choice", "Note(Pick(b)); Note(Pick(b)); Note(Pick(b)); Note(Pick(b)); Note(Pick(b)); Note(Pick(b)); Note(Pick(b)); Note(Pick(b));")]
    public void A_choice_is_still_made_after(string name, string before) =>
        Assert.Contains(
            "Send: smtp.office365.com:465",
            Facts.OfCSharp(
                $$"""
                using System.Net.Mail;
                class C {
                    // {{name}}
                    void M(bool b, MailMessage m) { {{before}} new SmtpClient(Pick(b), 465).Send(m); }
                    static string Pick(bool b) => b ? "smtp.gmail.com" : "smtp.office365.com";
                    static extern void Note(string text);
                    static extern void Show(string a, string b, string c, string d, string e, string f, string g, string h, string i, string j, string k, string l);
                }
                """
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("nothing", "new SmtpClient(host, 587)", "localhost:587 unset smtp.office365.com:587 unset")]
    [InlineData("a port", "new SmtpClient(host, old ? 465 : 587)", "localhost:? unset smtp.office365.com:? unset")]
    [InlineData("TLS", "new SmtpClient(host, 587) { EnableSsl = old }", "localhost:587 ? smtp.office365.com:587 ?")]
    [InlineData(
        "another host",
        "new SmtpClient(old ? \"smtp.live.com\" : host, 587)",
        "localhost:587 unset smtp.live.com:587 unset smtp.office365.com:587 unset"
    )]
    public void The_callers_hosts_stay_apart_if_the_helper_chooses(string name, string made, string sent) =>
        Assert.Equal(
            (name, sent),
            (
                name,
                string.Join(
                    ' ',
                    Facts
                        .OfCSharp(
                            $$"""
                            using System; using System.Net.Mail;
                            class C {
                                void M(bool office, bool log, bool old, MailMessage m) {
                                    var c = Make(office ? "smtp.office365.com" : "localhost", old);
                                    if (log) Console.WriteLine("sending");
                                    c.Send(m);
                                }
                                static SmtpClient Make(string host, bool old) { var c = {{made}}; return c; }
                            }
                            """
                        )
                        .Split(" / ")
                        .Where(fact => fact.StartsWith("Send: ", StringComparison.Ordinal))
                        .Select(fact => fact["Send: ".Length..].Split(',')[0])
                        .Distinct()
                        .Order(StringComparer.Ordinal)
                )
            )
        );
}
