namespace M365Smtp.Tool.Audit.Reading;

/// <summary>How many repositories fit into memory at the same time.</summary>
internal static class MemoryBound
{
    // About what a repository of several hundred projects needs with its compilations and its build process.
    const long OfOne = 2L * 1024 * 1024 * 1024;

    public static int MostAtOnce =>
        (int)Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / OfOne, 1, Environment.ProcessorCount);
}
