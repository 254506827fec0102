namespace CrossBorder.Federation.Catalogue;

/// <summary>How a resident stands by an application. In the order of strictness: of a bundle's items the last counts.</summary>
internal enum SigningNeed
{
    /// <summary>Filing it is enough.</summary>
    None,

    /// <summary>By a signature of their own, or by proving themselves once more.</summary>
    Either,

    /// <summary>By proving themselves once more.</summary>
    StepUp,

    /// <summary>By a signature of their own.</summary>
    Digital,
}

/// <summary>The words of the catalogue for it.</summary>
internal static class SigningNeeds
{
    private static readonly Dictionary<string, SigningNeed> Words = new(StringComparer.Ordinal)
    {
        ["none"] = SigningNeed.None, ["either"] = SigningNeed.Either, ["step-up"] = SigningNeed.StepUp, ["digital"] = SigningNeed.Digital,
    };

    /// <summary>None where the catalogue says nothing; null for a word that is unknown.</summary>
    public static SigningNeed? Parse(string? word) => word is null ? SigningNeed.None : Words.TryGetValue(word, out var need) ? need : null;

    public static string Of(SigningNeed need) => Words.Single(word => word.Value == need).Key;

    public static bool AllowsDigital(this SigningNeed need) => need is SigningNeed.Digital or SigningNeed.Either;

    public static bool AllowsStepUp(this SigningNeed need) => need is SigningNeed.StepUp or SigningNeed.Either;
}
