namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>API names that the engine knows, each with code that is judged differently without it.</summary>
static class NameSamples
{
    /// <summary>Rules that many samples also break; other tests cover them.</summary>
    public static readonly string[] Advice = ["SMTP4001", "SMTP4002", "SMTP4005"];

    public static IEnumerable<NameSample> All =>
        [
            .. Streams,
            .. Loops,
            .. Retries,
            .. Policies,
            .. Values,
            .. Objects,
            .. Recipients,
            .. Tokens,
            .. WebServicesQuestions,
        ];

    const string Usings = """
        using System; using System.Collections; using System.Collections.Generic; using System.IO; using System.Linq;
        using System.Net; using System.Net.Mail; using System.Text; using System.Threading.Tasks;

        """;

    const string Client =
        "var client = new SmtpClient(\"smtp.office365.com\", 587) { EnableSsl = true, Credentials = login };";

    static string Sends(string code, string members = "", string types = "") =>
        Usings
        + $$"""
            {{types}}
            class C {
                async Task M(List<MailMessage> all, NetworkCredential login, IOwn own) { {{Client}} {{code}} await Task.Yield(); }
                {{members}}
            }
            interface IOwn { }
            """;

    // A stream that waits for the next mail sends slowly; one that is ready at once does not.
    static IEnumerable<NameSample> Streams =>
        new[]
        {
            "ReadAll",
            "Receive",
            "Dequeue",
            "Consume",
            "Listen",
            "Watch",
            "Poll",
            "Subscribe",
            "WaitFor",
            "WaitTo",
        }
            .Select(name => new NameSample(
                name,
                Sends(
                    $"await foreach (var m in {name}Mails()) client.Send(m);",
                    $"async IAsyncEnumerable<MailMessage> {name}Mails() {{ await Task.Yield(); yield return new(); }}"
                ),
                ""
            ))
            .Concat(
                new[] { "AsAsyncEnumerable", "ToAsyncEnumerable" }.Select(name => new NameSample(
                    name,
                    Sends(
                        $"await foreach (var m in mails.{name}()) client.Send(m);",
                        "IMails mails;",
                        $"interface IMails {{ IAsyncEnumerable<MailMessage> {name}(); }}"
                    ),
                    "SMTP5001"
                ))
            )
            .Concat(
                new[] { "WithCancellation", "ConfigureAwait" }.Select(name => new NameSample(
                    name,
                    Sends(
                        $"await foreach (var m in mails.AsAsyncEnumerable().{name}(true)) client.Send(m);",
                        "IMails mails;",
                        "interface IMails : IAsyncEnumerable<MailMessage> "
                            + $"{{ IMails AsAsyncEnumerable(); IMails {name}(bool on); }}"
                    ),
                    "SMTP5001"
                ))
            );

    static IEnumerable<NameSample> Loops =>
        [
            .. new[] { "List", "ImmutableList", "Array" }.Select(type => new NameSample(
                type,
                Usings
                    + $$"""
                    namespace Own { class {{type}} { public void ForEach(Action<MailMessage> each) { } } }
                    class C { void M(Own.{{type}} all, NetworkCredential login) { {{Client}} all.ForEach(m => client.Send(m)); } }
                    """,
                "SMTP5001"
            )),
            .. new[] { "Acquire", "AcquireOne", "Throttle", "MyThrottle", "Pause", "APauseNow" }.Select(
                name => new NameSample(
                    name,
                    Sends(
                        $"foreach (var m in all) {{ client.Send(m); turn.{name}(); }}",
                        "ITurn turn;",
                        $"interface ITurn {{ int {name}(); }}"
                    ),
                    ""
                )
            ),
            new(
                "WaitForNextTick",
                Sends(
                    "foreach (var m in all) { client.Send(m); Turn(); }",
                    "PeriodicTimer timer; void Turn() { _ = timer.WaitForNextTickAsync(); }",
                    "class PeriodicTimer { public object WaitForNextTickAsync() => this; }"
                ),
                ""
            ),
            new("ForAll", Sends("all.AsParallel().ForAll(One);", One), "SMTP5002", Sends("all.ForEach(One);", One)),
            new(
                "WithDegreeOfParallelism",
                Sends("all.AsParallel().WithDegreeOfParallelism(3).ForAll(One);", One),
                "",
                Sends("all.AsParallel().ForAll(One);", One)
            ),
            new(
                "TaskFactory",
                Sends(
                    "foreach (var m in all) own1.StartNew(() => One(m));",
                    One + " Own.TaskFactory own1;",
                    "namespace Own { class TaskFactory { public void StartNew(Action start) { } } }"
                ),
                "SMTP5002"
            ),
            new(
                "ParallelEnumerable",
                Sends(
                    "list.ForAll(One);",
                    One + " Own.ParallelEnumerable list;",
                    "namespace Own { class ParallelEnumerable { public void ForAll(Action<MailMessage> each) { } } }"
                ),
                "SMTP5002"
            ),
            new(
                "Take",
                Sends("foreach (var m in all.Take(10)) client.Send(m);"),
                "",
                Sends("foreach (var m in all.Skip(10)) client.Send(m);")
            ),
        ];

