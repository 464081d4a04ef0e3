using M365Smtp.Analyzers.Tests.Extraction;

namespace M365Smtp.Analyzers.Tests.Surroundings;

/// <summary>SMTP5001 and SMTP5002: how many messages a loop sends at most, and what sets its pace.</summary>
public class PaceLimitTests
{
    static Task Check(string members) =>
        MarkedCode.Check(
            Report.CSharp(
                $$"""
                using System; using System.Collections.Concurrent; using System.Collections.Generic; using System.Linq;
                using System.Net; using System.Threading; using System.Threading.Channels; using System.Threading.Tasks;
                using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
                record Box(string User, string Token, MimeMessage Message)
                {
                    public NetworkCredential Login { get; init; }
                }
                interface IBoxes { Box Next(); Box Pick(); Box Rotate(); }
                class Options { public int BatchSize { get; set; } }
                class C
                {
                {{members}}
                    static SmtpClient Open(string token)
                    {
                        var client = new SmtpClient();
                        client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                        client.Authenticate(new SaslMechanismOAuth2("app@contoso.com", token));
                        return client;
                    }
                    static MimeMessage To(string a)
                    {
                        var m = new MimeMessage();
                        m.To.Add(MailboxAddress.Parse(a));
                        return m;
                    }
                    static async Task One(MimeMessage m) { using var client = Open("t"); await client.SendAsync(m); }
                    static void Sync(MimeMessage m) { using var client = Open("t"); client.Send(m); }
                }
                """
            ),
            "SMTP5001",
            "SMTP5002"
        );

