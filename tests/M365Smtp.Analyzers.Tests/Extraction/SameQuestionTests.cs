namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>
/// A condition asked twice on one path has one answer: the host of one provider never meets the port of another. Once
/// the condition may have changed, it does.
/// </summary>
public class SameQuestionTests
{
    const string Paired = "localhost:25 smtp.office365.com:587";
    const string Mixed = "localhost:25 localhost:587 smtp.office365.com:25 smtp.office365.com:587";

    /// <summary>A condition, and a statement that may change its answer.</summary>
    public static readonly TheoryData<string, string> Conditions = new()
    {
        { "b", "b = Ask();" },
        { "!b", "b = Ask();" },
        { "s == \"ms\"", "s = Name();" },
        { "\"ms\" == s", "s = Name();" },
        { "s != \"gmail\"", "s = Name();" },
        { "s is \"ms\"", "s = Name();" },
        { "s is not \"gmail\"", "s = Name();" },
        { "s is null", "s = Name();" },
        { "s is \"ms\" or \"office\"", "s = Name();" },
        { "s.StartsWith(\"ms\")", "s = Name();" },
        { "!s.EndsWith(\"@gmail.com\")", "s = Name();" },
        { "string.IsNullOrEmpty(s)", "s = Name();" },
        { "s.StartsWith(\"ms\", mode)", "mode = Mode();" },
        { "s.Trim() == \"ms\"", "s = Name();" },
        { "\"ms\" == s.Substring(2)", "s = Name();" },
        { "s.Length > 3", "s = Name();" },
        { "n > 3", "n = Count();" },
        { "b && s == \"ms\"", "b = Ask();" },
        { "b || s == \"ms\"", "s = Name();" },
        { "b && (n > 3 || s == \"ms\")", "n = Count();" },
        { "b || n > 3 && s == \"ms\"", "n = Count();" },
        { "(b || n > 3) && s == \"ms\"", "b = Ask();" },
        { "(s ?? \"ms\") == \"ms\" && b", "b = Ask();" },
        { "b || (s ?? \"ms\") == \"ms\"", "b = Ask();" },
        { "provider == \"ms\"", "provider = Name();" },
        { "this.provider == \"ms\"", "provider = Name();" },
        { "size > 3", "size = Count();" },
        { "this.size > 3", "size = Count();" },
        { "IsOffice", "IsOffice = Ask();" },
        { "o.IsOffice", "o.IsOffice = Ask();" },
        { "o.Provider == \"ms\"", "o.Provider = Name();" },
        { "o.Provider.StartsWith(\"ms\")", "o.Provider = Name();" },
        { "o.Provider.Length > 3", "o.Provider = Name();" },
        { "o.Inner.IsOffice", "o.Inner = null;" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void It_has_one_answer_until_it_may_have_changed(string condition, string change)
    {
        Assert.Equal((condition, Paired), (condition, Sent(condition, "", condition)));
        Assert.Equal((condition, Mixed), (condition, Sent(condition, change, condition)));
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Its_opposite_has_the_opposite_answer(string condition, string change)
    {
        var (otherwise, crossed) = ($"!({condition})", "localhost:587 smtp.office365.com:25");

        Assert.Equal((condition, crossed), (condition, Sent(condition, "", otherwise)));
        Assert.Equal((condition, Mixed), (condition, Sent(condition, change, otherwise)));
    }

    [Theory]
    [InlineData("s == \"ms\"", "\"ms\" == s")]
    [InlineData("s == \"ms\"", "s is \"ms\"")]
    [InlineData("s == \"ms\"", "!(s != \"ms\")")]
    [InlineData("s != \"ms\"", "s is not \"ms\"")]
    [InlineData("s == null", "s is null")]
    [InlineData("null != s", "s is not null")]
    [InlineData("o.IsOffice", "o.IsOffice == true")]
    [InlineData("IsOffice", "this.IsOffice")]
    [InlineData("string.IsNullOrEmpty(s)", "String.IsNullOrEmpty(s)")]
    [InlineData("s.StartsWith(\"ms\")", "(s).StartsWith( \"ms\" )")]
    [InlineData("o.Inner.IsOffice", "o . Inner.IsOffice")]
    public void Two_wordings_of_one_question_have_one_answer(string one, string other)
    {
        Assert.Equal((one, other, Paired), (one, other, Sent(one, "", other)));
        Assert.Equal((one, other, Paired), (one, other, Sent(other, "", one)));
    }

    /// <summary>What changes is something else, however similar its name.</summary>
    [Theory]
    [InlineData("provider == \"ms\"", "size = Count();")]
    [InlineData("s == \"ms\"", "provider = Name();")]
    [InlineData("o.IsOffice", "o.Provider = Name();")]
    [InlineData("o.IsOffice", "o.Office = null;")]
    [InlineData("b", "n = Count();")]
    public void Another_change_leaves_the_answer(string condition, string change) =>
        Assert.Equal((condition, change, Paired), (condition, change, Sent(condition, change, condition)));

    [Theory]
    [InlineData("s == \"ms\"", "s == \"office\"", "localhost:25 localhost:587 smtp.office365.com:25")]
    [InlineData("s != \"ms\"", "s != \"office\"", "localhost:587 smtp.office365.com:25 smtp.office365.com:587")]
    [InlineData("s == \"ms\"", "o.Provider == \"ms\"", Mixed)]
    [InlineData("s.StartsWith(\"ms\")", "s.StartsWith(\"office\")", Mixed)]
    [InlineData("s.StartsWith(\"ms\")", "s.EndsWith(\"ms\")", Mixed)]
    [InlineData("string.IsNullOrEmpty(s)", "string.IsNullOrWhiteSpace(s)", Mixed)]
    [InlineData("s.Contains(\"a\", StringComparison.Ordinal)", "s.Contains(\"a\", StringComparison.CurrentCulture)", Mixed)]
    [InlineData("string.Equals(s, \"a\")", "String.Equals(s, \"b\")", Mixed)]
    [InlineData("s.StartsWith(provider)", "(s).StartsWith(\"ms\")", Mixed)]
    [InlineData("o.IsOffice", "IsOffice", Mixed)]
    [InlineData("o.IsOffice", "o.Inner.IsOffice", Mixed)]
    public void Another_question_may_have_another_answer(string one, string other, string sent) =>
        Assert.Equal((one, other, sent), (one, other, Sent(one, "", other)));

    [Theory]
    [InlineData("b && s == \"ms\"", "b", "localhost:25 localhost:587 smtp.office365.com:587")]
    [InlineData("b || s == \"ms\"", "b", "localhost:25 smtp.office365.com:25 smtp.office365.com:587")]
    [InlineData("b && s == \"ms\"", "b && s == \"ms\" && n > 3", "localhost:25 smtp.office365.com:25 smtp.office365.com:587")]
    [InlineData("b || n > 3", "(b || n > 3) && !b", "localhost:25 smtp.office365.com:25 smtp.office365.com:587")]
    [InlineData("b && n > 3", "b && n > 3 || b", "localhost:25 localhost:587 smtp.office365.com:587")]
    public void The_parts_of_a_condition_share_its_answer(string one, string other, string sent) =>
        Assert.Equal((one, other, sent), (one, other, Sent(one, "", other)));

    static string Sent(string one, string between, string other) =>
        string.Join(
            ' ',
            Facts
                .OfCSharp(
                    $$"""
                    using System; using System.Net.Mail;
                    class Options {
                        public bool IsOffice; public object Office; public string Provider; public Options Inner;
                    }
                    abstract class C {
                        string provider; int size; bool IsOffice { get; set; }
                        protected abstract bool Ask(); protected abstract string Name();
                        protected abstract int Count(); protected abstract StringComparison Mode();
                        void M(bool b, int n, string s, Options o, StringComparison mode, MailMessage m) {
                            var host = "localhost"; var port = 25;
                            if ({{one}}) host = "smtp.office365.com";
                            {{between}}
                            if ({{other}}) port = 587;
                            new SmtpClient(host, port).Send(m);
                        }
                    }
                    """
                )
                .Split(" / ")
                .Select(fact => fact.Split(' ')[1])
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
}