    const string One =
        "void One(MailMessage m) { using var own = new SmtpClient(\"smtp.office365.com\", 587) "
        + "{ EnableSsl = true, Credentials = CredentialCache.DefaultNetworkCredentials }; own.Send(m); }";

    // Code that asks the user for another password, or ends the process, does not retry the same sign-in.
    static IEnumerable<NameSample> Retries =>
        [
            .. new[] { "ReadKey", "Prompt", "Ask", "ReadLine" }.Select(name => new NameSample(
                name,
                SignsIn($"for (;;) try {{ own.{name}(); SIGNIN; break; }} catch (Exception) {{ }}", $"void {name}();"),
                ""
            )),
            .. new[] { "Exit", "FailFast" }.Select(name => new NameSample(
                name,
                SignsIn($"for (;;) try {{ SIGNIN; break; }} catch (Exception) {{ Environment.{name}(\"x\"); }}", ""),
                ""
            )),
            .. new[] { "IsAuthenticated", "IsConnected" }.Select(name => new NameSample(
                name,
                SignsIn(
                    $"while (!own.{name}) try {{ SIGNIN; }} catch (Exception) {{ n++; }}",
                    $"bool {name} {{ get; }}"
                ),
                "SMTP4009"
            )),
        ];

    static string SignsIn(string code, string member, string polly = "") =>
        $$"""
            using System; using MailKit.Net.Smtp; using MailKit.Security; {{(polly.Length > 0 ? "using Polly;" : "")}}
            interface IOwn { {{member}} }
            static class Environment { public static void Exit(string why) { } public static void FailFast(string why) { } }
            class C {
                void M(IOwn own, string p) { var n = 0; var c = new SmtpClient(); {{Connect}} {{code.Replace(
                "SIGNIN",
                SignIn,
                StringComparison.Ordinal
            )}} }
                void Once() { using var c = new SmtpClient(); {{Connect}} c.Authenticate(new SaslMechanismOAuth2("a@contoso.com", "t")); }
            }
            {{polly}}
            """;

    const string Connect = "c.Connect(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls);";
    const string SignIn = "c.Authenticate(new SaslMechanismOAuth2(\"a@contoso.com\", p))";

    static IEnumerable<NameSample> Policies =>
        [
            .. new[] { "HandleInner", "Handle" }.Select(name => new NameSample(
                name,
                SignsIn($"Policy.{name}<AuthenticationException>().Retry(3).Execute(Once);", "", PollyWith(name)),
                "SMTP4009"
            )),
            .. new[] { "OrInner", "Or" }.Select(name => new NameSample(
                name,
                SignsIn(
                    $"Policy.Handle<System.IO.IOException>().{name}<AuthenticationException>().Retry(3).Execute(Once);",
                    "",
                    PollyWith("Handle", name)
                ),
                "SMTP4009"
            )),
            new(
                "RetryStrategyOptions",
                SignsIn("new Builder().AddRetry(new RetryStrategyOptions()).Execute(Once);", "", PollyBuilder),
                "SMTP4009"
            ),
            new(
                "ShouldHandle",
                SignsIn(
                    "new Builder().AddRetry(new RetryStrategyOptions { ShouldHandle = null }).Execute(Once);",
                    "",
                    PollyBuilder
                ),
                ""
            ),
            new(
                "Polly",
                SignsIn("Policy.Handle<Exception>().Retry(3).Execute(Once);", "", PollyWith("Handle")),
                "SMTP4009"
            ),
        ];