    [Fact]
    public Task No_more_than_30_turns() =>
        Check(
            """
            static readonly string[] Admins = ["a@contoso.com", "b@contoso.com"];
            static string[] Owners => ["a@contoso.com", "b@contoso.com"];
            static IReadOnlyList<string> Keepers { get; } = new[] { "a@contoso.com" };
            const int Few = 20;
            void Field(string t) { using var client = Open(t); foreach (var a in Admins) client.Send(To(a)); }
            void Property(string t) { using var client = Open(t); foreach (var a in Owners) client.Send(To(a)); }
            void Initialized(string t) { using var client = Open(t); foreach (var a in Keepers) client.Send(To(a)); }
            void Local(string t)
            {
                using var client = Open(t);
                string[] all = ["a@contoso.com"];
                foreach (var a in all) client.Send(To(a));
            }
            void List(string t)
            {
                using var client = Open(t);
                foreach (var a in new List<string> { "a@contoso.com" }) client.Send(To(a));
            }
            void Map(string t)
            {
                using var client = Open(t);
                foreach (var a in new Dictionary<string, int> { ["a@contoso.com"] = 1 }.Keys) client.Send(To(a));
            }
            void Added(string t, bool more)
            {
                using var client = Open(t);
                var all = new List<string> { "a@contoso.com" };
                if (more) all.Add("b@contoso.com");
                foreach (var a in all) client.Send(To(a));
            }
            void Range(string t)
            {
                using var client = Open(t);
                foreach (var i in Enumerable.Range(0, 5)) client.Send(To("a@contoso.com"));
            }
            void Taken(string t, IEnumerable<string> list)
            {
                using var client = Open(t);
                foreach (var a in list.Where(a => a != "").Take(25).ToList()) client.Send(To(a));
            }
            void TakenLocal(string t, IEnumerable<string> list)
            {
                using var client = Open(t);
                var batch = list.Take(Few).ToArray();
                foreach (var a in batch) client.Send(To(a));
            }
            void TakenByOption(string t, IEnumerable<string> list, Options o)
            {
                using var client = Open(t);
                foreach (var a in list.Take(o.BatchSize)) client.Send(To(a));
            }
            void Least(string t, string[] list)
            {
                using var client = Open(t);
                var n = Math.Min(list.Length, 25);
                for (var i = 0; i < n; i++) client.Send(To(list[i]));
            }
            void LeastInline(string t, string[] list)
            {
                using var client = Open(t);
                for (var i = 0; i < Math.Min(25, list.Length); i++) client.Send(To(list[i]));
            }
            void AndLess(string t, string[] list)
            {
                using var client = Open(t);
                for (var i = 0; i < list.Length && i < 25; i++) client.Send(To(list[i]));
            }
            void Down(string t) { using var client = Open(t); for (var i = 9; i >= 0; i--) client.Send(To("a" + i)); }
            void Counted(string t, Queue<string> queue)
            {
                using var client = Open(t);
                var sent = 0;
                while (sent < 25 && queue.TryDequeue(out var a)) { client.Send(To(a)); sent++; }
            }
            void Given(string t, int count)
            {
                using var client = Open(t);
                for (var i = 0; i < count; i++) client.Send(To("a" + i));
            }
            void Days(string t)
            {
                using var client = Open(t);
                foreach (var day in Enum.GetValues<DayOfWeek>()) client.Send(To(day + "@contoso.com"));
            }
            const string Both = "a@contoso.com;b@contoso.com";
            void Text(string t) { using var client = Open(t); foreach (var a in Both.Split(';')) client.Send(To(a)); }
            void Iterated(string t) { using var client = Open(t); foreach (var a in Two()) client.Send(To(a)); }
            static IEnumerable<string> Two() { yield return "a@contoso.com"; foreach (var a in Admins) yield return a; }
            void Joined(string t)
            {
                using var client = Open(t);
                foreach (var a in Admins.Concat(Owners)) client.Send(To(a));
            }
            void Nested(string t)
            {
                using var client = Open(t);
                foreach (var a in Admins) foreach (var b in Owners) client.Send(To(a + b));
            }
            void Each(string t)
            {
                using var client = Open(t);
                new List<string> { "a@contoso.com" }.ForEach(a => client.Send(To(a)));
            }
            static async Task<string[]> Later() { await Task.Yield(); return ["a@contoso.com"]; }
            async Task Awaited(string t)
            {
                using var client = Open(t);
                foreach (var a in await Later()) client.Send(To(a));
                foreach (var a in await Later().ConfigureAwait(false)) client.Send(To(a));
            }
            void Asked(string t)
            {
                using var client = Open(t);
                foreach (var a in from one in Admins where one != "" select one) client.Send(To(a));
            }
            void Six(string t)
            {
                using var client = Open(t);
                foreach (var a in Admins.Skip(0).Skip(0).Skip(0).Skip(0).Skip(0).Skip(0)) client.Send(To(a));
            }
            void Room(string t)
            {
                using var client = Open(t);
                foreach (var a in new string[9]) client.Send(To("b" + a));
            }
            void Values(string t)
            {
                using var client = Open(t);
                foreach (var a in new Dictionary<int, string> { [1] = "a@contoso.com" }.Values) client.Send(To(a));
            }
            void Copied(string t)
            {
                using var client = Open(t);
                foreach (var a in new List<string>(Admins) { "c@contoso.com" }) client.Send(To(a));
            }
            void OneMore(string t)
            {
                using var client = Open(t);
                foreach (var a in Admins.Append("c@contoso.com").Prepend("d@contoso.com")) client.Send(To(a));
            }
            void LastOnes(string t, List<string> list)
            {
                using var client = Open(t);
                foreach (var a in list.TakeLast(9)) client.Send(To(a));
                foreach (var a in list.GetRange(0, 9)) client.Send(To(a));
                foreach (var a in Enumerable.Repeat("a@contoso.com", 9)) client.Send(To(a));
            }
            void Chosen(string t, List<string> list, bool all)
            {
                using var client = Open(t);
                var most = all ? list.Count : 9;
                for (var i = 0; i < most; i++) client.Send(To(list[i]));
            }
            void Difference(string t, List<string> list)
            {
                using var client = Open(t);
                for (var i = 0; i < 10 - list.Count; i++) client.Send(To("a" + i));
                for (var i = 0; i < Few + 9; i++) client.Send(To("a" + i));
                for (var i = 0; i != (Few); i++) client.Send(To("a" + i));
                for (var i = 0; i <= Admins.Length; i++) client.Send(To("a" + i));
                for (var i = 0; i < Admins.Count(); i++) client.Send(To("a" + i));
            }
            void ByOption(string t, List<string> list, Options o)
            {
                using var client = Open(t);
                for (var i = 0; i < o.BatchSize; i++) client.Send(To(list[i]));
            }
            """
        );

