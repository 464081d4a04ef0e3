using System.Collections.Immutable;
using M365Smtp.Analyzers.Rules.Authentication;
using M365Smtp.Analyzers.Rules.Endpoint;
using M365Smtp.Analyzers.Rules.Identity;
using M365Smtp.Analyzers.Rules.Limits;
using M365Smtp.Analyzers.Rules.Transport;

namespace M365Smtp.Analyzers.Rules;

/// <summary>Every rule, ordered by id.</summary>
internal static class AllRules
{
    public static readonly ImmutableArray<Rule> List = ImmutableArray.Create([
        WrongHost.Rule,
        UndocumentedHost.Rule,
        MxHostWithLogin.Rule,
        WrongPort.Rule,
        Port25.Rule,
        DeprecatedHost.Rule,
        MailSettingsNeverRead.Rule,
        WebServicesEnd.Rule,
        CommunicationPort.Rule,
        StartTlsMissing.Rule,
        ImplicitTls.Rule,
        OpportunisticTls.Rule,
        CertificateCheckDisabled.Rule,
        ObsoleteTlsVersion.Rule,
        CommunicationTls.Rule,
        UserNameNotUpn.Rule,
        UserNameIsAlias.Rule,
        FromNotOwn.Rule,
        ForeignAccount.Rule,
        SharedMailboxSignsIn.Rule,
        SignInDomainNotAccepted.Rule,
        HighVolumeRecipient.Rule,
        DirectSendRecipient.Rule,
        PasswordSignIn.Rule,
        ClientWithoutOAuth.Rule,
        PasswordInSource.Rule,
        DefaultCredentialsConflict.Rule,
        NotSignedIn.Rule,
        UnsupportedMechanism.Rule,
        WrongOAuthScope.Rule,
        SecretsInProtocolLog.Rule,
        SignInRetried.Rule,
        MisreadStatus.Rule,
        CommunicationScope.Rule,
        FrozenToken.Rule,
        CredentialPerMessage.Rule,
        ClientSecretInSource.Rule,
        UnpacedSends.Rule,
        ParallelSends.Rule,
        HighVolumeRecipientCount.Rule,
    ]);
}
