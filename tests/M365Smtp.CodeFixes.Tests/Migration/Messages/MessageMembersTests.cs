using System.Net.Mail;
using M365Smtp.CodeFixes.Migration.Messages;

namespace M365Smtp.CodeFixes.Tests.Migration.Messages;

public class MessageMembersTests
{
    [Fact]
    public void Every_member_of_MailMessage_has_a_row() =>
        Assert.Equal(
            typeof(MailMessage).GetProperties().Select(member => member.Name).Order(StringComparer.Ordinal),
            MessageMembers.Names.Order(StringComparer.Ordinal)
        );
}