    [Fact]
    public Task More_turns_or_nobody_knows_how_many() =>
        Check(
            """
            static readonly string[] Admins = ["a@contoso.com", "b@contoso.com"];
            readonly List<string> known = new();
            void Add(string a) { known.Add(a); }
            void Parameter(string t, string[] list)
            {
                using var client = Open(t);
                foreach (var a in list) client.Send(To(a)); //! SMTP5001
            }
            void Length(string t, string[] list)
            {
                using var client = Open(t);
                for (var i = 0; i < list.Length; i++) client.Send(To(list[i])); //! SMTP5001
            }
            void Count(string t, List<string> list)
            {
                using var client = Open(t);
                var n = list.Count;
                for (var i = 0; i < n; i++) client.Send(To(list[i])); //! SMTP5001
            }
            void Last(string t, List<string> list)
            {
                using var client = Open(t);
                for (var i = list.Count - 1; i >= 0; i--) client.Send(To(list[i])); //! SMTP5001
            }
            void Filled(string t, string[] list)
            {
                using var client = Open(t);
                var all = new List<string>();
                foreach (var a in list) all.Add(a);
                foreach (var a in all) client.Send(To(a)); //! SMTP5001
            }
            void Field(string t)
            {
                using var client = Open(t);
                foreach (var a in known) client.Send(To(a)); //! SMTP5001
            }
            void Taken(string t, List<string> list)
            {
                using var client = Open(t);
                foreach (var a in list.Take(500)) client.Send(To(a)); //! SMTP5001
            }
            void Least(string t, string[] list)
            {
                using var client = Open(t);
                var n = Math.Min(list.Length, 500);
                for (var i = 0; i < n; i++) client.Send(To(list[i])); //! SMTP5001
            }
            void Nested(string t, string[] list)
            {
                using var client = Open(t);
                foreach (var b in list) foreach (var a in Admins) client.Send(To(a + b)); //! SMTP5001
            }
            void Product(string t)
            {
                using var client = Open(t);
                for (var i = 0; i < 20; i++) foreach (var a in Admins) client.Send(To(a + i)); //! SMTP5001
            }
            void Spread(string t, string[] list)
            {
                using var client = Open(t);
                string[] all = ["a@contoso.com", .. list];
                foreach (var a in all) client.Send(To(a)); //! SMTP5001
            }
            static string[] Round => Circle;
            static string[] Circle => Round;
            void InCircles(string t)
            {
                using var client = Open(t);
                foreach (var a in Round) client.Send(To(a)); //! SMTP5001
            }
            static int Egg => Hen;
            static int Hen => Egg;
            void AsManyAsThose(string t)
            {
                using var client = Open(t);
                for (var i = 0; i < Egg; i++) client.Send(To("a" + i)); //! SMTP5001
            }
            void Copied(string t, string[] list)
            {
                using var client = Open(t);
                foreach (var a in new List<string>(list) { "c@contoso.com" }) client.Send(To(a)); //! SMTP5001
            }
            void Joined(string t, string[] list)
            {
                using var client = Open(t);
                foreach (var a in Admins.Concat(list)) client.Send(To(a)); //! SMTP5001
            }
            void JoinedBefore(string t, string[] list)
            {
                using var client = Open(t);
                foreach (var a in list.Concat(Admins)) client.Send(To(a)); //! SMTP5001
            }
            void OneMore(string t, string[] list)
            {
                using var client = Open(t);
                foreach (var a in list.Append("c@contoso.com")) client.Send(To(a)); //! SMTP5001
            }
            void Sum(string t, string[] list)
            {
                using var client = Open(t);
                for (var i = 0; i < Admins.Length + 29; i++) client.Send(To("a" + i)); //! SMTP5001
            }
            void AddedByTurns(string t)
            {
                using var client = Open(t);
                var all = new List<string>();
                for (var i = 0; i < 16; i++) foreach (var a in Admins) all.Add(a + i);
                foreach (var a in all) client.Send(To(a)); //! SMTP5001
            }
            void AddedAtOnce(string t, string[] list)
            {
                using var client = Open(t);
                var all = new List<string>();
                all.AddRange(list);
                foreach (var a in all) client.Send(To(a)); //! SMTP5001
            }
            void AddedElsewhere(string t)
            {
                using var client = Open(t);
                var all = new List<string>();
                Fill(all);
                foreach (var a in all) client.Send(To(a)); //! SMTP5001
            }
            static void Fill(List<string> all) { while (all.Count < 500) all.Add("a@contoso.com"); }
            """
        );

    [Fact]
    public Task A_loop_around_the_call_sets_the_pace() =>
        Check(
            """
            readonly PeriodicTimer timer = new(TimeSpan.FromMinutes(1));
            async Task Run(List<string> list, string t)
            {
                while (true) { await Batch(list, t); await Task.Delay(60000); }
            }
            async Task Batch(List<string> list, string t)
            {
                using var client = Open(t);
                foreach (var a in list) await client.SendAsync(To(a));
            }
            async Task Hourly(List<string> list, string t) { while (await timer.WaitForNextTickAsync()) Once(list, t); }
            void Once(List<string> list, string t) { Step(list, t); }
            async Task Tick(List<string> list, string t) { while (await timer.WaitForNextTickAsync()) Step(list, t); }
            void Step(List<string> list, string t) { Inner(list, t); }
            void Inner(List<string> list, string t)
            {
                using var client = Open(t);
                foreach (var a in list) client.Send(To(a));
            }
            void All(List<List<string>> lists, string t) { foreach (var list in lists) Unpaced(list, t); } //! SMTP5001
            void Unpaced(List<string> list, string t)
            {
                using var client = Open(t);
                foreach (var a in list) client.Send(To(a)); //! SMTP5001
            }
            """
        );

