using System.Text;

namespace M365Smtp.Simulator;

/// <summary>AUTH: the LOGIN and XOAUTH2 exchanges, and the result from the gates.</summary>
internal sealed class SignIn(Wire wire, SubmissionService service, ReplyTexts texts, SmtpSession transcript)
{
    // RFC 4954, 4: the client cancels the exchange.
    const string Cancel = "*";

    /// <summary>The UPN that signed in, or null.</summary>
    public string? Upn { get; private set; }

    /// <summary>The refusal of the last sign-in, repeated to a client that continues with MAIL FROM.</summary>
    public string? Refusal { get; private set; }

    public Task AnswerAsync(Command command)
    {
        if (Upn is not null)
            return wire.SayAsync(SmtpStage.Auth, ReplyTexts.BadSequence);
        if (command.Argument.Length == 0)
            return wire.SayAsync(SmtpStage.Auth, ReplyTexts.InvalidArguments);
        var words = command.Argument.Split([' '], 2);
        var initial = words.Length > 1 ? words[1] : null;
        return words[0].ToUpperInvariant() switch
        {
            "LOGIN" => LoginAsync(initial),
            "XOAUTH2" => XOAuth2Async(initial),
            _ => RefuseAsync(ReplyCause.WrongMechanism),
        };
    }

    async Task LoginAsync(string? initial)
    {
        if (await TakeAsync(initial, ReplyTexts.UserNameChallenge).ConfigureAwait(false) is not { } user)
            return;
        if (await TakeAsync(null, ReplyTexts.PasswordChallenge).ConfigureAwait(false) is not { } password)
            return;
        var mailbox = service.Tenant.Find(user);
        var isRight = mailbox?.SignInPassword is { } right && right == password;
        await DecideAsync(user, mailbox, isBasic: true, isRight).ConfigureAwait(false);
    }

    async Task XOAuth2Async(string? initial)
    {
        var line = initial ?? await AskAsync(ReplyTexts.EmptyChallenge).ConfigureAwait(false);
        if (line == Cancel)
        {
            await wire.SayAsync(SmtpStage.Auth, ReplyTexts.Cancelled).ConfigureAwait(false);
            return;
        }
        // oauth2ms #5: a malformed or empty argument gets the reply of a transient fault.
        if (XOAuth2.Parse(Decode(line)) is not { } given)
        {
            await RefuseAsync(ReplyCause.TransientOrMalformed).ConfigureAwait(false);
            return;
        }
        var mailbox = service.Tenant.Find(given.User);
        var refusal = mailbox is null ? "no such mailbox" : WhyRefused(given.Token, mailbox);
        // Exchange Online gives no reason; the transcript does, for whoever tests against the simulator.
        if (refusal is not null)
            transcript.Note(refusal);
        await DecideAsync(given.User, mailbox, isBasic: false, isRight: refusal is null).ConfigureAwait(false);
    }

    string? WhyRefused(string token, Mailbox mailbox) =>
        mailbox.SignInToken == token ? null : service.Tokens.WhyRefused(token, service.Tenant, mailbox);

    // RFC 4954: canceling or sending invalid base64 gets 501 and does not count as a wrong password.
    async Task<string?> TakeAsync(string? initial, string challenge)
    {
        var line = initial ?? await AskAsync(challenge).ConfigureAwait(false);
        var text = line == Cancel ? null : Decode(line);
        if (text is null)
            await wire.SayAsync(SmtpStage.Auth, line == Cancel ? ReplyTexts.Cancelled : ReplyTexts.NotBase64)
                .ConfigureAwait(false);
        return text;
    }

    async Task DecideAsync(string user, Mailbox? mailbox, bool isBasic, bool isRight)
    {
        if (service.Scripted(SmtpStage.Auth, texts, user) is { } scripted)
        {
            await RefuseAsync(scripted).ConfigureAwait(false);
            return;
        }
        var now = service.Time.GetUtcNow();
        var activity = mailbox is null ? null : service.Activity(mailbox.Upn);
        var isLocked = mailbox?.IsLocked == true || activity?.IsLocked(now) == true;
        var closed = SignInGates.Closed(new(service.Tenant, mailbox, isBasic, isRight, isLocked, wire.Client));
        if (closed is { } cause)
        {
            if (cause == ReplyCause.BadCredentials)
                activity?.WrongPassword(now, service.Tenant);
            await RefuseAsync(cause, mailbox).ConfigureAwait(false);
            return;
        }
        activity!.SignedIn();
        activity.TryConnect(transcript, mailbox!.Connections);
        transcript.SignedInAs = Upn = mailbox.Upn;
        transcript.Note($"signed in as {Upn}");
        await wire.SayAsync(SmtpStage.Auth, ReplyTexts.SignedIn).ConfigureAwait(false);
    }

    Task RefuseAsync(ReplyCause cause, Mailbox? mailbox = null)
    {
        // Shows the name only if it is a mailbox: a client may have sent its password instead.
        transcript.Note($"{mailbox?.Upn ?? "sign-in"}: {cause}");
        return RefuseAsync(texts.Refusal(cause));
    }

    Task RefuseAsync(string reply)
    {
        Refusal = reply;
        return wire.SayAsync(SmtpStage.Auth, reply);
    }

    // A client that disconnects has not sent a wrong password.
    async Task<string> AskAsync(string challenge)
    {
        await wire.SayAsync(SmtpStage.Auth, challenge).ConfigureAwait(false);
        return await wire.ReadSecretAsync().ConfigureAwait(false) ?? throw new EndOfStreamException();
    }

    static string? Decode(string base64)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(base64));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
