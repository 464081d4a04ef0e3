using System.Text.RegularExpressions;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>Address texts that System.Net.Mail and MimeKit parse alike.</summary>
internal static class AddressText
{
    const string Bare = @"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@[\w-]+(\.[\w-]+)*";
    const string Mailbox = @"\s*(" + Bare + @"|((""[^""\\]*"")|([\w'. -]+))?\s*<" + Bare + @">)\s*";

    public static bool IsBare(string text) => Regex.IsMatch(text, $"^{Bare}$");

    public static bool IsMailbox(string text) => Regex.IsMatch(text, $"^{Mailbox}$");

    public static bool IsList(string text) => Regex.IsMatch(text, $"^{Mailbox}(,{Mailbox})*$");
}