    [Fact]
    public Task A_virtual_call_may_run_what_pauses() =>
        Check(
            """
            class Turn { public virtual void Next(int i) { } }
            class Quick : Turn { public override void Next(int i) { } }
            class Slow : Quick { public override void Next(int i) { Thread.Sleep(20000); } }
            class Own { public void Next(int i) { } public virtual void Last(int i) { } }
            void First(List<string> list, string t, Turn turn)
            {
                using var client = Open(t);
                foreach (var a in list) { turn.Next(1); client.Send(To(a)); }
            }
            void Middle(List<string> list, string t, Quick turn)
            {
                using var client = Open(t);
                foreach (var a in list) { turn.Next(1); client.Send(To(a)); }
            }
            void Another(List<string> list, string t, Own turn)
            {
                using var client = Open(t);
                foreach (var a in list) { turn.Next(1); client.Send(To(a)); } //! SMTP5001
            }
            void Last(List<string> list, string t, Own turn)
            {
                using var client = Open(t);
                foreach (var a in list) { turn.Last(1); client.Send(To(a)); } //! SMTP5001
            }
            """
        );

    [Fact]
    public Task A_source_that_waits_sets_the_pace() =>
        Check(
            """
            async Task Read(ChannelReader<MimeMessage> reader, string t)
            {
                using var client = Open(t);
                while (await reader.WaitToReadAsync()) while (reader.TryRead(out var m)) await client.SendAsync(m);
            }
            async Task Endless(ChannelReader<MimeMessage> reader, string t)
            {
                using var client = Open(t);
                for (;;) { var m = await reader.ReadAsync(); client.Send(m); }
            }
            void Consume(BlockingCollection<MimeMessage> queue, string t)
            {
                using var client = Open(t);
                foreach (var m in queue.GetConsumingEnumerable()) client.Send(m);
            }
            void Take(BlockingCollection<MimeMessage> queue, string t)
            {
                using var client = Open(t);
                while (!queue.IsCompleted) { var m = queue.Take(); client.Send(m); }
            }
            void Iterate(BlockingCollection<MimeMessage> queue, string t)
            {
                using var client = Open(t);
                foreach (var m in Coming(queue)) client.Send(m);
            }
            IEnumerable<MimeMessage> Coming(BlockingCollection<MimeMessage> queue)
            {
                while (true) yield return queue.Take();
            }
            void Type(string t)
            {
                using var client = Open(t);
                string a;
                while ((a = Console.ReadLine()) != null) client.Send(To(a));
            }
            void Lines(string t)
            {
                using var client = Open(t);
                foreach (var a in System.IO.File.ReadAllLines("a.txt")) client.Send(To(a)); //! SMTP5001
            }
            void Reader(System.IO.TextReader lines, string t)
            {
                using var client = Open(t);
                string a;
                while ((a = lines.ReadLine()) != null) client.Send(To(a)); //! SMTP5001
            }
            void Queue(Queue<MimeMessage> queue, string t)
            {
                using var client = Open(t);
                while (queue.Count > 0) { var m = queue.Dequeue(); client.Send(m); } //! SMTP5001
            }
            async Task Rows(System.Data.Common.DbDataReader rows, string t)
            {
                using var client = Open(t);
                while (await rows.ReadAsync()) client.Send(To(rows.GetString(0))); //! SMTP5001
            }
            """
        );

