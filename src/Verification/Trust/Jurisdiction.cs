namespace CrossBorder.Verification.Trust;

/// <summary>A place whose authorities vouch for their own people: an ISO 3166 code.</summary>
public readonly record struct Jurisdiction(string Code)
{
    /// <summary>Hong Kong Special Administrative Region.</summary>
    public static Jurisdiction HongKong { get; } = new("HK");

    /// <summary>Guangdong Province.</summary>
    public static Jurisdiction Guangdong { get; } = new("CN-GD");

    /// <summary>Macao Special Administrative Region.</summary>
    public static Jurisdiction Macao { get; } = new("MO");

    /// <summary>Whether it is a province of the mainland (ISO 3166-2: <c>CN-</c> and two letters), whose people hold resident identity cards.</summary>
    public bool IsMainland => Code is ['C', 'N', '-', >= 'A' and <= 'Z', >= 'A' and <= 'Z'];

    /// <inheritdoc/>
    public override string ToString() => Code;
}
