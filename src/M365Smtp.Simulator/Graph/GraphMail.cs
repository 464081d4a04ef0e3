using System.Net.Mail;
using System.Text;

namespace M365Smtp.Simulator.Graph;

/// <summary>A message whose headers name the sender and the recipients.</summary>
internal sealed class GraphMail
{
    readonly byte[] mime;

    public GraphMail(byte[] mime)
    {
        this.mime = mime;
        var headers = MessageHeaders.Read(mime);
        From = SenderFields.Of(headers).Addresses;
        var recipients = new[] { "To", "Cc", "Bcc" }.SelectMany(name => Addresses(headers, name));
        Recipients = [.. recipients.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Empty if there is no From header; the mailbox itself is the sender then.</summary>
    public IReadOnlyList<string> From { get; }

    public string[] Recipients { get; }

    /// <summary>The message as recipients receive it, without Bcc.</summary>
    public byte[] WithoutBcc()
    {
        var text = Encoding.GetEncoding(28591).GetString(mime);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            end = text.Length;
        var kept = new StringBuilder();
        var isBcc = false;
        foreach (var line in text.Substring(0, end).Split(["\r\n"], StringSplitOptions.None))
        {
            if (line.Length == 0 || line[0] is not (' ' or '\t'))
                isBcc = line.StartsWith("Bcc:", StringComparison.OrdinalIgnoreCase);
            if (!isBcc)
                kept.Append(line).Append("\r\n");
        }
        return Encoding.GetEncoding(28591).GetBytes(kept.ToString().TrimEnd('\r', '\n') + text.Substring(end));
    }

    static IEnumerable<string> Addresses(IReadOnlyList<KeyValuePair<string, string>> headers, string name) =>
        headers
            .Where(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase) && field.Value.Length > 0)
            .SelectMany(field => Parsed(field.Value));

    static IEnumerable<string> Parsed(string text)
    {
        try
        {
            var addresses = new MailAddressCollection { text };
            return addresses.Select(address => address.Address);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
