using System.Security.Cryptography.X509Certificates;

namespace M365Smtp.Simulator;

/// <summary>
/// An application of the simulated tenant. Immutable: every method returns a changed copy. A new one gets tokens and
/// opens no mailbox.
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

    /// <summary>The object id of the enterprise application, the <c>oid</c> of its tokens.</summary>
    internal Guid ObjectId { get; } = Guid.NewGuid();

    /// <summary>Adds a client secret.</summary>
    /// <param name="secret">The value.</param>
    /// <param name="ends">When it runs out, by the simulator's clock; null for never. Then Entra says
    /// AADSTS7000222.</param>
    public Application Secret(string secret, DateTimeOffset? ends = null) =>
        this with
        {
            Secrets = [.. Secrets, (secret, ends)],
        };

    /// <summary>Adds a certificate to sign in with; its public part is enough.</summary>
    public Application Certificate(X509Certificate2 certificate) =>
        this with
        {
            Certificates = [.. Certificates, certificate],
        };

    /// <summary>
    /// The application permission SMTP.SendAsApp with consent, and FullAccess to these mailboxes
    /// (<c>New-ServicePrincipal</c>,
    /// <c>Add-MailboxPermission</c>). Without a mailbox the token has the role and opens none.
    /// </summary>
    public Application SendAsApp(params string[] mailboxes) => this with { FullAccess = mailboxes };

    /// <summary>
    /// The role Application SMTP.SendAsApp by RBAC for Applications, scoped to these mailboxes: the token has no role.
    /// </summary>
    public Application RbacSendAsApp(params string[] mailboxes) => this with { RbacScope = mailboxes };

    /// <summary>
    /// Application permissions of Microsoft Graph with consent, such as <c>Mail.Send</c>: its tokens for Graph have
    /// them as
    /// roles, and reach every mailbox.
    /// </summary>
    public Application GraphPermissions(params string[] permissions) => this with { GraphRoles = permissions };

    /// <summary>
    /// The role <c>Application Mail.Send</c> (or another) by RBAC for Applications, scoped to these mailboxes: the
    /// token has
    /// no role.
    /// </summary>
    /// <param name="permission">The permission behind the role: <c>Mail.Send</c>.</param>
    public Application RbacGraph(string permission, params string[] mailboxes) =>
        this with
        {
            GraphScopes = [.. GraphScopes, (permission, mailboxes)],
        };

    /// <summary>
    /// An application access policy, the legacy way: of all mailboxes it reaches these only, whatever permission it
    /// has.
    /// </summary>
    public Application GraphAccessPolicy(params string[] mailboxes) => this with { GraphPolicy = mailboxes };

    /// <summary>
    /// The delegated permission SMTP.Send with consent: users sign in to this application and get tokens of their own.
    /// </summary>
    public Application DelegatedSend(bool consented = true) => this with { SignsInUsers = consented };
}
