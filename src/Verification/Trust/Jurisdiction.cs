namespace CrossBorder.Verification.Trust;

/// <summary>A place whose authorities vouch for their own people: an ISO 3166 code.</summary>
public readonly record struct Jurisdiction(string Code)
{
    /// <summary>Hong Kong Special Administrative Region.</summary>
    public static Jurisdiction HongKong { get; } = new("HK");

    /// <summary>Guangdong Province.</summary>
    public static Jurisdiction Guangdong { get; } = new("CN-GD");

    /// <inheritdoc/>
    public override string ToString() => Code;
}