    [Fact]
    public Task Each_turn_with_another_mailbox() =>
        Check(
            """
            async Task Records(IEnumerable<Box> boxes) { foreach (var b in boxes) await Send(b); }
            Task AtOnce(IEnumerable<Box> boxes) => Task.WhenAll(boxes.Select(Send));
            void Parallelly(IEnumerable<Box> boxes) => Parallel.ForEach(boxes, b => Send(b).Wait());
            async Task Parts(IEnumerable<Box> boxes)
            {
                foreach (var (user, token, m) in boxes) await As(user, token, m);
            }
            async Task Inline(Box[] boxes, string p)
            {
                for (var i = 0; i < boxes.Length; i++)
                {
                    using var client = new SmtpClient();
                    client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                    var user = boxes[i].User;
                    client.Authenticate(user, p);
                    await client.SendAsync(boxes[i].Message);
                }
            }
            async Task Logins(IEnumerable<Box> boxes) { foreach (var b in boxes) await With(b.Login, b.Message); }
            void Reader(System.Data.IDataReader rows)
            {
                while (rows.Read()) As(rows.GetString(0), "t", To(rows.GetString(1))).Wait();
            }
            void Queue(Queue<Box> queue) { while (queue.Count > 0) { var b = queue.Dequeue(); Send(b).Wait(); } }
            void InTurn(IEnumerable<MimeMessage> all, Box[] boxes)
            {
                var next = 0;
                foreach (var m in all) As(boxes[next++ % boxes.Length].User, "t", m).Wait();
            }
            void HandedOut(IEnumerable<MimeMessage> all, IBoxes boxes)
            {
                foreach (var m in all) { var b = boxes.Next(); As(b.User, b.Token, m).Wait(); }
            }
            async Task Below(IEnumerable<Box> boxes) { foreach (var b in boxes) await Through(b); }
            void BelowAtOnce(IEnumerable<Box> boxes) => Parallel.ForEach(boxes, b => Through(b).Wait());
            Task FurtherBelow(IEnumerable<Box> boxes) => Task.WhenAll(boxes.Select(Further));
            static async Task Through(Box b)
            {
                using var client = Signed(b.User, b.Token);
                await client.SendAsync(b.Message);
            }
            static async Task Further(Box b)
            {
                using var client = SignedBelow(b.User, b.Token);
                await client.SendAsync(b.Message);
            }
            static SmtpClient Signed(string user, string token)
            {
                var client = new SmtpClient();
                client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(new SaslMechanismOAuth2(user, token));
                return client;
            }
            static SmtpClient SignedBelow(string user, string token) => Signed(user, token);
            async Task Named(IEnumerable<MimeMessage> all)
            {
                foreach (var m in all) { var s = Subject(m); await As(s, "t", m); }
            }
            static string Subject(MimeMessage m) => m.Subject;
            void Picked(IEnumerable<MimeMessage> all, IBoxes boxes)
            {
                foreach (var m in all) As(boxes.Pick().User, "t", m).Wait();
                foreach (var m in all) As(boxes.Rotate().User, "t", m).Wait();
            }
            async Task Tokens(IEnumerable<Box> boxes)
            {
                foreach (var b in boxes) await As("app@contoso.com", b.Token, b.Message); //! SMTP5001
            }
            async Task TokenEachTime(IEnumerable<Box> boxes, Options o)
            {
                foreach (var b in boxes) { var user = o.ToString(); await As(user, "t", b.Message); } //! SMTP5001
            }
            static async Task Send(Box b)
            {
                using var client = new SmtpClient();
                await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(new SaslMechanismOAuth2(b.User, b.Token));
                await client.SendAsync(b.Message);
            }
            static async Task As(string user, string token, MimeMessage m)
            {
                using var client = new SmtpClient();
                await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(new SaslMechanismOAuth2(user, token));
                await client.SendAsync(m);
            }
            static async Task With(ICredentials login, MimeMessage m)
            {
                using var client = new SmtpClient();
                await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(login);
                await client.SendAsync(m);
            }
            """
        );

