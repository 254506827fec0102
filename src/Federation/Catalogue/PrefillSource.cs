namespace CrossBorder.Federation.Catalogue;

/// <summary>Where the hub takes a field's value from, so that nobody types it: a verified claim or an electronic licence.</summary>
/// <param name="Text">As the catalogue writes it.</param>
/// <param name="Claim">Name of the claim, or null.</param>
/// <param name="LicenceKind">Slug of the licence's material, or null.</param>
/// <param name="LicenceAttribute">Attribute of that licence, or null.</param>
internal sealed record PrefillSource(string Text, string? Claim, string? LicenceKind, string? LicenceAttribute)
{
    private const string LicencePrefix = "elicence:";

    /// <summary>The claims that the hub can fill in from a verified identity.</summary>
    public static readonly IReadOnlySet<string> Claims = new HashSet<string>(StringComparer.Ordinal)
    {
        "name", "name#zh-Hant", "name#zh-Hans", "birthdate", "gender",
        "hk_id_number", "home_return_permit_number", "phone_number", "email",
    };

    /// <summary>Contact data: the resident may give them where the home did not. Everything else about a person is proved or absent.</summary>
    public bool IsContact => Claim is "phone_number" or "email";

    /// <summary>The number of a document: sensitive, and seldom needed by whoever acts for somebody.</summary>
    public bool IsDocument => Claim is "hk_id_number" or "home_return_permit_number";

    /// <summary>Null where the text names no source that exists.</summary>
    public static PrefillSource? Parse(string text)
    {
        if (Claims.Contains(text))
            return new(text, text, null, null);

        if (!text.StartsWith(LicencePrefix, StringComparison.Ordinal))
            return null;

        var parts = text[LicencePrefix.Length..].Split('.');
        return parts is [{ Length: > 0 } kind, { Length: > 0 } attribute] ? new(text, null, kind, attribute) : null;
    }
}
