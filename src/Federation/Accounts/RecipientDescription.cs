using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Accounts;

/// <summary>The part of section <c>RelyingParties</c> that a resident reads before agreeing.</summary>
internal sealed class RecipientDescription
{
    public string ClientId { get; set; } = "";

    public RecipientText Name { get; set; } = new();

    public string Contact { get; set; } = "";

    public RecipientText Purpose { get; set; } = new();

    public bool IsDescribed => Name.IsComplete && Purpose.IsComplete && Contact.Length > 0;
}

internal sealed class RecipientText
{
    public string Hant { get; set; } = "";

    public string Hans { get; set; } = "";

    public string En { get; set; } = "";

    public bool IsComplete => Hant.Length > 0 && Hans.Length > 0 && En.Length > 0;

    public LocalizedText ToText() => new(Hant, Hans, En);
}
