namespace M365Smtp.Knowledge;

/// <summary>A Microsoft Entra ID error, identified by its code, because the text varies.</summary>
/// <param name="Code">The digits after AADSTS.</param>
/// <param name="Meaning">What the code means in addition to its cause.</param>
internal sealed record EntraError(string Code, ReplyCause Cause, string Meaning)
{
    public RetryAdvice Retry { get; init; } = RetryAdvice.Never;

    public Remedy? Remedy { get; init; }
}

/// <summary>
/// The errors that a program can meet when it requests a token to send mail. Source: facts 6b; EN
/// reference-error-codes. 500014, 501051, 700024, 7000216 and 900023 are not on that page: their texts are those that
/// Microsoft's other pages and public logs quote.
/// </summary>
internal static class EntraErrors
{
    public const string Source = "EN docs/identity-platform/reference-error-codes.md";

    static readonly Remedy NeverRepeat = new("Stop: another attempt with this password prolongs the lock.");

    public static readonly EntraError[] All =
    [
        new(
            "7000215",
            ReplyCause.ClientSecretInvalid,
            "the client secret is invalid: often the id of the secret in place of its value"
        ),
        new("7000222", ReplyCause.ClientSecretExpired, "the client secret has expired"),
        new(
            "7000216",
            ReplyCause.ClientSecretInvalid,
            "the request holds neither a client secret nor a client assertion"
        ),
        new(
            "7000218",
            ReplyCause.ClientSecretInvalid,
            "the request holds neither a client secret nor a client assertion"
        ),
        new(
            "700027",
            ReplyCause.ClientSecretInvalid,
            "the signature of the client assertion is invalid: often a certificate that the application does not know"
        ),
        new(
            "700024",
            ReplyCause.ClientSecretExpired,
            "the client assertion is outside its valid time: check the clock"
        ),
        new("700016", ReplyCause.AppNotFound, "the application was not found in this tenant"),
        new("7000112", ReplyCause.AppNotFound, "the application is disabled"),
        new("90002", ReplyCause.TenantNotFound, "the tenant was not found"),
        new("900023", ReplyCause.TenantNotFound, "the tenant identifier is neither a domain nor an id"),
        new("900382", ReplyCause.TenantNotFound, "the request went to the wrong cloud"),
        new("500011", ReplyCause.WrongScope, "the resource of the scope was not found in the tenant"),
        new("500014", ReplyCause.WrongScope, "the resource is disabled in the tenant"),
        new("50001", ReplyCause.WrongScope, "the resource does not exist or is disabled"),
        new("1002012", ReplyCause.WrongScope, "an application must request a scope that ends with /.default"),
        new("70011", ReplyCause.WrongScope, "the scope is invalid"),
        new("28002", ReplyCause.WrongScope, "the scope is invalid"),
        new("900144", ReplyCause.WrongScope, "the request lacks a parameter, often the scope"),
        new("65001", ReplyCause.ConsentMissing, "nobody has consented to the application"),
        new("650052", ReplyCause.ConsentMissing, "the tenant has not enabled the service the application requests"),
        new("650057", ReplyCause.WrongScope, "the resource is not among those the application's registration asks for"),
        new("90094", ReplyCause.ConsentMissing, "an administrator must consent"),
        new("501051", ReplyCause.ConsentMissing, "the application is not assigned to a role of the resource"),
        new("50105", ReplyCause.ConsentMissing, "the user is not assigned to the application"),
        new("53000", ReplyCause.TokenPolicyBlock, "Conditional Access requires a compliant device"),
        new("53001", ReplyCause.TokenPolicyBlock, "Conditional Access requires a joined device"),
        new("53003", ReplyCause.TokenPolicyBlock, "Conditional Access blocked the access"),
        new("530032", ReplyCause.TokenPolicyBlock, "a security policy of the tenant blocks the request"),
        new("530034", ReplyCause.TokenPolicyBlock, "a delegated administrator was blocked because of a risk"),
        new("530035", ReplyCause.TokenPolicyBlock, "Security Defaults blocked the access"),
        new("50005", ReplyCause.TokenPolicyBlock, "Conditional Access does not accept the platform"),
        new("50076", ReplyCause.SignInNeeded, "multifactor authentication is required"),
        new("50079", ReplyCause.SignInNeeded, "the user must register for multifactor authentication"),
        new("50072", ReplyCause.SignInNeeded, "the user must register for multifactor authentication"),
        new("50074", ReplyCause.SignInNeeded, "multifactor authentication is required"),
        new("50078", ReplyCause.SignInNeeded, "the multifactor authentication has expired"),
        new("50158", ReplyCause.SignInNeeded, "an external sign-in requirement is not met"),
        new("50055", ReplyCause.SignInNeeded, "the password has expired"),
        new("50058", ReplyCause.SignInNeeded, "no user is signed in"),
        new("16000", ReplyCause.SignInNeeded, "the user must sign in; the account may be unknown in this tenant"),
        new("700082", ReplyCause.RefreshTokenExpired, "the refresh token has expired due to inactivity"),
        new("700084", ReplyCause.RefreshTokenExpired, "the refresh token of a single-page application has expired"),
        new("70008", ReplyCause.RefreshTokenExpired, "the refresh token or the authorization code has expired"),
        new(
            "70043",
            ReplyCause.RefreshTokenExpired,
            "the refresh token has expired or is invalid because of sign-in frequency"
        ),
        new("50173", ReplyCause.RefreshTokenExpired, "an administrator or the user revoked the grant"),
        new("54005", ReplyCause.RefreshTokenExpired, "the authorization code was used before"),
        new("50089", ReplyCause.RefreshTokenExpired, "the flow token has expired"),
        new(
            "50126",
            ReplyCause.BadCredentials,
            "the user name or the password is wrong. Repeating it locks the account"
        )
        {
            Remedy = NeverRepeat,
        },
        new("50034", ReplyCause.BadCredentials, "the user does not exist in this tenant"),
        new("50056", ReplyCause.BadCredentials, "the user has no password in the directory") { Remedy = NeverRepeat },
        new("50053", ReplyCause.AccountLocked, "the account is locked, or the address of this machine is blocked")
        {
            Remedy = NeverRepeat,
        },
        new("50057", ReplyCause.AccountState, "the account is disabled"),
        new("50033", ReplyCause.TokenRefused, "a passing fault") { Retry = RetryAdvice.Later },
        new("90033", ReplyCause.TokenRefused, "a passing fault of the service") { Retry = RetryAdvice.Later },
        new("50196", ReplyCause.TokenRefused, "the program asks for tokens in a loop: cache the token")
        {
            Retry = RetryAdvice.Later,
        },
    ];

    public static EntraError Of(string code) =>
        Array.Find(All, error => error.Code == code)
        ?? new(code, ReplyCause.TokenRefused, "Microsoft Entra ID issued no token");
}