    [Fact]
    public Task No_more_than_three_at_once() =>
        Check(
            """
            Task Taken(List<MimeMessage> list) => Task.WhenAll(list.Take(3).Select(One));
            Task Two(MimeMessage a, MimeMessage b) { var both = new[] { a, b }; return Task.WhenAll(both.Select(One)); }
            void Parts(List<MimeMessage> list) => Parallel.ForEach(list.Take(2), Sync);
            void Numbers(MimeMessage[] list) => Parallel.For(0, 3, i => Sync(list[i]));
            void Query(List<MimeMessage> list) => list.Take(3).AsParallel().ForAll(Sync);
            void Started(List<MimeMessage> list) { foreach (var m in list.Take(3)) Task.Run(() => One(m)); }
            Task Chosen(List<MimeMessage> list, int most) => Task.WhenAll(list.Take(most).Select(One));
            async Task Filled(List<MimeMessage> list)
            {
                var tasks = new List<Task>();
                foreach (var m in list.Take(3)) tasks.Add(One(m));
                await Task.WhenAll(tasks);
            }
            async Task Steps(List<MimeMessage> list)
            {
                for (var i = 0; i < list.Count; i += 3) await Task.WhenAll(list.Skip(i).Take(3).Select(One));
            }
            async Task AtMostThree(List<MimeMessage> list)
            {
                var running = new List<Task>();
                foreach (var m in list)
                {
                    if (running.Count >= 3) running.Remove(await Task.WhenAny(running));
                    running.Add(One(m));
                }
                await Task.WhenAll(running);
            }
            void Options(List<MimeMessage> list) =>
                Parallel.ForEach(list, new ParallelOptions { MaxDegreeOfParallelism = 3 }, Sync);
            void OptionsSetLater(List<MimeMessage> list)
            {
                var options = new ParallelOptions();
                options.MaxDegreeOfParallelism = 2;
                Parallel.ForEach(list, options, Sync);
            }
            void OptionsGiven(List<MimeMessage> list, ParallelOptions options) => Parallel.ForEach(list, options, Sync);
            void Degree(List<MimeMessage> list) => list.AsParallel().WithDegreeOfParallelism(3).ForAll(Sync);
            readonly SemaphoreSlim gate = new(3);
            Task Gate(List<MimeMessage> list) =>
                Task.WhenAll(list.Select(async m => { await gate.WaitAsync(); await One(m); gate.Release(); }));
            void Once(MimeMessage m) { Task.Run(() => One(m)); }
            void WhenOneCame(Queue<MimeMessage> queue)
            {
                while (queue.Count > 0) { var m = queue.Dequeue(); Task.Run(() => One(m)); }
            }
            async Task Paced(List<MimeMessage> list)
            {
                foreach (var m in list) { _ = Task.Run(() => One(m)); await Task.Delay(20000); }
            }
            async Task AsTheyCome(IAsyncEnumerable<MimeMessage> coming)
            {
                await foreach (var m in coming) _ = Task.Run(() => One(m));
            }
            void NowAndThen(List<MimeMessage> list)
            {
                foreach (var m in list) if (m.Date > DateTimeOffset.Now) Task.Run(() => One(m));
            }
            async Task OneAfterAnother(List<MimeMessage> list) { foreach (var m in list) await Task.Run(() => One(m)); }
            async Task Chunks(List<MimeMessage> list)
            {
                foreach (var few in list.Chunk(3)) await Task.WhenAll(few.Select(One));
            }
            async Task Written(MimeMessage a, MimeMessage b, MimeMessage c)
            {
                await Task.WhenAll(One(a), One(b), One(c));
                var first = One(a);
                await Task.WhenAll(first, One(b));
            }
            async Task Portions(List<MimeMessage> list)
            {
                var running = new List<Task>();
                foreach (var m in list)
                {
                    running.Add(One(m));
                    if (running.Count == 3) { await Task.WhenAll(running); running.Clear(); }
                }
                await Task.WhenAll(running);
            }
            """
        );

    [Fact]
    public Task More_than_three_at_once() =>
        Check(
            """
            Task Taken(List<MimeMessage> list) => Task.WhenAll(list.Take(10).Select(One)); //! SMTP5002
            void Numbers(MimeMessage[] list) => Parallel.For(0, list.Length, i => Sync(list[i])); //! SMTP5002
            async Task Filled(List<MimeMessage> list)
            {
                var tasks = new List<Task>();
                foreach (var m in list) tasks.Add(One(m));
                await Task.WhenAll(tasks); //! SMTP5002
            }
            void Started(List<MimeMessage> list) { foreach (var m in list) Task.Run(() => One(m)); } //! SMTP5002
            void ByNumber(MimeMessage[] list)
            {
                for (var i = 0; i < list.Length; i++) { var m = list[i]; _ = Task.Run(() => One(m)); } //! SMTP5002
            }
            void Options(List<MimeMessage> list) =>
                Parallel.ForEach(list, new ParallelOptions { MaxDegreeOfParallelism = 4 }, Sync); //! SMTP5002
            void OptionsWithoutLimit(List<MimeMessage> list) =>
                Parallel.ForEach(list, new ParallelOptions { MaxDegreeOfParallelism = -1 }, Sync); //! SMTP5002
            void OptionsAsTheyAre(List<MimeMessage> list) =>
                Parallel.ForEach(list, new ParallelOptions(), Sync); //! SMTP5002
            void OptionsOfOthers(List<MimeMessage> list)
            {
                var options = new ParallelOptions();
                var few = new ParallelOptions();
                few.MaxDegreeOfParallelism = 2;
                Parallel.ForEach(list, options, Sync); //! SMTP5002
            }
            void Degree(List<MimeMessage> list) =>
                list.AsParallel().WithDegreeOfParallelism(4).ForAll(Sync); //! SMTP5002
            readonly SemaphoreSlim gate = new(4);
            Task Gate(List<MimeMessage> list) =>
                Task.WhenAll( //! SMTP5002
                    list.Select(async m => { await gate.WaitAsync(); await One(m); gate.Release(); })
                );
            void ByFactory(List<MimeMessage> list)
            {
                foreach (var m in list) Task.Factory.StartNew(() => Sync(m)); //! SMTP5002
            }
            void ByPool(List<MimeMessage> list)
            {
                foreach (var m in list) ThreadPool.QueueUserWorkItem(_ => Sync(m)); //! SMTP5002
            }
            void Query(List<MimeMessage> list) => list.AsParallel().ForAll(Sync); //! SMTP5002
            async Task AtMostTen(List<MimeMessage> list)
            {
                var running = new List<Task>();
                foreach (var m in list)
                {
                    if (running.Count >= 10) running.Remove(await Task.WhenAny(running));
                    running.Add(One(m));
                }
                await Task.WhenAll(running); //! SMTP5002
            }
            """
        );

