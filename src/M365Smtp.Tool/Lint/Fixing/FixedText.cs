using M365Smtp.Tool.Lint.Reading;

namespace M365Smtp.Tool.Lint.Fixing;

/// <summary>A file as it was read, and the text that the fixes make of it.</summary>
internal sealed record FixedText(FileText Before, string After);
