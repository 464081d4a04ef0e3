namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>
/// Loops and parallel calls that send: which of them send a separate mail on each iteration, and on how many
/// connections at once.
/// </summary>
public class BulkMailTests
{
    const string Client =
        """using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("bulk@contoso.com", pw) };""";

    static Task Check(string members) =>
        MarkedCode.Check(
            Report.CSharp(
                $$"""
                using System; using System.Collections.Generic; using System.Data; using System.Linq; using System.Net; using System.Net.Mail; using System.Text;
                using System.Threading; using System.Threading.Tasks;
                class C {
                {{members.Replace("CLIENT", Client)}}
                }
                """
            ),
            "SMTP5001",
            "SMTP5002"
        );

    [Fact]
    public Task A_message_made_before_the_loop_and_changed_in_it_is_a_mail_each_turn() =>
        Check(
            """
            void Recipients(List<string> all, string pw) {
                CLIENT
                var mail = new MailMessage();
                foreach (var to in all) { mail.To.Clear(); mail.To.Add(to); client.Send(mail); } //! SMTP5001
            }
            void Text(List<string> all, string pw) {
                CLIENT
                var mail = new MailMessage();
                var text = new StringBuilder();
                foreach (var name in all) { //! SMTP5001
                    text.Clear();
                    text.Append("Dear ").Append(name);
                    mail.Body = text.ToString();
                    client.Send(mail);
                }
            }
            """
        );

    [Fact]
    public Task Rows_readers_and_methods_that_fill_the_message_count_as_well() =>
        Check(
            """
            void Rows(DataTable table, string pw) {
                CLIENT
                MailMessage mail;
                for (int i = 0; i < table.Rows.Count; i++) { //! SMTP5001
                    mail = new MailMessage();
                    mail.To.Add((string)table.Rows[i]["mail"]);
                    client.Send(mail);
                }
            }
            void Reader(IDataReader reader, string pw) {
                CLIENT
                var mail = new MailMessage();
                while (reader.Read()) { //! SMTP5001
                    mail.To.Clear();
                    mail.To.Add(reader.GetString(0));
                    client.Send(mail);
                }
            }
            void Filled(List<string> all, string pw) {
                CLIENT
                var mail = new MailMessage();
                foreach (var to in all) { //! SMTP5001
                    Address(mail, to);
                    client.Send(mail);
                }
            }
            static void Address(MailMessage mail, string to) { mail.To.Clear(); mail.To.Add(to); }
            """
        );

    [Fact]
    public Task One_message_to_many_retries_and_a_few_turns_are_right() =>
        Check(
            """
            void Many(List<string> all, string pw) {
                CLIENT
                var mail = new MailMessage();
                foreach (var to in all) mail.Bcc.Add(to);
                client.Send(mail);
            }
            void Portions(List<string> all, string pw) {
                CLIENT
                var mail = new MailMessage();
                foreach (var to in all) {
                    mail.Bcc.Add(to);
                    if (mail.Bcc.Count == 100) { client.Send(mail); mail.Bcc.Clear(); }
                }
            }
            void Paced(List<string> all, string pw) {
                CLIENT
                var mail = new MailMessage();
                foreach (var to in all) { mail.To.Clear(); mail.To.Add(to); client.Send(mail); Thread.Sleep(2500); }
            }
            void Retry(MailMessage mail, string pw) {
                CLIENT
                var (sent, attempt) = (false, 0);
                while (!sent && attempt < 3) {
                    mail.Headers["X-Attempt"] = (++attempt).ToString();
                    try { client.Send(mail); sent = true; } catch (SmtpException e) when (e.StatusCode == SmtpStatusCode.MailboxBusy) { }
                }
            }
            void Three(MailMessage mail, string pw) {
                CLIENT
                for (var i = 0; i < 3; i++) { mail.Subject = "part " + i; client.Send(mail); }
            }
            """
        );

    [Fact]
    public Task A_bound_above_three_is_known_to_be_too_many() =>
        Check(
            """
            void Ten(List<string> all, string pw) => Parallel.ForEach(all, new ParallelOptions { MaxDegreeOfParallelism = 10 }, to => Send(to, pw)); //! SMTP5002
            void None(List<string> all, string pw, CancellationToken stop) => Parallel.ForEach(all, new ParallelOptions { CancellationToken = stop }, to => Send(to, pw)); //! SMTP5002
            void Set(List<string> all, string pw) {
                var options = new ParallelOptions();
                options.MaxDegreeOfParallelism = 20;
                Parallel.ForEach(all, options, to => Send(to, pw)); //! SMTP5002
            }
            void Query(List<string> all, string pw) => all.AsParallel().WithDegreeOfParallelism(8).ForAll(to => Send(to, pw)); //! SMTP5002
            readonly SemaphoreSlim ten = new(10);
            Task Gate(List<string> all, string pw) => Task.WhenAll(all.Select(async to => { await ten.WaitAsync(); try { Send(to, pw); } finally { ten.Release(); } })); //! SMTP5002
            void Send(string to, string pw) { CLIENT client.Send("bulk@contoso.com", to, "", ""); }
            """
        );

    [Fact]
    public Task A_small_or_unknown_bound_is_the_authors_decision() =>
        Check(
            """
            void Two(List<string> all, string pw) => Parallel.ForEach(all, new ParallelOptions { MaxDegreeOfParallelism = 2 }, to => Send(to, pw));
            void Given(List<string> all, string pw, int degree) => Parallel.ForEach(all, new ParallelOptions { MaxDegreeOfParallelism = degree }, to => Send(to, pw));
            void Handed(List<string> all, string pw, ParallelOptions options) => Parallel.ForEach(all, options, to => Send(to, pw));
            void Set(List<string> all, string pw) {
                var options = new ParallelOptions();
                options.MaxDegreeOfParallelism = 3;
                Parallel.ForEach(all, options, to => Send(to, pw));
            }
            readonly SemaphoreSlim three = new(3);
            Task Gate(List<string> all, string pw) => Task.WhenAll(all.Select(async to => { await three.WaitAsync(); try { Send(to, pw); } finally { three.Release(); } }));
            void Send(string to, string pw) { CLIENT client.Send("bulk@contoso.com", to, "", ""); }
            """
        );

    [Fact]
    public Task Visual_Basic_does_the_same() =>
        MarkedCode.Check(
            Report.VisualBasic(
                """
                Imports System.Data
                Imports System.Net
                Imports System.Net.Mail
                Class C
                    Sub Rows(table As DataTable, pw As String)
                        Dim client As New SmtpClient("smtp.office365.com", 587) With {.EnableSsl = True, .Credentials = New NetworkCredential("bulk@contoso.com", pw)}
                        Dim mail As New MailMessage()
                        For i = 0 To table.Rows.Count - 1 '! SMTP5001
                            With mail
                                .To.Clear()
                                .To.Add(table.Rows(i)("mail").ToString())
                            End With
                            client.Send(mail)
                        Next
                    End Sub
                    Sub Many(table As DataTable, pw As String)
                        Dim client As New SmtpClient("smtp.office365.com", 587) With {.EnableSsl = True, .Credentials = New NetworkCredential("bulk@contoso.com", pw)}
                        Dim mail As New MailMessage()
                        For Each row As DataRow In table.Rows
                            mail.Bcc.Add(row("mail").ToString())
                        Next
                        client.Send(mail)
                    End Sub
                End Class
                """
            ),
            "SMTP5001"
        );
}