    [Fact]
    public Task One_client_has_one_connection() =>
        MarkedCode.Check(
            Report.CSharp(
                """
                using System; using System.Collections.Generic; using System.Linq;
                using System.Net; using System.Net.Mail; using System.Threading; using System.Threading.Tasks;
                class C
                {
                    static readonly SmtpClient client = new("smtp.office365.com", 587) { EnableSsl = true };
                    static SmtpClient New() => new("smtp.office365.com", 587) { EnableSsl = true };
                    static SmtpClient Mine => client;
                    static SmtpClient Fresh => new("smtp.office365.com", 587) { EnableSsl = true };
                    Task Field(List<MailMessage> all, string pw)
                    {
                        client.Credentials = new NetworkCredential("app@contoso.com", pw);
                        return Task.WhenAll(all.Select(m => client.SendMailAsync(m)));
                    }
                    Task Group(List<MailMessage> all) => Task.WhenAll(all.Select(client.SendMailAsync));
                    Task Local(List<MailMessage> all)
                    {
                        var c = New();
                        var tasks = new List<Task>();
                        foreach (var m in all) tasks.Add(c.SendMailAsync(m));
                        return Task.WhenAll(tasks);
                    }
                    void Alias(List<MailMessage> all) => Parallel.ForEach(all, m => { var c = client; c.Send(m); });
                    void Getter(List<MailMessage> all) => Parallel.ForEach(all, m => Mine.Send(m));
                    void Handed(List<MailMessage> all) { var c = New(); Parallel.ForEach(all, m => Send(c, m)); }
                    void Through(List<MailMessage> all) => Parallel.ForEach(all, Once);
                    void Started(List<MailMessage> all) { foreach (var m in all) Task.Run(() => client.Send(m)); }
                    void Own(List<MailMessage> all) =>
                        Parallel.ForEach(all, m => { using var c = New(); c.Send(m); }); //! SMTP5002
                    void OwnGetter(List<MailMessage> all) => Parallel.ForEach(all, m => Fresh.Send(m)); //! SMTP5002
                    void OwnHanded(List<MailMessage> all) =>
                        Parallel.ForEach(all, m => //! SMTP5002
                        {
                            var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
                            Send(c, m);
                        });
                    void Anew(List<MailMessage> all) =>
                        Parallel.ForEach(all, m => { latest = New(); latest.Send(m); }); //! SMTP5002
                    static SmtpClient latest;
                    Task Both(MailMessage a, MailMessage b) =>
                        Task.WhenAll(client.SendMailAsync(a), client.SendMailAsync(b));
                    [ThreadStatic] static SmtpClient own;
                    void OfThread(List<MailMessage> all) => Parallel.ForEach(all, m => Mail(m)); //! SMTP5002
                    static void Mail(MailMessage m) { own ??= New(); own.Send(m); }
                    void Again(List<MailMessage> all) => Parallel.ForEach(all, Repeated);
                    static void Repeated(MailMessage m) { client.Send(m); if (m.Body == "") Repeated(m); }
                    void Three(List<MailMessage> all) => Parallel.ForEach(all, Second); //! SMTP5002
                    void Four(List<MailMessage> all) => Parallel.ForEach(all, First);
                    static void First(MailMessage m) { client.Send(m); Second(m); }
                    static void Second(MailMessage m) { client.Send(m); Third(m); }
                    static void Third(MailMessage m) { client.Send(m); Fourth(m); }
                    static void Fourth(MailMessage m) { using var c = New(); c.Send(m); }
                    void Given(List<MailMessage> all, SmtpClient c) => Parallel.ForEach(all, m => c.Send(m));
                    static void Send(SmtpClient c, MailMessage m) => c.Send(m);
                    static void Once(MailMessage m) => client.Send(m);
                }
                """
            ),
            "SMTP5002"
        );