    static string PollyWith(string first, string next = "Next") =>
        $$"""
            namespace Polly {
                public class PolicyBuilder { public PolicyBuilder {{next}}<T>() => this; public Policy Retry(int count) => null; }
                public class Policy { public static PolicyBuilder {{first}}<T>() => null; public void Execute(Action action) { } }
            }
            """;

    const string PollyBuilder = """
        namespace Polly {
            public class RetryStrategyOptions { public object ShouldHandle { get; set; } }
            public class Builder { public Builder AddRetry(RetryStrategyOptions options) => this; public void Execute(Action action) { } }
        }
        """;

    // A port, a switch or a password that is written once and reaches the client through a call.
    static IEnumerable<NameSample> Values =>
        [
            Port("ToLower", "\"465\".ToLower()", "\"465\".PadLeft(1)"),
            Port("ToLowerInvariant", "\"465\".ToLowerInvariant()", "\"465\".PadLeft(1)"),
            Port("Trim", "\"465\".Trim()", "\"465\".PadLeft(1)"),
            new(
                "ToInt16",
                Ports("Convert.ToInt16(\"465\")"),
                "SMTP1004",
                Ports("(short)int.Parse(\"4650\".Substring(0, 3))")
            ),
            Choice("IsNullOrWhiteSpace", "string.IsNullOrWhiteSpace(\"\")", "string.IsInterned(\"\") == null"),
            Choice("IsNullOrEmpty", "string.IsNullOrEmpty(\"\")", "string.IsInterned(\"\") == null"),
            Password("UTF8Encoding", "new UTF8Encoding().GetString(bytes)"),
            Password("ASCIIEncoding", "new ASCIIEncoding().GetString(bytes)"),
            Password("GetString", "new UTF8Encoding().GetString(bytes)"),
            .. new[] { "GetEnumerator", "MoveNext" }.Select(name => new NameSample(
                name,
                Sends(
                    "foreach (var port in new[] { 465, 2525 }) new SmtpClient(\"smtp.office365.com\", port).Send(all[0]);"
                ),
                "SMTP1004 SMTP2001",
                Sends(
                    "foreach (var port in new List<int>()) new SmtpClient(\"smtp.office365.com\", port).Send(all[0]);"
                )
            )),
            .. new[] { "AsTask", "WaitAsync" }.Select(name => new NameSample(
                name,
                Awaited($".{name}({(name == "AsTask" ? "" : "TimeSpan.Zero")})"),
                "SMTP1004",
                Awaited(".Other()")
            )),
        ];

    static string Awaited(string call) =>
        Usings
        + $$"""
            static class More { public static extern Task<int> Other<T>(this T task); }
            class C {
                async {{(
                call.Contains("WaitAsync", StringComparison.Ordinal) ? "Task" : "ValueTask"
            )}}<int> Port() { await Task.Yield(); return 465; }
                async Task M(MailMessage m) => new SmtpClient("smtp.office365.com", await Port(){{call}}) { EnableSsl = true }.Send(m);
            }
            """;

    static NameSample Port(string name, string text, string without) =>
        new(name, Ports($"int.Parse({text})"), "SMTP1004", Ports($"int.Parse({without})"));

    static string Ports(string port) =>
        Usings
        + $$"""class C { void M(MailMessage m) { new SmtpClient("smtp.office365.com", {{port}}) { EnableSsl = true }.Send(m); } }""";

    static NameSample Choice(string name, string condition, string without) =>
        new(name, Ports($"{condition} ? 587 : 465"), "", Ports($"{without} ? 587 : 465"));

    static NameSample Password(string name, string read) =>
        new(
            name,
            Usings.Replace("using System.Text;", "", StringComparison.Ordinal)
                + $$"""
                class UTF8Encoding { public extern string GetString(byte[] bytes); }
                class ASCIIEncoding { public extern string GetString(byte[] bytes); }
                class C {
                    void M(MailMessage m) {
                        var bytes = new byte[] { 84, 117, 110, 100, 114, 97, 33, 80, 101, 112, 112, 101, 114, 49, 57 };
                        var login = new NetworkCredential("app@contoso.com", {{read}});
                        new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = login }.Send(m);
                    }
                }
                """,
            "SMTP4003"
        );

