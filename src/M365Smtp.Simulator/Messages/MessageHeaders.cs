using System.Net.Mail;
using System.Text;

namespace M365Smtp.Simulator;

/// <summary>Reads the header section of a message.</summary>
internal static class MessageHeaders
{
    public static IReadOnlyList<KeyValuePair<string, string>> Read(byte[] message)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var line in Section(message).Split(["\r\n"], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] is ' ' or '\t' && fields.Count > 0)
                fields[fields.Count - 1] = new(fields[fields.Count - 1].Key, fields[fields.Count - 1].Value + line);
            else if (line.IndexOf(':') is var colon and > 0)
                fields.Add(new(line.Substring(0, colon), line.Substring(colon + 1).Trim()));
        }
        return fields;
    }

    /// <summary>The addresses in the From field; none when there is no such field or it cannot be read.</summary>
    public static IEnumerable<string> From(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        var from = headers.FirstOrDefault(field => string.Equals(field.Key, "From", StringComparison.OrdinalIgnoreCase)).Value;
        if (string.IsNullOrEmpty(from)) return [];
        try
        {
            var addresses = new MailAddressCollection { from };
            return addresses.Select(address => address.Address);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    static string Section(byte[] message)
    {
        for (var i = 0; i + 3 < message.Length; i++)
            if (message[i] == '\r' && message[i + 1] == '\n' && message[i + 2] == '\r' && message[i + 3] == '\n')
                return Encoding.UTF8.GetString(message, 0, i);
        return Encoding.UTF8.GetString(message);
    }
}