    [Fact]
    public Task A_client_handed_to_a_method_of_the_class() =>
        Check(
            """
            void Go(IEnumerable<MimeMessage> list, string token)
            {
                using var client = new SmtpClient();
                client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(new SaslMechanismOAuth2("news@contoso.com", token));
                foreach (var m in list) Send(client, m); //! SMTP5001
            }
            void Elsewhere(IEnumerable<MimeMessage> list)
            {
                using var client = new SmtpClient();
                client.Connect("smtp.gmail.com", 587, SecureSocketOptions.StartTls);
                foreach (var m in list) Send(client, m);
            }
            void Given(SmtpClient client, IEnumerable<MimeMessage> list) { foreach (var m in list) Send(client, m); }
            private static void Send(SmtpClient client, MimeMessage m) => client.Send(m);
            """
        );

    [Theory]
    [InlineData("For Each a In {\"a@contoso.com\", \"b@contoso.com\"}", "")]
    [InlineData("For Each a In New List(Of String) From {\"a@contoso.com\"}", "")]
    [InlineData("For Each a In all.Take(25).ToList()", "")]
    [InlineData("For Each a In Admins", "")]
    [InlineData("For Each a In all", "For")]
    [InlineData("For Each a In all.Take(500)", "For")]
    public async Task Visual_Basic_does_the_same(string loop, string found) =>
        Assert.Equal(
            (loop, found),
            (
                loop,
                await Found.InVisualBasic(
                    "SMTP5001",
                    $"""
                    Imports System.Collections.Generic
                    Imports System.Linq
                    Imports MailKit.Net.Smtp
                    Imports MailKit.Security
                    Imports MimeKit
                    Class C
                        Private Shared ReadOnly Admins As String() = {"{"}"a@contoso.com"{"}"}
                        Sub M(all As List(Of String), token As String)
                            Dim client As New SmtpClient()
                            client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls)
                            client.Authenticate(New SaslMechanismOAuth2("a@contoso.com", token))
                            {loop}
                                client.Send(MessageTo(a))
                            Next
                        End Sub
                        Shared Function MessageTo(a As String) As MimeMessage
                            Dim m As New MimeMessage()
                            m.To.Add(MailboxAddress.Parse(a))
                            Return m
                        End Function
                    End Class
                    """
                )
            )
        );

    [Fact]
    public Task Methods_of_the_project_with_the_names_of_LINQ() =>
        Check(
            """
            interface IOutbox { MimeMessage[] Take(); MimeMessage[] GetRange(); int Count(); void ForEach(); }
            static MimeMessage[] Append() => null;
            static MimeMessage[] Concat() => null;
            static MimeMessage[] Take() => null;
            static void ForEach() { }
            void Most(IList<MimeMessage> all, string t) { using var client = Open(t); for (var i = 0; i < Math.Max(all.Count, 25); i++) client.Send(all[i]); } //! SMTP5001
            void Few(MimeMessage m, string t) { using var client = Open(t); for (var i = 0; i < Math.Max(3, 25); i++) client.Send(m); }
            void Queued(Queue<MimeMessage> all, string t) { using var client = Open(t); while (all.Count > 0) client.Send(all.Dequeue()); } //! SMTP5001
            void Stacked(Stack<MimeMessage> all, string t) { using var client = Open(t); while (all.Count > 0) client.Send(all.Pop()); } //! SMTP5001
            void Given(IOutbox box, string t) { using var client = Open(t); foreach (var m in box.Take()) client.Send(m); } //! SMTP5001
            void Ranged(IOutbox box, string t) { using var client = Open(t); foreach (var m in box.GetRange()) client.Send(m); } //! SMTP5001
            void Own(string t) { using var client = Open(t); foreach (var m in Take()) client.Send(m); } //! SMTP5001
            void Appended(string t) { using var client = Open(t); foreach (var m in Append()) client.Send(m); } //! SMTP5001
            void Joined(string t) { using var client = Open(t); foreach (var m in Concat()) client.Send(m); } //! SMTP5001
            void Each(IOutbox box, string t) { using var client = Open(t); ForEach(); box.ForEach(); client.Send(To("a@contoso.com")); }
            """
        );
}
