using System.Globalization;
using System.Text;

namespace CrossBorder.Verification.Audit;

/// <summary>
/// One spelling for one value: the JSON Canonicalization Scheme (RFC 8785) for what the log holds, which is objects, texts and whole numbers.
/// Members in the order of their UTF-16 code units, no white space, escapes only where JSON demands them, UTF-8 without a mark.
/// </summary>
internal static class CanonicalJson
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Values: <see cref="string"/>, <see cref="long"/>, or objects of texts. Members that are null are left out.</summary>
    /// <exception cref="EncoderFallbackException">A text holds half a surrogate pair.</exception>
    public static byte[] Write(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var text = new StringBuilder(256);
        var sorted = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in members)
            if (value is not null)
                sorted.Add(name, value);

        Object(text, sorted);
        return Utf8.GetBytes(text.ToString());
    }

    private static void Object(StringBuilder text, IEnumerable<KeyValuePair<string, object>> sorted)
    {
        text.Append('{');
        var separator = "";
        foreach (var (name, value) in sorted)
        {
            text.Append(separator);
            separator = ",";
            String(text, name);
            text.Append(':');
            Value(text, value);
        }

        text.Append('}');
    }

    private static void Value(StringBuilder text, object value)
    {
        switch (value)
        {
            case string content:
                String(text, content);
                break;
            case long number:
                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case IReadOnlyDictionary<string, string> texts:
                Object(text, texts.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, (object)member.Value)));
                break;
            default:
                throw new ArgumentException($"{value.GetType().Name} has no canonical form here.", nameof(value));
        }
    }

    private static void String(StringBuilder text, string content)
    {
        text.Append('"');
        foreach (var character in content)
            text.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < ' ' => $"\\u{(int)character:x4}",
                _ => character.ToString(),
            });
        text.Append('"');
    }
}
