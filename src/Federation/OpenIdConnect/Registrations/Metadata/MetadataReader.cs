using System.Globalization;
using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;

/// <summary>Members of a registration as text, texts and truth; what is wrong is collected, so that a developer hears all of it at once.</summary>
internal sealed class MetadataReader(JsonElement body)
{
    private readonly List<Error> faults = [];

    public IReadOnlyList<Error> Faults => faults;

    public bool Has(string name) => body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Whether something is wanted by it: false is what whoever says nothing has.</summary>
    public bool Asks(string name) => Has(name) && body.GetProperty(name).ValueKind != JsonValueKind.False;

    public void Fault(string name, string what) => faults.Add(ErrorCatalogue.ClientMetadataInvalid.With($"{name} {what}.", "/" + name));

    public void AddressFault(string name, int index, string what) =>
        faults.Add(ErrorCatalogue.RedirectAddressUnsafe.With($"{name}[{index}] {what}.", $"/{name}/{index}"));

    /// <summary>Null where it is missing or no text.</summary>
    public string? Text(string name, int most, bool required = false)
    {
        if (!Has(name))
        {
            if (required)
                Fault(name, "is missing");
            return null;
        }

        var value = body.GetProperty(name);
        if (value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text && text.Length <= most && !text.EnumerateRunes().Any(IsHidden))
            return text;
        Fault(name, $"must be a text of 1 to {most} characters that all can be seen");
        return null;
    }

    /// <summary>Empty where it is missing or no list of texts.</summary>
    public IReadOnlyList<string> Texts(string name, int most, int longest)
    {
        if (!Has(name))
            return [];
        var value = body.GetProperty(name);
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > most || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String || item.GetString()!.Length > longest))
        {
            Fault(name, $"must be a list of at most {most} texts of at most {longest} characters");
            return [];
        }

        string[] texts = [.. value.EnumerateArray().Select(item => item.GetString()!)];
        if (texts.Distinct(StringComparer.Ordinal).Count() != texts.Length)
            Fault(name, "holds the same twice");
        return texts;
    }

    public bool Truth(string name)
    {
        if (!Has(name))
            return false;
        var value = body.GetProperty(name);
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Fault(name, "must be true or false");
        return false;
    }

    /// <summary>The object as it was written; null where it is missing or no object.</summary>
    public string? Object(string name)
    {
        if (!Has(name))
            return null;
        if (body.GetProperty(name) is { ValueKind: JsonValueKind.Object } value)
            return value.GetRawText();
        Fault(name, "must be an object");
        return null;
    }

    // Control characters, those that turn the direction of writing, tags and private planes: a name must not look like another. The fillers of Hangul and
    // the empty cell of Braille are letter and symbol by their category, and blank all the same.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse
        || rune.Value is 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0;
}
