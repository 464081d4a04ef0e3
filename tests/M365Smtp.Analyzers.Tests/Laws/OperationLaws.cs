using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using M365Smtp.Analyzers.Tests.Extraction;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>Each kind of operation that the engine follows has code whose verdict needs it.</summary>
public partial class OperationLaws
{
    static readonly string[] Shown = ["SMTP1004", "SMTP2001", "SMTP2005", "SMTP4003"];

    static string Engine([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(here, "../../../../src/M365Smtp.Analyzers/Extraction"));

    public static TheoryData<string> Kinds => [.. OperationSamples.All.Select(sample => sample.Kind)];

    /// <summary>Code around a send is checked for many kinds of operations, but none of them is followed.</summary>
    [Fact]
    public void Every_kind_that_is_followed_has_a_sample()
    {
        var followed = Directory
            .EnumerateFiles(Engine(), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) is not ("Pacing" or "Surroundings"))
            .SelectMany(file => Case().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));

        var missing = followed.Except(Kinds.Select(row => row.Data)).Except(ReadOnly).Order(StringComparer.Ordinal);

        Assert.True(!missing.Any(), $"add a sample to {nameof(OperationSamples)} for " + string.Join(", ", missing));
    }

    // Used when the surrounding code is inspected, not when a value is followed.
    static readonly string[] ReadOnly =
    [
        "IArgumentOperation",
        "IAssignmentOperation",
        "ICatchClauseOperation",
        // A flow graph has branches instead; RegisteredProjects have samples of code that is read without one.
        "ICoalesceOperation",
        "IConditionalOperation",
        "IMemberReferenceOperation",
        "ISwitchCaseOperation",
        "ISwitchExpressionArmOperation",
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task It_is_followed(string kind)
    {
        var sample = OperationSamples.All.Single(sample => sample.Kind == kind);
        var compilation = sample.IsVisualBasic ? Report.VisualBasic(sample.Code) : Report.CSharp(sample.Code);

        Assert.True(Holds(compilation, kind), $"the sample of {kind} holds none");
        Assert.Equal(
            sample.Finds,
            string.Join(
                ' ',
                (await Report.DiagnosticsOf(compilation))
                    .Select(found => found.Id)
                    .Intersect(Shown)
                    .Order(StringComparer.Ordinal)
            )
        );
    }

    static bool Holds(Compilation compilation, string kind)
    {
        var tree = compilation.SyntaxTrees.Single();
        var model = compilation.GetSemanticModel(tree);
        var bodies = tree.GetRoot()
            .DescendantNodes()
            .Select(node => model.GetOperation(node))
            .Where(operation => operation is { Parent: null })
            .ToArray();
        var graphs = bodies.Select(body =>
            body switch
            {
                IMethodBodyOperation method => ControlFlowGraph.Create(method),
                IBlockOperation block => ControlFlowGraph.Create(block),
                _ => null,
            }
        );
        return graphs
            .OfType<ControlFlowGraph>()
            .SelectMany(graph => graph.Blocks)
            .SelectMany(block => block.Operations.Concat([block.BranchValue]))
            .Concat(bodies)
            .OfType<IOperation>()
            .SelectMany(operation => operation.DescendantsAndSelf())
            .Any(operation => operation.GetType().GetInterfaces().Any(type => type.Name == kind));
    }

    [GeneratedRegex(@"\bcase (I[A-Z]\w*Operation)\b")]
    private static partial Regex Case();
}