    static IEnumerable<NameSample> Objects =>
        [
            .. new[] { "Dispose", "DisposeAsync", "ToString", "GetHashCode", "GetType" }.Select(name => new NameSample(
                $"{name}(int how)",
                Kept($"public extern int {name}(int how);", $"s.{name}(1);"),
                "SMTP1004",
                Kept("public extern int Change(int how);", "s.Change(1);")
            )),
            new(
                "HostName",
                Built("\"smtp\", \"smtp.live.com\", 587"),
                "SMTP1001 SMTP2003",
                Built("\"smtp\", \"h\", 587")
            ),
            new(
                "Host",
                Built("", "b.Host = \"smtp.live.com\";"),
                "SMTP1001 SMTP1005 SMTP2003",
                Built("", "b.Host = \"h\";")
            ),
            new("PortNumber", Built("\"smtp\", \"smtp.office365.com\", 2525"), "SMTP1004 SMTP2003", Built(Right)),
            new("Port", Built(Right, "b.Port = 2525;"), "SMTP1004 SMTP2003", Built(Right)),
            new("SchemeName", Built("\"smtps\", \"smtp.office365.com\", 587"), "SMTP2002", Built(Right)),
            new("Scheme", Built(Right, "b.Scheme = \"smtps\";"), "SMTP2002", Built(Right)),
            new("Query", Built(Right), "SMTP2003", Built(Right, "b.Query = own;")),
            new(
                "ExtraValue",
                Built(Right),
                "SMTP2003",
                Built("\"smtp\", \"smtp.office365.com\", 587, \"\", \"?starttls=always\"")
            ),
        ];

    const string Right = "\"smtp\", \"smtp.office365.com\", 587";

    // An object passed to code we do not read may have changed.
    static string Kept(string member, string call) =>
        Usings
        + $$"""
            class Settings { public int Port { get; set; } {{member}} }
            class C {
                void M(MailMessage m) {
                    var s = new Settings { Port = 465 }; {{call}}
                    new SmtpClient("smtp.office365.com", s.Port) { EnableSsl = true }.Send(m);
                }
            }
            """;

    static string Built(string arguments, string more = "") =>
        $$"""
            using System; using MailKit.Net.Smtp;
            class C { void M(SmtpClient c, string own, string p) { var b = new UriBuilder({{arguments}}); {{more}} c.Connect(b.Uri); } }
            """;

    static IEnumerable<NameSample> Recipients =>
        [
            .. new[] { "MailboxAddress", "InternetAddress" }.Select(name => new NameSample(
                name,
                Usings
                    + $$"""
                    class {{name}} { public static {{name}} Parse(string text) => null; }
                    class MailAddressCollection { public void Add({{name}} address) { } }
                    class Letter : MailMessage { public new MailAddressCollection To => null; }
                    class C {
                        void M(Letter m, NetworkCredential login) { {{ToHighVolume}} m.To.Add({{name}}.Parse("x@gmail.com")); client.Send(m); }
                    }
                    """,
                "SMTP3007"
            )),
            .. new[] { "MailAddressCollection", "InternetAddressList" }.Select(name => new NameSample(
                name,
                Usings
                    + $$"""
                    class {{name}} { public void Add(string address) { } }
                    class Letter : MailMessage { public new {{name}} To => null; }
                    class C { void M(Letter m, NetworkCredential login) { {{ToHighVolume}} m.To.Add("x@gmail.com"); client.Send(m); } }
                    """,
                "SMTP3007"
            )),
            .. new[] { "To", "CC", "Cc", "Bcc" }.Select(name => new NameSample(
                "/*field*/" + name,
                Usings
                    + $$"""
                    class MailAddressCollection { public void Add(string address) { } }
                    class Letter : MailMessage { public new MailAddressCollection /*field*/{{name}} => null; }
                    class C {
                        void M(Letter m, NetworkCredential login) { {{ToHighVolume}} m./*field*/{{name}}.Add("x@gmail.com"); client.Send(m); }
                    }
                    """,
                "SMTP3007"
            )),
            new("ClientCertificates", Relayed("client.ClientCertificates.Add(certificate);"), "", Relayed("")),
        ];

