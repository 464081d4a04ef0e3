using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;

namespace M365Smtp.CodeFixes.Refusals;

/// <summary>
/// Where the surrounding code reports failures: the logger in scope, else a program's console, else the trace.
/// </summary>
internal static class Report
{
    // Arguments fill the template in order.
    static readonly (string Logger, string Method)[] Loggers =
    [
        ("Microsoft.Extensions.Logging.ILogger", "LogError"),
        ("Serilog.ILogger", "Error"),
        ("NLog.ILogger", "Error"),
        ("NLog.Logger", "Error"),
    ];

    /// <summary>A statement that reports two values, with a text between them.</summary>
    public static string Line(
        int position,
        (string Name, string Value) one,
        string between,
        (string Name, string Value) other,
        SemanticModel model
    )
    {
        foreach (var (name, type, _) in InScope.Named(position, model))
            foreach (var (logger, method) in Loggers)
                if (
                    type
                        .AllInterfaces.Append(type)
                        .Any(known => known.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString() == logger)
                )
                    return $"{name}.{method}(\"{{{one.Name}}}{between}{{{other.Name}}}\", {one.Value}, {other.Value});";
        var write =
            model.Compilation.Options.OutputKind == OutputKind.ConsoleApplication
                ? "global::System.Console.Error.WriteLine"
                : "global::System.Diagnostics.Trace.TraceError";
        return $"{write}($\"{{{one.Value}}}{between}{{{other.Value}}}\");";
    }
}
