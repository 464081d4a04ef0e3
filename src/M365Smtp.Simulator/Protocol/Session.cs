namespace M365Smtp.Simulator;

/// <summary>One SMTP session: the allowed order of commands, and their handlers.</summary>
internal sealed class Session
{
    readonly Wire wire;
    readonly SubmissionService service;
    readonly ReplyTexts texts;
    readonly ServerCertificate certificate;
    readonly bool hidesStartTls;
    readonly SignIn signIn;
    readonly Submission submission;
    bool greeted;

    public Session(
        Wire wire,
        SubmissionService service,
        ReplyTexts texts,
        ServerCertificate certificate,
        bool hidesStartTls,
        SmtpSession transcript
    )
    {
        (this.wire, this.service, this.texts, this.certificate, this.hidesStartTls) = (
            wire,
            service,
            texts,
            certificate,
            hidesStartTls
        );
        signIn = new(wire, service, texts, transcript);
        submission = new(wire, service, texts, signIn, transcript);
    }

    public async Task RunAsync()
    {
        await SayAsync(SmtpStage.Banner, texts.Banner).ConfigureAwait(false);
        try
        {
            while (!wire.IsClosing && await wire.ReadCommandAsync().ConfigureAwait(false) is { } command)
                await AnswerAsync(command).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            await wire.SayAsync(SmtpStage.Other, ReplyTexts.LineTooLong).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await wire.SayAsync(SmtpStage.Other, ReplyTexts.IdleTooLong).ConfigureAwait(false);
        }
    }

    Task AnswerAsync(Command command) =>
        command.Verb switch
        {
            "EHLO" or "HELO" => HelloAsync(command),
            "STARTTLS" => StartTlsAsync(command),
            "AUTH" => Refused(SmtpStage.Auth) ?? signIn.AnswerAsync(command),
            "MAIL" => Refused(SmtpStage.MailFrom) ?? submission.MailAsync(command),
            "RCPT" => submission.RecipientAsync(command),
            "DATA" => submission.DataAsync(),
            "BDAT" => submission.ChunkAsync(command),
            "RSET" => ResetAsync(),
            "NOOP" => wire.SayAsync(SmtpStage.Other, ReplyTexts.Ok),
            "VRFY" => wire.SayAsync(
                SmtpStage.Other,
                command.Argument.Length > 0 ? ReplyTexts.NotVerified : ReplyTexts.InvalidArguments
            ),
            "HELP" => wire.SayAsync(SmtpStage.Other, ReplyTexts.Help),
            "QUIT" => SayAsync(SmtpStage.Quit, ReplyTexts.Bye),
            _ => wire.SayAsync(SmtpStage.Other, texts.Unrecognized("unknown")),
        };

    // For the two commands that require a greeting and TLS.
    Task? Refused(SmtpStage stage) =>
        !greeted ? wire.SayAsync(stage, ReplyTexts.HelloFirst)
        : !wire.IsSecured ? wire.SayAsync(stage, texts.Refusal(ReplyCause.NoTls))
        : null;

    Task HelloAsync(Command command)
    {
        var stage = wire.IsSecured ? SmtpStage.EhloAfterTls : SmtpStage.Ehlo;
        if (!Addresses.IsDomain(command.Argument))
            return SayAsync(stage, texts.InvalidDomain);
        greeted = true;
        submission.Reset();
        var offer =
            wire.IsSecured ? "AUTH LOGIN XOAUTH2"
            : hidesStartTls ? null
            : "STARTTLS";
        var reply = command.Verb == "HELO" ? ReplyTexts.Helo(wire.Client) : ReplyTexts.Hello(wire.Client, offer);
        return SayAsync(stage, reply);
    }

    async Task StartTlsAsync(Command command)
    {
        if (!greeted || wire.IsSecured || hidesStartTls || command.Argument.Length > 0)
        {
            var refusal = hidesStartTls ? texts.Unrecognized("STARTTLS") : ReplyTexts.BadSequence;
            await wire.SayAsync(SmtpStage.StartTls, refusal).ConfigureAwait(false);
            return;
        }
        await SayAsync(SmtpStage.StartTls, ReplyTexts.StartTlsReady).ConfigureAwait(false);
        await wire.SecureAsync(certificate).ConfigureAwait(false);
        greeted = false;
    }

    Task ResetAsync()
    {
        submission.Reset();
        return wire.SayAsync(SmtpStage.Other, ReplyTexts.Reset);
    }

    Task SayAsync(SmtpStage stage, string reply) => wire.SayAsync(stage, service.Scripted(stage, texts) ?? reply);
}