    // A connector that identifies the sender by certificate relays to anybody.
    static string Relayed(string code) =>
        Usings
        + $$"""
            class C {
                void M(MailMessage m, System.Security.Cryptography.X509Certificates.X509Certificate certificate) {
                    var client = new SmtpClient("contoso-com.mail.protection.outlook.com", 25) { EnableSsl = true }; {{code}}
                    m.To.Add("x@gmail.com"); client.Send(m);
                }
            }
            """;

    const string ToHighVolume =
        "var client = new SmtpClient(\"smtp.hve.mx.microsoft\", 587) { EnableSsl = true, Credentials = login };";

    static IEnumerable<NameSample> Tokens =>
        [
            .. new[]
            {
                "ClientSecretCredential",
                "ClientCertificateCredential",
                "ClientAssertionCredential",
                "DefaultAzureCredential",
                "EnvironmentCredential",
                "OnBehalfOfCredential",
                "WorkloadIdentityCredential",
            }.Select(name => new NameSample(
                name,
                Usings
                    + $$"""
                    namespace Azure.Identity { class {{name}} { } }
                    class C {
                        void M(List<MailMessage> all, NetworkCredential login) {
                            {{Client}}
                            foreach (var m in all) { var own = new Azure.Identity.{{name}}(); client.Send(m); System.Threading.Thread.Sleep(2000); }
                        }
                    }
                    """,
                "SMTP4013"
            )),
            new(
                "ForEachAsync",
                Usings
                    + $$"""
                        namespace Azure.Identity { class DefaultAzureCredential { } }
                        class Parallel { public static void ForEachAsync(List<MailMessage> all, Action<MailMessage> each) { } }
                        class C {
                            void M(List<MailMessage> all, NetworkCredential login) {
                                {{Client}}
                                Parallel.ForEachAsync(all, m => { var own = new Azure.Identity.DefaultAzureCredential(); client.Send(m); });
                            }
                        }
                        """,
                "SMTP4013"
            ),
            new(
                "GetOrAdd",
                """
                using System; using MailKit.Security;
                class Cache { public SaslMechanism GetOrAdd(string key, Func<string, SaslMechanism> make) => null; }
                class C {
                    static string T() => null; static readonly Cache cache = new Cache();
                    SaslMechanism M() => cache.GetOrAdd("a", key => new SaslMechanismOAuth2("a@contoso.com", T()));
                }
                """,
                "SMTP4012"
            ),
            .. new[] { "EmailSinkOptions", "EmailConnectionInfo" }.Select(name => new NameSample(
                name,
                $$"""
                using MailKit.Security;
                class {{name}} { public SaslMechanism Sasl { get; set; } }
                class C { void M({{name}} o, string t) { o.Sasl = new SaslMechanismOAuth2("a@contoso.com", t); } }
                """,
                "SMTP4012"
            )),
            .. new[] { "Lazy", "AsyncLazy" }.Select(name => new NameSample(
                name,
                $$"""
                using System; using MailKit.Security;
                class {{name}} { public {{name}}(Func<SaslMechanism> make) { } }
                class C {
                    static string T() => null;
                    static readonly {{name}} Auth = new {{name}}(() => new SaslMechanismOAuth2("a@contoso.com", T()));
                }
                """,
                "SMTP4012"
            )),
        ];

    // Comparing a string with the address of Exchange Web Services is not a call.
    static IEnumerable<NameSample> WebServicesQuestions =>
        new[]
        {
            "Contains",
            "StartsWith",
            "EndsWith",
            "Equals",
            "Compare",
            "IndexOf",
            "Replace",
            "TryGetValue",
            "ContainsKey",
            "IsMatch",
        }.Select(name => new NameSample(
            "Own" + name,
            $$"""
            interface IOwn { bool /*Own*/{{name}}(string text); }
            class C { bool M(IOwn own) => own./*Own*/{{name}}("https://outlook.office365.com/EWS/Exchange.asmx"); }
            """,
            "",
            """
            interface IOwn { bool Ping(string text); }
            class C { bool M(IOwn own) => own.Ping("https://outlook.office365.com/EWS/Exchange.asmx"); }
            """
        ));
}
