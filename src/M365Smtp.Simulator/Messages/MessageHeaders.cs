using System.Text;

namespace M365Smtp.Simulator;

/// <summary>Reads the header section of a message.</summary>
internal static class MessageHeaders
{
    public static IReadOnlyList<KeyValuePair<string, string>> Read(byte[] message)
    {
        var fields = new List<KeyValuePair<string, string>>();
        // Many readers treat a bare LF as a line break, so a field must not hide behind one.
        foreach (var line in Section(message).Replace("\r\n", "\n").Replace('\r', '\n').Split('\n'))
        {
            if (line.Length == 0)
                break;
            if (line[0] is ' ' or '\t' && fields.Count > 0)
                fields[fields.Count - 1] = new(fields[fields.Count - 1].Key, fields[fields.Count - 1].Value + line);
            else if (line.IndexOf(':') is var colon and > 0)
                fields.Add(new(line.Substring(0, colon), line.Substring(colon + 1).Trim()));
        }
        return fields;
    }

    static string Section(byte[] message)
    {
        for (var i = 0; i + 3 < message.Length; i++)
            if (message[i] == '\r' && message[i + 1] == '\n' && message[i + 2] == '\r' && message[i + 3] == '\n')
                return Encoding.UTF8.GetString(message, 0, i);
        return Encoding.UTF8.GetString(message);
    }
}
