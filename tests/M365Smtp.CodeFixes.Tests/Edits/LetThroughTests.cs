using M365Smtp.Analyzers.Model;
using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Edits;

/// <summary>An exception leaves the loop: by a clause before the one that takes it, or at its end.</summary>
public class LetThroughTests
{
    static Task Verify(string before, string after) =>
        EditStory.Verify(before, at => Edit.LetThrough(at, "catch (IOException)"), after);

    static Task NotOffered(string code) => EditStory.NotOffered(code, at => Edit.LetThrough(at, "catch (IOException)"));

    [Theory]
    [InlineData("try { } [|catch|] { }", "try { } catch (IOException) { throw; } catch { }")]
    [InlineData("try { }\n[|catch|] { }", "try { }\ncatch (IOException) { throw; }\ncatch { }")]
    [InlineData(
        "try {\n} [|catch|] {\n    return;\n}",
        "try {\n} catch (IOException) {\n    throw;\n} catch {\n    return;\n}"
    )]
    [InlineData(
        "{\n    try\n    {\n    }\n    // Whatever it was.\n"
            + "    [|catch|] (Exception)\n    {\n        return;\n    }\n}",
        "{\n    try\n    {\n    }\n    catch (IOException)\n    {\n        throw;\n    }\n    // Whatever it was.\n"
            + "    catch (Exception)\n    {\n        return;\n    }\n}"
    )]
    [InlineData(
        "try\n{\n}\n#pragma warning disable CA1031\n[|catch|] (Exception)\n{\n}\n",
        "try\n{\n}\n#pragma warning disable CA1031\ncatch (IOException)\n{\n    throw;\n}\ncatch (Exception)\n{\n}\n"
    )]
    [InlineData(
        "try\r\n{\r\n}\r\n[|catch|]\r\n{\r\n    return;\r\n}\r\n",
        "try\r\n{\r\n}\r\ncatch (IOException)\r\n{\r\n    throw;\r\n}\r\ncatch\r\n{\r\n    return;\r\n}\r\n"
    )]
    public Task A_clause_of_the_same_layout_comes_before(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData("{ }", "{ throw; }")]
    [InlineData("\n{\n}", "\n{ throw; }")]
    [InlineData("{ Console.Beep(); }", "{ Console.Beep(); throw; }")]
    [InlineData("\n{\n    Console.Beep(); // once\n}", "\n{\n    Console.Beep(); // once\n    throw;\n}")]
    [InlineData("\n{\n    Console.Beep(); }", "\n{\n    Console.Beep(); throw; }")]
    [InlineData("{ Console.Beep(); continue; }", "{ Console.Beep(); throw; }")]
    public Task Its_own_clause_throws_at_its_end(string before, string after) =>
        Verify(
            $"while (args.Length > 0) try {{ }} [|catch|] (IOException) {before}\n",
            $"while (args.Length > 0) try {{ }} catch (IOException) {after}\n"
        );

    [Theory]
    [InlineData("try { } [|catch|] { ")]
    [InlineData("[|try|] { } catch { }")]
    [InlineData("try { } catch (IOException) { } [|catch|] (Exception) { }")]
    public Task Where_it_would_not_compile_or_nothing_is_caught_it_is_not_offered(string code) => NotOffered(code);
}
