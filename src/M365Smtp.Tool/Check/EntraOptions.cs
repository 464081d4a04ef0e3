using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using M365Smtp.Knowledge;

namespace M365Smtp.Tool.Check;

/// <summary>How to get an access token from Entra.</summary>
internal enum EntraSignIn
{
    DeviceCode,
    ClientSecret,
    Certificate,
    ManagedIdentity,
}

/// <summary>The options that get an access token from Entra: for a user with a device code, for an application with a
/// secret or a certificate, or for a managed identity.</summary>
internal static class EntraOptions
{
    static readonly Option<string?> Tenant = new("--tenant")
    {
        Description = "The Entra tenant: its id or a domain.",
        HelpName = "ID",
    };
    static readonly Option<string?> ClientId = new("--client-id")
    {
        Description = "The application, or the user-assigned managed identity.",
        HelpName = "ID",
    };
    static readonly Option<string?> SecretEnv = new("--client-secret-env")
    {
        Description = "The environment variable with the client secret.",
        HelpName = "NAME",
    };
    static readonly Option<FileInfo?> Certificate = new("--client-certificate")
    {
        Description = "The certificate with its private key (PFX or PEM).",
        HelpName = "FILE",
    };
    static readonly Option<Uri?> AuthorityHost = new("--authority-host")
    {
        Description =
            "The sign-in service, where it is not that of the host's cloud: such as the one m365smtp simulate prints.",
        HelpName = "URL",
        CustomParser = result =>
        {
            if (
                Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url)
                && url.Scheme == Uri.UriSchemeHttps
            )
                return url;
            result.AddError("--authority-host must begin with https://, since a secret goes there.");
            return null;
        },
    };

    static readonly Option<string?> CertificatePasswordEnv = new("--client-certificate-password-env")
    {
        Description = "The environment variable with the password of the PFX.",
        HelpName = "NAME",
    };

    public static readonly Option<EntraSignIn?> SignIn = new("--sign-in")
    {
        Description = "Get an access token from Entra.",
        HelpName = "device-code|client-secret|certificate|managed-identity",
        CustomParser = result =>
        {
            if (
                result.Tokens is [var token]
                && Enum.TryParse<EntraSignIn>(token.Value.Replace("-", ""), ignoreCase: true, out var way)
            )
                return way;
            result.AddError("--sign-in is one of: device-code, client-secret, certificate, managed-identity.");
            return null;
        },
    };

    public static IEnumerable<Option> Details =>
        [Tenant, ClientId, SecretEnv, Certificate, CertificatePasswordEnv, AuthorityHost];

    /// <exception cref="UsageException">The sign-in lacks a required option.</exception>
    public static void Fill(GateCheckOptions options, ParseResult parsed, Terminal terminal)
    {
        var way = parsed.GetValue(SignIn)!.Value;
        var cloud = Hosts.Find(options.Host)?.Cloud ?? Cloud.Worldwide;
        var scopes = OAuthScopes.Of(cloud) ?? OAuthScopes.Of(Cloud.Worldwide)!;
        var scope = way == EntraSignIn.DeviceCode ? scopes.Delegated ?? scopes.AppOnly : scopes.AppOnly;
        if (scope is null)
            throw new UsageException($"{options.Host} takes no token of an application: use --sign-in device-code.");
        var service = new SignInService(cloud, parsed.GetValue(AuthorityHost), options.TrustedAuthority);
        var credential = Credential(way, parsed, service, terminal);
        if (Guid.TryParse(parsed.GetValue(Tenant), out _))
            options.TenantId = parsed.GetValue(Tenant);
        options.TokenProvider = async cancellation =>
            (await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellation)).Token;
    }

    static TokenCredential Credential(EntraSignIn way, ParseResult parsed, SignInService service, Terminal terminal)
    {
        switch (way)
        {
            case EntraSignIn.ManagedIdentity:
                return new ManagedIdentityCredential(
                    parsed.GetValue(ClientId) is { } id
                        ? ManagedIdentityId.FromUserAssignedClientId(id)
                        : ManagedIdentityId.SystemAssigned
                );
            case EntraSignIn.DeviceCode:
                return new DeviceCodeCredential(
                    service.Aim(
                        new DeviceCodeCredentialOptions
                        {
                            TenantId = parsed.GetValue(Tenant),
                            ClientId = Needed(parsed, ClientId),
                            DisableInstanceDiscovery = service.SkipsDiscovery,
                            DeviceCodeCallback = (code, _) => terminal.Error.WriteLineAsync(code.Message),
                        }
                    )
                );
            case EntraSignIn.ClientSecret:
                var secret = EnvironmentSecret.Read(SecretEnv.Name, Needed(parsed, SecretEnv));
                return new ClientSecretCredential(
                    Needed(parsed, Tenant),
                    Needed(parsed, ClientId),
                    secret,
                    service.Aim(new ClientSecretCredentialOptions { DisableInstanceDiscovery = service.SkipsDiscovery })
                );
            default:
                return new ClientCertificateCredential(
                    Needed(parsed, Tenant),
                    Needed(parsed, ClientId),
                    Load(parsed),
                    service.Aim(
                        new ClientCertificateCredentialOptions { DisableInstanceDiscovery = service.SkipsDiscovery }
                    )
                );
        }
    }

    /// <summary>The application that signs in; null if none is given.</summary>
    public static string? Application(ParseResult parsed) => parsed.GetValue(ClientId);

    /// <summary>When the sign-in certificate expires; empty without a certificate.</summary>
    public static GateSettings Expiry(ParseResult parsed)
    {
        if (parsed.GetValue(SignIn) != EntraSignIn.Certificate)
            return new();
        using var certificate = Load(parsed);
        return new()
        {
            AppCredentials = [new($"client certificate {certificate.Subject}", certificate.NotAfter.ToUniversalTime())],
        };
    }

    static X509Certificate2 Load(ParseResult parsed)
    {
        var file =
            parsed.GetValue(Certificate) ?? throw new UsageException($"--sign-in needs {Certificate.Name} here.");
        var password = parsed.GetValue(CertificatePasswordEnv) is { } variable
            ? EnvironmentSecret.Read(CertificatePasswordEnv.Name, variable)
            : null;
        return CertificateFile.WithPrivateKey(file.FullName, password);
    }

    static string Needed(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) ?? throw new UsageException($"--sign-in needs {option.Name} here.");
}
