namespace M365Smtp.Knowledge;

/// <summary>Errors of Microsoft Graph and Exchange Web Services. Source: facts 6b and 6c.</summary>
internal static class ServiceErrors
{
    const string Graph = "facts 6b: graph-docs";

    static readonly Remedy Smaller = new(
        "Send attachments by an upload session: one request holds 4 MB.",
        Link: Links.GraphSendMail
    );

    public static readonly SpokenRow[] All =
    [
        new(
            ReplyCause.TokenRefused,
            RetryAdvice.Never,
            Certainty.Likely,
            "Azure.Identity",
            "failed to retrieve a token from the included credentials",
            "managedidentitycredential authentication unavailable"
        )
        {
            Meaning = "No credential on this machine could get a token.",
            Remedy = new Remedy(
                "Give the program a credential: a managed identity, the environment variables of a service "
                    + "principal, or a developer's sign-in.",
                Link: "https://learn.microsoft.com/dotnet/azure/sdk/authentication"
            ),
        },
        new(
            ReplyCause.SendAs,
            RetryAdvice.Never,
            Certainty.Certain,
            Graph,
            "errorsendasdenied",
            "does not have the right to send mail on behalf of the specified sending account"
        ),
        new(
            ReplyCause.GraphAccessDenied,
            RetryAdvice.Never,
            Certainty.Certain,
            Graph,
            "erroraccessdenied",
            "access is denied. check credentials and try again"
        ),
        new(
            ReplyCause.GraphAccessDenied,
            RetryAdvice.Never,
            Certainty.Certain,
            "botframework-sdk #6311",
            "authorization_requestdenied",
            "insufficient privileges to complete the operation"
        ),
        new(
            ReplyCause.NoMailbox,
            RetryAdvice.Never,
            Certainty.Certain,
            Graph,
            "mailboxnotenabledforrestapi",
            "the mailbox is either inactive, soft-deleted, or is hosted on-premise",
            "rest api is not yet supported for this mailbox"
        ),
        new(
            ReplyCause.SizeLimit,
            RetryAdvice.Never,
            Certainty.Likely,
            Graph,
            "requestentitytoolarge",
            "413 request entity too large",
            "413 payload too large",
            "the request is too large",
            "the maximum request length supported is"
        )
        {
            With = "graph",
            Remedy = Smaller,
        },
        new(
            ReplyCause.Transient,
            RetryAdvice.Later,
            Certainty.Likely,
            Graph,
            "toomanyrequests",
            "too many requests",
            "applicationthrottled",
            "is over its mailboxconcurrency limit"
        )
        {
            With = "graph",
            Meaning = "Microsoft Graph throttles the application.",
            Remedy = new Remedy(
                "Wait as long as Retry-After says, and send fewer requests at once.",
                Link: Links.GraphSendMail
            ),
        },
        new(
            ReplyCause.EwsDisabled,
            RetryAdvice.Never,
            Certainty.Certain,
            "facts 6b",
            "ews is currently disabled",
            "ews is disabled for this tenant",
            "exchange web services are not currently available for this request"
        ),
        new(
            ReplyCause.EwsDisabled,
            RetryAdvice.Never,
            Certainty.Likely,
            "facts 6b",
            "403 forbidden",
            "(403) forbidden",
            "status 403"
        )
        {
            With = "ews",
        },
    ];
}
