namespace M365Smtp.Analyzers.Model;

internal enum Severity
{
    Info,
    Warning,
}
