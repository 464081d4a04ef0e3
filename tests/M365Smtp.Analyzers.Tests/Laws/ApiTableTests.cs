using System.Net;
using System.Reflection;
using M365Smtp.Analyzers.Apis;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Tests.Extraction;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>Checks the tables of the two libraries against the libraries themselves.</summary>
public class ApiTableTests
{
    static readonly Type[] NetMail = [typeof(System.Net.Mail.SmtpClient)];
    static readonly Type[] Kit =
    [
        typeof(SmtpClient),
        typeof(ISmtpClient),
        typeof(global::MailKit.MailTransport),
        typeof(global::MailKit.IMailTransport),
    ];

    static IEnumerable<string> PublicMethods(Type[] types) =>
        types
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
                    .Concat(type.GetInterfaces().SelectMany(contract => contract.GetMethods()))
            )
            .Where(method => !method.IsSpecialName && method.DeclaringType != typeof(object))
            .Select(method => method.Name)
            .Where(name => !name.Contains('.', StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal);

    [Fact]
    public void Every_public_method_of_System_Net_Mail_is_classified() =>
        Assert.Equal(
            PublicMethods(NetMail).Except(ObjectMethods),
            SystemNetMail.Client.Methods.Keys.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_public_method_of_MailKit_is_classified() =>
        Assert.Equal(
            PublicMethods(Kit).Except(ObjectMethods),
            Apis.MailKit.Client.Methods.Keys.Order(StringComparer.Ordinal)
        );

    static readonly string[] ObjectMethods = [nameof(GetType), nameof(ToString), nameof(Equals), nameof(GetHashCode)];

    [Fact]
    public void The_types_of_the_tables_exist()
    {
        Assert.Equal(NetMail.Select(type => type.FullName), SystemNetMail.Client.Types);
        Assert.Equal(Kit.Select(type => type.FullName), Apis.MailKit.Client.Types);
    }

    /// <summary>What the engine looks up by name: members of clients and credentials, and parameters that set the
    /// member of the same name.</summary>
    [Theory]
    [InlineData(
        typeof(System.Net.Mail.SmtpClient),
        "Host",
        "Port",
        "EnableSsl",
        "Credentials",
        "UseDefaultCredentials",
        "DeliveryMethod",
        "PickupDirectoryLocation"
    )]
    [InlineData(typeof(SmtpClient), "ServerCertificateValidationCallback", "SslProtocols", "ProtocolLogger")]
    [InlineData(typeof(global::MailKit.ProtocolLogger), "RedactSecrets")]
    [InlineData(typeof(NetworkCredential), "UserName", "Password", "Domain")]
    [InlineData(typeof(System.Net.Mail.MailMessage), "From")]
    [InlineData(typeof(System.Net.Mail.MailAddress), "Address")]
    [InlineData(typeof(MimeKit.MimeMessage), "From")]
    [InlineData(typeof(MimeKit.MailboxAddress), "Address")]
    [InlineData(typeof(SaslMechanism), "Credentials")]
    public void The_properties_that_are_read_by_name_exist(Type type, params string[] properties) =>
        Assert.All(properties, name => Assert.NotNull(type.GetProperty(name)));

    [Theory]
    [InlineData(typeof(SmtpClient), "Connect", "host", "port", "options", "useSsl", "uri")]
    [InlineData(typeof(SmtpClient), "ConnectAsync", "host", "port", "options", "useSsl", "uri")]
    [InlineData(typeof(SmtpClient), "Authenticate", "userName", "password", "credentials", "mechanism")]
    [InlineData(typeof(SmtpClient), "Send", "message")]
    [InlineData(typeof(System.Net.Mail.SmtpClient), "Send", "message", "from")]
    [InlineData(typeof(System.Net.Mail.SmtpClient), "SendMailAsync", "message", "from")]
    public void The_parameters_that_are_read_by_name_exist(Type type, string method, params string[] parameters) =>
        Assert.Subset(
            type.GetMethods()
                .Where(candidate => candidate.Name == method)
                .SelectMany(candidate => candidate.GetParameters())
                .Select(parameter => parameter.Name!)
                .ToHashSet(),
            parameters.ToHashSet()
        );

    [Theory]
    [InlineData(typeof(NetworkCredential), "userName", "password", "domain")]
    [InlineData(typeof(System.Net.Mail.SmtpClient), "host", "port")]
    [InlineData(typeof(System.Net.Mail.MailAddress), "address")]
    [InlineData(typeof(System.Net.Mail.MailMessage), "from")]
    [InlineData(typeof(MimeKit.MailboxAddress), "address")]
    [InlineData(typeof(Uri), "uriString")]
    [InlineData(typeof(SaslMechanismOAuth2), "userName", "auth_token", "credentials")]
    [InlineData(typeof(SaslMechanismOAuthBearer), "userName", "auth_token", "credentials")]
    [InlineData(typeof(SaslMechanismLogin), "userName", "password", "credentials")]
    [InlineData(typeof(SmtpClient), "protocolLogger")]
    public void The_parameters_of_constructors_that_are_read_by_name_exist(Type type, params string[] parameters) =>
        Assert.Subset(
            type.GetConstructors()
                .SelectMany(constructor => constructor.GetParameters())
                .Select(parameter => parameter.Name!)
                .ToHashSet(),
            parameters.ToHashSet()
        );

    public static TheoryData<SecureSocketOptions, int> OptionsAndPorts =>
        [
            .. from option in Enum.GetValues<SecureSocketOptions>()
            from port in new[] { 0, 25, 465, 587, 2525 }
            select (option, port),
        ];

    /// <summary>MailKit computes port and TLS itself; the engine's result for a call must be the same.</summary>
    [Theory]
    [MemberData(nameof(OptionsAndPorts))]
    public void Port_and_TLS_are_what_MailKit_makes_of_them(SecureSocketOptions option, int port)
    {
        var (realPort, implicitTls, tls) = Computed(option, port);
        var mode =
            implicitTls ? TlsMode.Implicit
            : tls
                ? option == SecureSocketOptions.StartTls ? TlsMode.StartTls
                    : TlsMode.Opportunistic
            : TlsMode.None;
        Assert.Equal(
            $"Connect: h:{realPort} {mode}, no login",
            Facts.OfCSharp(
                $"using MailKit.Net.Smtp; using MailKit.Security; class C {{ void M() {{ var k = new SmtpClient(); k.Connect(\"h\", {port}, SecureSocketOptions.{option}); }} }}"
            )
        );
    }

    static (int Port, bool ImplicitTls, bool Tls) Computed(SecureSocketOptions option, int port)
    {
        var method = typeof(SmtpClient).GetMethod("ComputeDefaultValues", BindingFlags.NonPublic | BindingFlags.Static);
        Assert.NotNull(method);
        object?[] arguments = ["h", port, option, null, null];
        Assert.Equal(arguments.Length, method.GetParameters().Length);
        method.Invoke(null, arguments);
        return (
            (int)arguments[1]!,
            (SecureSocketOptions)arguments[2]! == SecureSocketOptions.SslOnConnect,
            arguments[4] is true
        );
    }

    [Fact]
    public void Mechanisms_are_named_as_MailKit_names_them()
    {
        var login = new NetworkCredential("a@contoso.com", "secret");
        var mechanisms = typeof(SaslMechanism)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(SaslMechanism)) && !type.IsAbstract)
            .ToArray();
        Assert.All(
            mechanisms,
            type =>
            {
                Assert.NotNull(Apis.MailKit.Mechanism(type.Name));
                if (type.GetConstructor([typeof(NetworkCredential)]) is { } constructor)
                    Assert.Equal(
                        ((SaslMechanism)constructor.Invoke([login])).MechanismName,
                        Apis.MailKit.Mechanism(type.Name)
                    );
            }
        );
        Assert.Null(Apis.MailKit.Mechanism(nameof(SaslMechanism)));
    }
}
