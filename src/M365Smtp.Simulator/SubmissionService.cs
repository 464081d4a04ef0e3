using System.Collections.Concurrent;
using M365Smtp.Simulator.Entra;

namespace M365Smtp.Simulator;

/// <summary>State shared by all sessions: the current tenant, mailbox activity and messages.</summary>
internal sealed class SubmissionService(Tenant tenant, SimulatorOptions options)
{
    readonly ConcurrentDictionary<string, MailboxActivity> activities = new(StringComparer.OrdinalIgnoreCase);
    readonly object changing = new();
    volatile Tenant tenant = tenant;

    public Tenant Tenant => tenant;

    public TimeProvider Time => options.TimeProvider;

    public AccessTokens Tokens { get; } = new(options.TimeProvider);

    public MessageStore Messages { get; } = new();

    public MailboxActivity Activity(string upn) => activities.GetOrAdd(upn, _ => new());

    public void Accept(DeliveredMessage message)
    {
        Messages.Add(message);
        options.MessageAccepted?.Invoke(message);
    }

    public void Change(Func<Tenant, Tenant> change)
    {
        lock (changing)
            tenant = change(tenant);
    }

    /// <summary>The scripted reply for that stage, or null.</summary>
    public string? Scripted(SmtpStage stage, ReplyTexts texts, string? login = null, string? from = null)
    {
        foreach (var reply in tenant.Scripted)
            if (reply.Stage == stage)
                return reply.Text(texts, login, from);
        return null;
    }
}
