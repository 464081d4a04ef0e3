using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>How often, and how many at once, a file's sends run, according to the surrounding code.</summary>
internal static class PacedSends
{
    /// <summary>One more usage for each loop or parallel call that affects the pace.</summary>
    public static IEnumerable<SmtpUsage> Of(
        SemanticModel model,
        IReadOnlyCollection<SmtpUsage> usages,
        IEnumerable<IOperation> bodies,
        CancellationToken cancel
    )
    {
        var sends = new SendOperations(model, usages.Where(use => use.Moment == Moment.Send), cancel);
        var signIns = new SendOperations(model, usages.Where(SignsIn), cancel);
        if (!sends.Any && !signIns.Any)
            yield break;
        var code = bodies.ToList();
        var retries = new SignInRetries(signIns, code);
        foreach (var operation in code.SelectMany(body => body.Descendants()))
        {
            cancel.ThrowIfCancellationRequested();
            if (sends.Of(operation) is { } send && Loops.Unpaced(operation, code) is { } loop)
                yield return Paced(
                    send,
                    Pace.LoopWithoutPause,
                    loop is IInvocationOperation each ? Named(each) : Keyword(loop)
                );
            if (signIns.At(operation) is { } signIn && !ReportsLater(operation))
                foreach (var (repeated, by) in retries.Of(operation, signIn))
                    yield return Paced(repeated, Pace.RetryAfterRefusal, by);
            if (operation is IInvocationOperation call && ParallelCalls.Sends(call, sends, code) is { } parallel)
                yield return Paced(parallel, Pace.Parallel, Named(call));
        }
    }

    // 'SmtpClient.SendAsync' of System.Net.Mail: the refusal is in the arguments of its event.
    static bool ReportsLater(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "SendAsync", ReturnsVoid: true } };

    // System.Net.Mail signs in when it sends.
    static bool SignsIn(SmtpUsage use) =>
        use.Moment == Moment.Authenticate
        || use is { Moment: Moment.Send, Api: SmtpApi.SystemNetMail } && use.Credential.Is(out _);

    static SmtpUsage Paced(SmtpUsage usage, Pace pace, Origin at) => usage with { Pace = Fact.Known(pace, at) };

    static Origin Keyword(IOperation statement) => new(statement.Syntax.GetFirstToken().GetLocation());

    static Origin Named(IInvocationOperation call) => At(call.Syntax.ChildNodes().FirstOrDefault() ?? call.Syntax);

    static Origin At(SyntaxNode node) => new(node.GetLocation());
}
