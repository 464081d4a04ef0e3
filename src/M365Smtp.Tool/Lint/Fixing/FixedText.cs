using M365Smtp.Tool.Lint.Reading;

namespace M365Smtp.Tool.Lint.Fixing;

/// <summary>A file as it was read, and its text after the fixes.</summary>
internal sealed record FixedText(FileText Before, string After);
