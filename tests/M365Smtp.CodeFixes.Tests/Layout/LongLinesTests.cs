using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests.Layout;

/// <summary>A line that a fix makes wider than 120 characters is broken; one that just fits is not.</summary>
public class LongLinesTests
{
    [Theory]
    [InlineData(120, "        catch (Exception ex) when (ex is IOException or NEW)")]
    [InlineData(121, "        catch (Exception ex) when (ex is IOException\n            or NEW)")]
    public void A_filter_is_broken_before_the_alternative_that_does_not_fit(int width, string after) =>
        Verify(width, "        catch (Exception ex) when (ex is IOException or [])", after);

    [Theory]
    [InlineData(120, "            client.Connect(host, NEW);")]
    [InlineData(121, "            client.Connect(\n                host,\n                NEW);")]
    public void Arguments_get_lines_of_their_own(int width, string after) =>
        Verify(width, "            client.Connect(host, []);", after);

    [Fact]
    public void A_line_that_the_fix_does_not_touch_stays_as_long_as_it_is()
    {
        var line = $"            client.Connect(host, {new string('x', 120)});";
        var code = SourceText.From(Method("            Before();\n" + line));
        var at = code.ToString().IndexOf("Before", StringComparison.Ordinal);
        var change = new TextChange(new TextSpan(at, 6), "After");
        Assert.Equal(
            Method("            After();\n" + line),
            code.WithChanges(LongLines.Broken(code, [change], CSharpParseOptions.Default)).ToString()
        );
    }

    /// <summary>Writes a name at the brackets that makes the line that wide.</summary>
    static void Verify(int width, string line, string after)
    {
        var name = new string('x', width - line.Length + 2);
        var code = SourceText.From(Method(line));
        var at = code.ToString().IndexOf("[]", StringComparison.Ordinal);
        var changes = LongLines.Broken(code, [new TextChange(new TextSpan(at, 2), name)], CSharpParseOptions.Default);
        Assert.Equal(
            Method(after.Replace("NEW", name, StringComparison.Ordinal)),
            code.WithChanges(changes).ToString()
        );
    }

    static string Method(string line) =>
        "class C\n{\n    void M()\n    {\n"
        + (line.Contains("catch", StringComparison.Ordinal) ? "        try\n        {\n        }\n" : "")
        + line
        + "\n        {\n        }\n    }\n}\n";
}
