using System.Security.Cryptography.X509Certificates;

namespace M365Smtp.Simulator;

/// <summary>
/// An application of the simulated tenant. Immutable: every method returns a changed copy. A new application can get
/// tokens but has access to no mailbox.
/// </summary>
public sealed record Application
{
    internal Application(string clientId) => ClientId = clientId;

    /// <summary>The application (client) id.</summary>
    public string ClientId { get; }

    internal (string Value, DateTimeOffset? Ends)[] Secrets { get; init; } = [];
    internal X509Certificate2[] Certificates { get; init; } = [];
    internal string[]? FullAccess { get; init; }
    internal string[] RbacScope { get; init; } = [];
    internal bool SignsInUsers { get; init; }
    internal string[] GraphRoles { get; init; } = [];
    internal (string Permission, string[] Mailboxes)[] GraphScopes { get; init; } = [];
    internal string[]? GraphPolicy { get; init; }

    /// <summary>The object id of the enterprise application, the <c>oid</c> claim of its tokens.</summary>
    internal Guid ObjectId { get; } = Guid.NewGuid();

    /// <summary>Adds a client secret.</summary>
    /// <param name="secret">The value.</param>
    /// <param name="ends">When it expires, by the simulator's clock; null for never. Entra then returns
    /// AADSTS7000222.</param>
    public Application Secret(string secret, DateTimeOffset? ends = null) =>
        this with
        {
            Secrets = [.. Secrets, (secret, ends)],
        };

    /// <summary>Adds a certificate to sign in with; its public part is sufficient.</summary>
    public Application Certificate(X509Certificate2 certificate) =>
        this with
        {
            Certificates = [.. Certificates, certificate],
        };

    /// <summary>
    /// Grants the application permission SMTP.SendAsApp with consent, and FullAccess to these mailboxes
    /// (<c>New-ServicePrincipal</c>, <c>Add-MailboxPermission</c>). Without mailboxes, the token has the role but no
    /// access.
    /// </summary>
    public Application SendAsApp(params string[] mailboxes) => this with { FullAccess = mailboxes };

    /// <summary>
    /// Grants the role Application SMTP.SendAsApp by RBAC for Applications, scoped to these mailboxes; the token has no
    /// role.
    /// </summary>
    public Application RbacSendAsApp(params string[] mailboxes) => this with { RbacScope = mailboxes };

    /// <summary>
    /// Grants application permissions of Microsoft Graph with consent, such as <c>Mail.Send</c>. Tokens for Graph
    /// contain them as roles and give access to every mailbox.
    /// </summary>
    public Application GraphPermissions(params string[] permissions) => this with { GraphRoles = permissions };

    /// <summary>
    /// Grants the role <c>Application Mail.Send</c> (or another) by RBAC for Applications, scoped to these mailboxes;
    /// the token has no role.
    /// </summary>
    /// <param name="permission">The permission that the role grants, such as <c>Mail.Send</c>.</param>
    public Application RbacGraph(string permission, params string[] mailboxes) =>
        this with
        {
            GraphScopes = [.. GraphScopes, (permission, mailboxes)],
        };

    /// <summary>
    /// Adds an application access policy (legacy): the application has access to these mailboxes only, whatever its
    /// permissions.
    /// </summary>
    public Application GraphAccessPolicy(params string[] mailboxes) => this with { GraphPolicy = mailboxes };

    /// <summary>
    /// Grants the delegated permission SMTP.Send with consent: users sign in to this application and get their own
    /// tokens.
    /// </summary>
    public Application DelegatedSend(bool consented = true) => this with { SignsInUsers = consented };
}
