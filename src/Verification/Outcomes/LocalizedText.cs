namespace CrossBorder.Verification.Outcomes;

/// <summary>One text in the three languages of the product.</summary>
/// <param name="Hant">Traditional Chinese as written in Hong Kong (BCP 47: zh-Hant).</param>
/// <param name="Hans">Simplified Chinese as written in Guangdong (BCP 47: zh-Hans).</param>
/// <param name="En">English (BCP 47: en).</param>
public sealed record LocalizedText(string Hant, string Hans, string En)
{
    /// <summary>The text for a BCP 47 language tag; traditional Chinese where the tag is none of the three.</summary>
    public string In(string? language) => language switch
    {
        "en" => En,
        "zh-Hans" => Hans,
        _ => Hant,
    };
}
