using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Analyzers.Bench;

/// <summary>Analyzers that are compared with each other.</summary>
internal sealed record AnalyzerSet(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    public static readonly AnalyzerSet Empty = new("empty", [new EmptyAnalyzer()]);

    public static readonly AnalyzerSet Ours = new("M365Smtp", [new SmtpCodeAnalyzer(), new SmtpSettingsAnalyzer()]);

    /// <summary>SonarAnalyzer's rule on clear-text protocols, the only other rule that knows SmtpClient.</summary>
    public static readonly AnalyzerSet S5332 = new("S5332", [Sonar("S5332")]);

    static DiagnosticAnalyzer Sonar(string id)
    {
        var types = Loadable(
            Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "sonar", "SonarAnalyzer.CSharp.dll"))
        );
        return types
            .Where(type =>
                !type.IsAbstract
                && type.IsSubclassOf(typeof(DiagnosticAnalyzer))
                && type.Name.StartsWith("ClearText", StringComparison.Ordinal)
            )
            .Select(type => Create(type, types))
            .Single(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id == id));
    }

    // Its fixes need a library that the compiler does not have.
    static Type[] Loadable(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException some)
        {
            return [.. some.Types.OfType<Type>()];
        }
    }

    // The public constructor creates a security hotspot, which waits for server settings.
    static DiagnosticAnalyzer Create(Type type, Type[] types)
    {
        const BindingFlags All =
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var configured = type.GetConstructors(All)
            .FirstOrDefault(constructor =>
                constructor.GetParameters() is [{ ParameterType.Name: "IAnalyzerConfiguration" }]
            );
        if (configured is null)
            return (DiagnosticAnalyzer)Activator.CreateInstance(type)!;
        var always = types
            .Single(candidate => candidate.Name == "AnalyzerConfiguration")
            .GetProperty("AlwaysEnabled", All)!
            .GetValue(null);
        return (DiagnosticAnalyzer)configured.Invoke([always]);
    }
}

/// <summary>The cost of running any analyzer at all.</summary>
#pragma warning disable RS1036, RS1041
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EmptyAnalyzer : DiagnosticAnalyzer
#pragma warning restore RS1036, RS1041
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [new("EMPTY", "Nothing", "Nothing", "Bench", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
    }
}
