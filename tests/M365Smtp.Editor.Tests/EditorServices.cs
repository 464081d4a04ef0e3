using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Host;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Editor.Tests;

/// <summary>
/// Roslyn's services for an editor: squiggles, the light bulb and Fix All. They are internal, hence the reflection,
/// which is confined to this class.
/// </summary>
internal static class EditorServices
{
    const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    static readonly Assembly Features = Assembly.Load("Microsoft.CodeAnalysis.Features"),
        Workspaces = typeof(Workspace).Assembly;

    public static MefHostServices Host { get; } = MefHostServices.Create(MefHostServices.DefaultAssemblies);

    /// <summary>What an editor underlines in an open document.</summary>
    public static async Task<IReadOnlyList<(string Id, TextSpan Span)>> DiagnosticsAsync(TextDocument document)
    {
        var service = typeof(HostWorkspaceServices)
            .GetMethod("GetRequiredService")!
            .MakeGenericMethod(Type("Microsoft.CodeAnalysis.Diagnostics.IDiagnosticAnalyzerService"))
            .Invoke(document.Project.Solution.Workspace.Services, null)!;
        var everyId = Type("Microsoft.CodeAnalysis.Diagnostics.DiagnosticIdFilter")
            .GetField("All", Static)!
            .GetValue(null);
        var everyKind = Enum.Parse(Type("Microsoft.CodeAnalysis.Diagnostics.DiagnosticKind"), "All");
        var found = await ResultAsync(
            Invoke(
                service,
                "GetDiagnosticsForSpanAsync",
                document,
                null,
                everyId,
                null,
                everyKind,
                CancellationToken.None
            )
        );
        var text = await document.GetTextAsync();
        return
        [
            .. from data in ((IEnumerable)found).Cast<object>()
            let place = Get(Get(data, "DataLocation"), "UnmappedFileSpan")
            let span = text.Lines.GetTextSpan((LinePositionSpan)Get(place, "Span"))
            orderby span.Start
            select ((string)Get(data, "Id"), span),
        ];
    }

    /// <summary>The light bulb's actions at a position, with everything Fix All needs.</summary>
    public static async Task<IReadOnlyList<LightBulbAction>> FixesAsync(TextDocument document, TextSpan span)
    {
        var service = Exported(Type("Microsoft.CodeAnalysis.CodeFixes.ICodeFixService"));
        var stream = Invoke(service, "StreamFixesAsync", document, span, null, CancellationToken.None)!;
        var offered = new List<LightBulbAction>();
        foreach (var collection in await AllAsync(stream, Type("Microsoft.CodeAnalysis.CodeFixes.CodeFixCollection")))
            foreach (var fix in ((IEnumerable)Get(collection, "Fixes")).Cast<object>())
                offered.Add(new((CodeAction)Get(fix, "Action"), Field(collection, "FixAllState")));
        return offered;
    }

    /// <summary>The Fix All action; null if the fixer has none.</summary>
    public static Task<CodeAction?> FixAllAsync(LightBulbAction action, FixAllScope scope)
    {
        if (action.FixAllState is not { } one)
            return Task.FromResult<CodeAction?>(null);
        var state = Invoke(
            one,
            "With",
            Field(one, "Document"),
            Get(one, "Project"),
            scope,
            action.Action.EquivalenceKey
        )!;
        var progress = typeof(Progress<>)
            .MakeGenericType(typeof(CodeAnalysisProgress))
            .GetConstructor([])!
            .Invoke(null);
        var context = (FixAllContext)
            typeof(FixAllContext)
                .GetConstructors(Instance)
                .Single(constructor => constructor.GetParameters().FirstOrDefault()?.ParameterType == state.GetType())
                .Invoke([state, progress, CancellationToken.None]);
        return ((FixAllProvider)Get(state, "FixAllProvider")).GetFixAsync(context);
    }

    static Type Type(string name) => (Features.GetType(name) ?? Workspaces.GetType(name))!;

    static object Exported(Type service)
    {
        var exports = typeof(MefHostServices)
            .GetInterfaces()
            .Single(contract => contract.Name == "IMefHostExportProvider");
        var get = exports
            .GetMethods()
            .Single(method => method.Name == "GetExports" && method.GetGenericArguments().Length == 1);
        var found = ((IEnumerable)get.MakeGenericMethod(service).Invoke(Host, null)!).Cast<object>().Single();
        return Get(found, "Value");
    }

    static object? Invoke(object target, string method, params object?[] arguments)
    {
        var known = target
            .GetType()
            .GetMethods(Instance)
            .Single(candidate =>
                candidate.Name == method
                && candidate.GetParameters().Length == arguments.Length
                && !candidate.IsGenericMethod
            );
        return known.Invoke(target, arguments);
    }

    static object Get(object target, string property) =>
        target.GetType().GetProperty(property, Instance)?.GetValue(target) ?? Field(target, property)!;

    static object? Field(object target, string name) =>
        target.GetType().GetProperty(name, Instance) is { } property
            ? property.GetValue(target)
            : target.GetType().GetField(name, Instance)!.GetValue(target);

    static async Task<object> ResultAsync(object? task)
    {
        await (Task)task!;
        return Get(task, "Result");
    }

    static Task<IReadOnlyList<object>> AllAsync(object stream, Type item) =>
        (Task<IReadOnlyList<object>>)
            typeof(EditorServices)
                .GetMethod(nameof(AllOfAsync), Static)!
                .MakeGenericMethod(item)
                .Invoke(null, [stream])!;

    static async Task<IReadOnlyList<object>> AllOfAsync<T>(IAsyncEnumerable<T> stream)
        where T : class
    {
        var all = new List<object>();
        await foreach (var one in stream)
            all.Add(one);
        return all;
    }
}

/// <summary>An entry in the light bulb menu.</summary>
internal sealed record LightBulbAction(CodeAction Action, object? FixAllState)
{
    public string Title => Action.Title;
}
