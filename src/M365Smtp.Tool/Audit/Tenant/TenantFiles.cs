namespace M365Smtp.Tool.Audit.Tenant;

/// <summary>The exports given on the command line.</summary>
internal sealed record TenantFiles(
    IReadOnlyList<ExportedMailbox> Mailboxes,
    IReadOnlyList<ExportedSignIn> SignIns,
    bool HasSignIns,
    bool HasAny
)
{
    /// <exception cref="UsageException">A file cannot be read, or is not what its option expects.</exception>
    public static TenantFiles Read(
        IReadOnlyList<FileInfo> reports,
        IReadOnlyList<FileInfo> mailboxes,
        IReadOnlyList<FileInfo> signIns
    ) =>
        new(
            [.. mailboxes.SelectMany(file => Of("--mailboxes", file, TenantExport.Mailboxes))],
            [
                .. reports.SelectMany(file => Of("--smtp-auth-report", file, TenantExport.SmtpAuthReport)),
                .. signIns.SelectMany(file => Of("--sign-ins", file, TenantExport.SignIns)),
            ],
            reports.Count + signIns.Count > 0,
            reports.Count + signIns.Count + mailboxes.Count > 0
        );

    public AuditReport Join(AuditReport report)
    {
        if (!HasAny)
            return report;
        var (rows, tenant) = new TenantJoin(Mailboxes).Of(report.Rows, SignIns, HasSignIns);
        return report with { Rows = rows, Tenant = tenant };
    }

    static IReadOnlyList<T> Of<T>(string option, FileInfo file, Func<string, IReadOnlyList<T>> read)
    {
        try
        {
            return read(TenantExport.Read(option, file));
        }
        catch (FormatException wrong)
        {
            throw new UsageException(
                $"{option}: {file.Name}: {wrong.Message}. How to make it: m365smtp audit --export-commands"
            );
        }
    }
}
